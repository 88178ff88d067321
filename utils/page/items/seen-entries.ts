import type { SeenEntry } from '../../domain/campaign.ts';
import { type Around, seenItem } from '../tagging/seen-item.ts';
import type { ReadItem } from './read-item.ts';

/** Most entries that are remembered; the first ones go. */
const mostKept = 2_000;

/** Comments and posts that were on the screen since the page was opened, as entries of a giveaway. In memory only. */
export interface SeenEntries {
  see(item: ReadItem): void;
  list(): SeenEntry[];
}

/** Rows are recycled, so that each is read while it is there. */
export function makeSeenEntries(around: Around): SeenEntries {
  const entries = new Map<string, SeenEntry>();
  return {
    see(item) {
      const { kind } = item.rule;
      if (kind !== 'comment' && kind !== 'post') return;
      const seen = seenItem(item, around, 'without picture');
      const [key] = seen.keys;
      if (!seen.author || key === undefined) return;
      const before = entries.get(key);
      entries.set(key, {
        kind,
        author: seen.author,
        keys: seen.keys,
        url: seen.url,
        // a row that is drawn anew may be empty for a moment
        text: seen.text ?? before?.text ?? '',
        ...(seen.publishedAt === undefined ? {} : { publishedAt: seen.publishedAt }),
      });
      const oldest = entries.size > mostKept ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
    },
    list: () => [...entries.values()],
  };
}
