import * as z from 'zod/mini';
import { browser } from '#imports';
import { type Campaign, type SeenEntry, seenEntrySchema } from '../../domain/campaign.ts';
import { type EntryKind, entryStep, mostEntries } from '../../domain/campaign-kinds.ts';
import { fail, ok } from '../../domain/result.ts';
import type { CampaignSight } from '../../messaging/protocol/campaigns.ts';
import { siteOf } from '../../sites/registry.ts';
import type { Reader } from '../../storage/reader.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import { sameAccount } from '../current-brand.ts';
import type { Service } from '../service.ts';
import { askPage } from '../show-in-frame.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { countEntry, entryPointStores } from './entry-points.ts';
import { putEntry, sameEntry } from './put-entry.ts';
import { collectingOn, entryKindFor } from './running-campaigns.ts';

/** Most that a page may tell at once. */
const mostSeen = 2_000;

interface PageOfEntries {
  url: string;
  entries: SeenEntry[];
}
type Fitting = SeenEntry & { as: EntryKind };

/**
 * What the script in a tab has seen there, by the browser's word on where that is: a page may not speak for another platform.
 * @returns null where no script of ours is, or the site is none
 */
async function entriesIn(tabId: number): Promise<PageOfEntries | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const site = tab?.url && URL.canParse(tab.url) ? siteOf(new URL(tab.url)) : null;
  if (!site || !tab?.url) return null;
  const answer = await askPage(tabId, { type: 'screen.ask', what: 'entries' });
  if (!Array.isArray(answer)) return null;
  const entries = answer.slice(-mostSeen).flatMap((one) => {
    const parsed = z.safeParse(seenEntrySchema, one);
    return parsed.success && parsed.data.author.platform === site.id ? [parsed.data] : [];
  });
  return { url: tab.url, entries };
}

const fittingFor = (campaign: Campaign, { url, entries }: PageOfEntries): Fitting[] =>
  entries.flatMap((entry) => {
    const as = entryKindFor(campaign, entry, url);
    return as === null ? [] : [{ ...entry, as }];
  });

/** Parts what fits a campaign: what it has, what may not be kept, and what is new; our own accounts are in none of them. */
async function sort(reader: Reader, campaign: Campaign, fitting: readonly Fitting[]) {
  const own = (await reader.all('brands')).flatMap(({ accounts }) => accounts);
  const fresh: Fitting[] = [];
  let known = 0;
  let refused = 0;
  for (const entry of fitting) {
    if (own.some((account) => sameAccount(account, entry.author))) continue;
    if (await isSuppressed(reader, entry.author)) refused++;
    else if (await sameEntry(reader, campaign.id, entry.keys)) known++;
    else fresh.push(entry);
  }
  return { fresh, known, refused };
}

/** What the page in a tab has for the campaigns that collect there. */
export const seenInTab: Service<'campaign.seen'> = async ({ tabId }, call) => {
  const page = await entriesIn(tabId);
  const platform = page?.entries[0]?.author.platform;
  if (!page || !platform) return ok({ campaigns: [] });
  return readOnce(call, ['campaigns', 'draws', 'entries', 'brands', 'suppressions'], async (reader) => {
    const sights: CampaignSight[] = [];
    for (const campaign of await collectingOn(reader, platform, call.now)) {
      const { fresh, known, refused } = await sort(reader, campaign, fittingFor(campaign, page));
      const seen = fresh.length + known + refused;
      if (seen > 0) sights.push({ campaignId: campaign.id, name: campaign.name, seen, known, refused });
    }
    return ok({ campaigns: sights });
  });
};

/**
 * Adds what the page in a tab has seen, a step at a time: what is there already stays as it is, so that a repeat adds nothing. Each entry counts
 * for the fan that its author is.
 */
export const collectInTab: Service<'campaign.collect'> = async ({ operationId, campaignId, tabId }, call) => {
  const page = await entriesIn(tabId);
  if (!page) return fail('unreachable', 'no script of ours in this tab');
  return writeOnce(
    call,
    {
      type: 'campaign.collect',
      operationId,
      stores: ['campaigns', 'entries', 'brands', 'suppressions', ...entryPointStores],
      collections: ['campaigns', 'fans', 'creators'],
    },
    async (unit) => {
      const campaign = await unit.get('campaigns', campaignId);
      if (!campaign) return fail('not-found', 'no campaign of that id');
      const { fresh, known, refused } = await sort(unit, campaign, fittingFor(campaign, page));
      const room = Math.max(0, mostEntries - (await unit.countIn('entries', 'campaignId', campaignId)));
      const step = fresh.slice(0, Math.min(entryStep, room));
      let added = 0;
      for (const { as, ...entry } of step) {
        // one page may show the same entry twice
        if (await sameEntry(unit, campaignId, entry.keys)) continue;
        await countEntry(unit, campaign, await putEntry(unit, { ...entry, kind: as }, { campaignId }));
        added++;
      }
      if (added > 0) await unit.log('entries-collected', campaignId);
      const left = Math.max(0, Math.min(fresh.length, room) - step.length);
      return ok({ added, known, refused, left, full: fresh.length > room });
    },
  );
};
