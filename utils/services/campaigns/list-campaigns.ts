import type { Campaign, Draw } from '../../domain/campaign.ts';
import { entryStep, nowhere } from '../../domain/campaign-kinds.ts';
import { fail, ok } from '../../domain/result.ts';
import type { DrawRow, EntryView, JudgedEntry } from '../../messaging/protocol/campaigns.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { countStates, type Judged, judgeCampaign, judgedStores } from './judge-campaign.ts';

/** By when they begin, the last first; those without a beginning stand before all. */
function lastFirst(a: Campaign, b: Campaign): number {
  const from = ({ liveFrom, teaserFrom }: Campaign) => liveFrom ?? teaserFrom ?? '\uffff';
  return from(b).localeCompare(from(a)) || b.id.localeCompare(a.id);
}

export const rowOf = ({ id, at, seed, listHash, list, winners, alternates }: Draw): DrawRow => ({
  id,
  at,
  seed,
  listHash,
  lines: list.length,
  winners: winners.length,
  alternates: alternates.length,
});

/** Draws of a campaign, the last first. */
export async function drawsOf(reader: Reader, campaignId: string): Promise<DrawRow[]> {
  return (await reader.list('draws', 'campaignId', campaignId)).map(rowOf).reverse();
}

/** All campaigns, with how many entries and draws each has. */
export const listCampaigns: Service<'campaign.list'> = (_input, call) =>
  readOnce(call, ['campaigns', 'entries', 'draws'], async (reader) => {
    const campaigns = (await reader.all('campaigns')).sort(lastFirst);
    const rows = await Promise.all(
      campaigns.map(async (campaign) => ({
        campaign,
        entries: await reader.countIn('entries', 'campaignId', campaign.id),
        draws: await reader.countIn('draws', 'campaignId', campaign.id),
      })),
    );
    return ok({ campaigns: rows, unassigned: await reader.countIn('entries', 'campaignId', nowhere) });
  });

/** One campaign with its draws. */
export const getCampaign: Service<'campaign.get'> = ({ campaignId }, call) =>
  readOnce(call, ['campaigns', 'entries', 'draws'], async (reader) => {
    const campaign = await reader.get('campaigns', campaignId);
    if (!campaign) return fail('not-found', 'no campaign of that id');
    const entries = await reader.countIn('entries', 'campaignId', campaignId);
    return ok({ campaign, entries, draws: await drawsOf(reader, campaignId) });
  });

export function judgedRow(judged: Judged, entry: Judged['entries'][number]): JudgedEntry {
  return { entry, verdict: judged.verdictOf(entry.id) };
}

const shows =
  (view: EntryView, { verdictOf }: Judged) =>
  (entry: Judged['entries'][number]) => {
    const { state, copies } = verdictOf(entry.id);
    return view === 'all' || (view === 'copied' ? copies > 0 : state === view);
  };

/** A page of a campaign's entries, each with what came of the rules and why. */
export const listEntries: Service<'campaign.entries'> = ({ campaignId, view, offset, limit }, call) =>
  readOnce(call, judgedStores, async (reader) => {
    const campaign = await reader.get('campaigns', campaignId);
    if (!campaign) return fail('not-found', 'no campaign of that id');
    const judged = await judgeCampaign(reader, campaign);
    const shown = judged.entries.filter(shows(view, judged));
    return ok({
      rows: shown.slice(offset, offset + limit).map((entry) => judgedRow(judged, entry)),
      more: offset + limit < shown.length,
      total: shown.length,
      counts: countStates(judged),
      copied: judged.entries.filter(shows('copied', judged)).length,
    });
  });

/** Tagged entries that belong to no campaign. */
export const listUnassigned: Service<'campaign.unassigned'> = (_input, call) =>
  readOnce(call, ['entries'], async (reader) => {
    const found = await reader.list('entries', 'campaignId', nowhere, entryStep + 1);
    return ok({ entries: found.slice(0, entryStep), more: found.length > entryStep });
  });
