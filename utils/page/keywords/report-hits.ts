import { shortHash } from '../../domain/item-keys.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import type { WantedWords, WordCount } from './keywords-slot.ts';

/** What is found is told this long after the first of it, milliseconds: a screen of comments comes at once. */
const tellAfter = 1_500;
/** Most items of one message. */
const batchSize = 100;
/** More items than anybody scrolls past. */
const mostItems = 5_000;

export interface Hits {
  /** @param key tells the item from all others of the site @param groups indexes */
  found(key: string, groups: readonly number[]): void;
  count(): WordCount;
}

/** Counts in which items words were found, and tells the background of each once. No text leaves the page. */
export function makeHits(page: Page, { groups }: WantedWords, signal: AbortSignal): Hits {
  const items = new Map<string, Set<number>>();
  let waiting: { groupId: string; item: string }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function tell(): Promise<void> {
    const batch = waiting.slice(0, batchSize);
    waiting = waiting.slice(batchSize);
    const answer = await ask('keyword.hits', { platform: page.site.id, hits: batch });
    timer = undefined;
    if (signal.aborted) return;
    if (!answer.ok && answer.code === 'busy') waiting.unshift(...batch);
    if (!answer.ok && answer.code === 'stale') return page.stepBack(false);
    if (waiting.length > 0) tellSoon();
  }
  function tellSoon(): void {
    timer ??= setTimeout(() => void tell(), tellAfter);
  }
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    found(key, found) {
      const before = items.get(key);
      if (!before && items.size >= mostItems) return;
      const known = before ?? new Set<number>();
      items.set(key, known);
      for (const group of found) {
        const groupId = groups[group]?.groupId;
        if (known.has(group) || groupId === undefined) continue;
        known.add(group);
        waiting.push({ groupId, item: shortHash(key) });
      }
      if (waiting.length > 0) tellSoon();
    },
    count() {
      const seen = [...items.values()];
      return {
        items: seen.length,
        serious: seen.filter((found) => [...found].some((group) => groups[group]?.severity === 'high'))
          .length,
        groups: groups.flatMap(({ groupId }, index) => {
          const count = seen.filter((found) => found.has(index)).length;
          return count > 0 ? [{ groupId, items: count }] : [];
        }),
      };
    },
  };
}
