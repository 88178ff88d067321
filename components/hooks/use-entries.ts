import { useState } from 'preact/hooks';
import { ask } from '../../utils/messaging/client.ts';
import type { EntryCounts, EntryView, JudgedEntry } from '../../utils/messaging/protocol/campaigns.ts';
import { type Pages, usePages } from './use-pages.ts';

/** Rows of one page. */
const limit = 100;

export interface Entries extends Pages<JudgedEntry> {
  /** of all entries of the campaign; null until the first answer */
  counts: EntryCounts | null;
  copied: number;
}

/** The entries of a campaign, page by page. Any change may judge them anew, so that all pages that are shown are asked for again. */
export function useEntries(campaignId: string, view: EntryView): Entries {
  const [counted, setCounted] = useState<{ counts: EntryCounts; copied: number } | null>(null);
  const pages = usePages<JudgedEntry>(
    `${campaignId} ${view}`,
    ['campaigns', 'brands', 'creators'],
    async (wanted, overtaken) => {
      const rows: JudgedEntry[] = [];
      let more = true;
      for (let page = 0; page < wanted && more && !overtaken.aborted; page += 1) {
        const found = await ask('campaign.entries', { campaignId, view, offset: page * limit, limit });
        if (!found.ok) return found;
        rows.push(...found.value.rows);
        more = found.value.more;
        if (!overtaken.aborted) setCounted({ counts: found.value.counts, copied: found.value.copied });
      }
      return { ok: true, value: { rows, more } };
    },
  );
  return { ...pages, counts: counted?.counts ?? null, copied: counted?.copied ?? 0 };
}
