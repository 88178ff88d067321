import type { Campaign, CampaignDetails } from '../../domain/campaign.ts';
import { nowhere } from '../../domain/campaign-kinds.ts';
import { wrongOrder } from '../../domain/campaign-phase.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok } from '../../domain/result.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { sameEntry } from './put-entry.ts';

/** Saves a campaign, new or known. A change of its rules judges its entries anew; draws stay what they were. */
export const saveCampaign: Service<'campaign.save'> = ({ operationId, campaignId, seen, details }, call) =>
  writeOnce(
    call,
    { type: 'campaign.save', operationId, stores: ['campaigns'], collections: ['campaigns'] },
    async (unit) => {
      const before = campaignId === undefined ? undefined : await unit.get('campaigns', campaignId);
      if (campaignId !== undefined && !before) return fail('not-found', 'no campaign of that id');
      if (before && seen !== undefined && before.updatedAt !== seen)
        return fail('changed-since', 'the campaign was changed elsewhere');
      if (wrongOrder(details)) return fail('invalid', 'the times do not follow each other');
      const saved = changed(details, before, unit.now);
      if (saved !== before) {
        await unit.put('campaigns', saved);
        await unit.log('campaign-changed', saved.id);
      }
      return ok({ campaignId: saved.id });
    },
  );

function changed(details: CampaignDetails, before: Campaign | undefined, now: string): Campaign {
  if (!before) return { ...details, id: newId(Date.parse(now)), createdAt: now, updatedAt: now };
  const { id, createdAt, updatedAt, platformResult } = before;
  const kept = { id, createdAt, ...(platformResult === undefined ? {} : { platformResult }) };
  const same = sameValue(before, { ...details, ...kept, updatedAt });
  return same ? before : { ...details, ...kept, updatedAt: now };
}

/** Removes a campaign with its entries and draws; undo brings all of it back. */
export const removeCampaign: Service<'campaign.remove'> = ({ operationId, campaignId }, call) =>
  writeOnce(
    call,
    {
      type: 'campaign.remove',
      operationId,
      stores: ['campaigns', 'entries', 'draws'],
      collections: ['campaigns'],
    },
    async (unit) => {
      if (!(await unit.get('campaigns', campaignId))) return fail('not-found', 'no campaign of that id');
      for (const store of ['entries', 'draws'] as const)
        for (const id of await unit.keys(store, 'campaignId', campaignId)) await unit.remove(store, id);
      await unit.remove('campaigns', campaignId);
      await unit.log('campaign-changed', campaignId);
      return ok({});
    },
  );

/** Notes what the platform's own lottery said, or takes that back. */
export const savePlatformResult: Service<'campaign.platform-result'> = (
  { operationId, campaignId, result },
  call,
) =>
  writeOnce(
    call,
    { type: 'campaign.platform-result', operationId, stores: ['campaigns'], collections: ['campaigns'] },
    async (unit) => {
      const campaign = await unit.get('campaigns', campaignId);
      if (!campaign) return fail('not-found', 'no campaign of that id');
      const { platformResult: _before, ...rest } = campaign;
      await unit.put('campaigns', {
        ...rest,
        ...(result === null ? {} : { platformResult: result }),
        updatedAt: unit.now,
      });
      await unit.log('campaign-changed', campaignId);
      return ok({});
    },
  );

/** Notes what the operator decided about one entry. */
export const editEntry: Service<'campaign.entry-edit'> = ({ operationId, entryId, changes }, call) =>
  writeOnce(
    call,
    { type: 'campaign.entry-edit', operationId, stores: ['entries'], collections: ['campaigns'] },
    async (unit) => {
      const entry = await unit.get('entries', entryId);
      if (!entry) return fail('not-found', 'no entry of that id');
      const { excluded: wasOut, country: wasFrom, byHand: _before, ...rest } = entry;
      const excluded = changes.excluded === undefined ? wasOut : changes.excluded;
      const country = changes.country === undefined ? wasFrom : changes.country;
      const looked = Object.entries({ ...entry.byHand, ...changes.byHand }).filter(
        ([, result]) => result !== null && result !== undefined,
      );
      await unit.put('entries', {
        ...rest,
        ...(excluded === undefined || excluded === null ? {} : { excluded }),
        ...(country === undefined || country === null ? {} : { country }),
        byHand: Object.fromEntries(looked),
        updatedAt: unit.now,
      });
      return ok({});
    },
  );

/** Gives tagged entries that belong to no campaign to one; what it has already goes. */
export const assignEntries: Service<'campaign.assign'> = ({ operationId, campaignId, entryIds }, call) =>
  writeOnce(
    call,
    {
      type: 'campaign.assign',
      operationId,
      stores: ['campaigns', 'entries'],
      collections: ['campaigns'],
    },
    async (unit) => {
      if (!(await unit.get('campaigns', campaignId))) return fail('not-found', 'no campaign of that id');
      let added = 0;
      let known = 0;
      for (const id of new Set(entryIds)) {
        const entry = await unit.get('entries', id);
        if (entry?.campaignId !== nowhere) continue;
        if (await sameEntry(unit, campaignId, entry.keys)) {
          await unit.remove('entries', id);
          known++;
        } else {
          await unit.put('entries', { ...entry, campaignId, updatedAt: unit.now });
          added++;
        }
      }
      if (added > 0) await unit.log('entries-collected', campaignId);
      return ok({ added, known });
    },
  );
