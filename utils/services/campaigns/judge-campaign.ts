import type { Campaign, Entry } from '../../domain/campaign.ts';
import { judgeEntries, type Verdict } from '../../domain/entry-rules.ts';
import { drawList } from '../../files/draw.ts';
import type { EntryCounts } from '../../messaging/protocol/campaigns.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isSuppressed } from '../../storage/suppressions.ts';

/** What judging reads. */
export const judgedStores: StoreName[] = ['campaigns', 'entries', 'brands', 'suppressions'];

export interface Judged {
  /** in the order in which they were collected */
  entries: Entry[];
  verdictOf(entryId: string): Verdict;
}

const unknown: Verdict = { state: 'out', checks: [], copies: 0 };

/** Judges all entries of a campaign together. */
export async function judgeCampaign(reader: Reader, campaign: Campaign): Promise<Judged> {
  const entries = await reader.list('entries', 'campaignId', campaign.id);
  const own = (await reader.all('brands')).flatMap(({ accounts }) => accounts);
  const suppressed = new Set<string>();
  for (const { id, author } of entries) if (await isSuppressed(reader, author)) suppressed.add(id);
  const verdicts = judgeEntries(entries, campaign, { own, suppressed });
  return { entries, verdictOf: (entryId) => verdicts.get(entryId) ?? unknown };
}

/** How many entries came out how. */
export function countStates({ entries, verdictOf }: Judged): EntryCounts {
  const counts = { all: entries.length, eligible: 0, open: 0, out: 0 };
  for (const { id } of entries) counts[verdictOf(id).state]++;
  return counts;
}

/**
 * The list that a draw would use.
 * @param unchecked entries of which something could not be checked are on it too
 */
export function listOf({ entries, verdictOf }: Judged, unchecked: boolean) {
  const listed = entries.filter(({ id }) => {
    const { state } = verdictOf(id);
    return state === 'eligible' || (unchecked && state === 'open');
  });
  const lines = drawList(
    listed.map(({ id, author, url, keys }) => ({
      id,
      platform: author.platform,
      name: author.handle,
      url,
      key: keys[0] ?? '',
    })),
  );
  const byId = new Map(listed.map((entry) => [entry.id, entry]));
  return {
    lines: lines.map(({ line }) => line),
    entries: lines.flatMap(({ id }) => byId.get(id) ?? []),
    unchecked: lines.filter(({ id }) => verdictOf(id).state === 'open').length,
  };
}
