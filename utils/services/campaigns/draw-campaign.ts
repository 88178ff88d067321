import type { Draw } from '../../domain/campaign.ts';
import { campaignPhase } from '../../domain/campaign-phase.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok } from '../../domain/result.ts';
import { drawAlgorithm, drawnOrder, listHash } from '../../files/draw.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { judgeCampaign, judgedStores, listOf } from './judge-campaign.ts';
import { judgedRow } from './list-campaigns.ts';

/** The list that a draw would use now: its hash can be published before anybody knows the seed. */
export const drawListOf: Service<'campaign.draw-list'> = ({ campaignId, unchecked }, call) =>
  readOnce(call, judgedStores, async (reader) => {
    const campaign = await reader.get('campaigns', campaignId);
    if (!campaign) return fail('not-found', 'no campaign of that id');
    const list = listOf(await judgeCampaign(reader, campaign), unchecked);
    return ok({ lines: list.lines, listHash: listHash(list.lines), unchecked: list.unchecked });
  });

/** Draws winners and alternates and keeps the draw: a later one stands beside it, none is ever changed. */
export const drawCampaign: Service<'campaign.draw'> = (input, call) => {
  const { operationId, campaignId, seed, unchecked, anyway } = input;
  return writeOnce(
    call,
    {
      type: 'campaign.draw',
      operationId,
      stores: [...judgedStores, 'draws'],
      collections: ['campaigns'],
    },
    async (unit) => {
      const campaign = await unit.get('campaigns', campaignId);
      if (!campaign) return fail('not-found', 'no campaign of that id');
      const list = listOf(await judgeCampaign(unit, campaign), unchecked);
      if (list.lines.length === 0) return fail('invalid', 'nobody is on the list');
      const hash = listHash(list.lines);
      if (hash !== input.listHash) return fail('changed-since', 'the list is another one by now');
      const phase = campaignPhase(campaign, call.now);
      const early = phase === 'planned' || phase === 'teaser' || phase === 'live';
      if (!anyway && (early || list.lines.length < campaign.winners))
        return fail('invalid', early ? 'entries may still come' : 'fewer entries than winners');
      const order = drawnOrder(list.lines, seed, hash);
      const { winners, alternates } = campaign;
      const draw: Draw = {
        id: newId(call.now.getTime()),
        createdAt: unit.now,
        updatedAt: unit.now,
        campaignId,
        at: unit.now,
        algorithm: drawAlgorithm,
        seed,
        listHash: hash,
        list: list.lines,
        entryIds: list.entries.map(({ id }) => id),
        unchecked: list.unchecked,
        winners: order.slice(0, winners),
        alternates: order.slice(winners, winners + alternates),
        authorKeys: [...new Set(list.entries.flatMap(({ authorKeys }) => authorKeys))],
      };
      await unit.put('draws', draw);
      await unit.log('drawn', campaignId);
      return ok({ drawId: draw.id });
    },
  );
};

/** A draw as it was, with what is known of the drawn entries now. */
export const getDraw: Service<'campaign.draw-get'> = ({ drawId }, call) =>
  readOnce(call, [...judgedStores, 'draws'], async (reader) => {
    const draw = await reader.get('draws', drawId);
    const campaign = draw && (await reader.get('campaigns', draw.campaignId));
    if (!draw || !campaign) return fail('not-found', 'no draw of that id');
    const judged = await judgeCampaign(reader, campaign);
    const byId = new Map(judged.entries.map((entry) => [entry.id, entry]));
    const drawn = [...draw.winners, ...draw.alternates].flatMap((place) => {
      const entry = byId.get(draw.entryIds[place] ?? '');
      return entry ? [judgedRow(judged, entry)] : [];
    });
    return ok({ draw, drawn });
  });
