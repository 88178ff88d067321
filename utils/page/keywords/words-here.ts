import { ask, onChange } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import {
  type ItemGround,
  keywordsSlot,
  type WantedWords,
  type WatchedWords,
  type WordCount,
} from './keywords-slot.ts';

export interface WordsHere {
  changed(element: Element): void;
  /** null: nothing is looked for */
  count(): WordCount | null;
}

/**
 * Has keywords looked for among a page's items, where there are any to look for: their file is put beside this script then. What is switched
 * off, on or changed meanwhile counts from then on.
 */
export function wordsHere(page: Page, ground: ItemGround, signal: AbortSignal): WordsHere {
  let working: { words: WatchedWords; stop: AbortController; sign: string } | null = null;
  let turn = 0;

  function end(): void {
    working?.stop.abort();
    working = null;
  }

  async function begin(): Promise<void> {
    const mine = ++turn;
    const answer = await ask('page.keywords', {});
    if (signal.aborted || mine !== turn) return;
    // what could not be asked now is asked at the next change; what was asked before still holds
    if (!answer.ok) return answer.code === 'stale' ? page.stepBack(false) : undefined;
    const wanted: WantedWords = answer.value;
    const sign = JSON.stringify(wanted);
    if (working?.sign === sign) return;
    end();
    if (wanted.groups.length === 0) return;
    if (!keywordsSlot.provided()?.alive()) await ask('page.need', { part: 'keywords' });
    const part = keywordsSlot.provided();
    if (!part || signal.aborted || mine !== turn) return;
    const stop = new AbortController();
    working = { words: part.start(page, ground, wanted, stop.signal), stop, sign };
  }

  onChange(['keywords', 'settings'], () => void begin(), signal);
  signal.addEventListener('abort', end);
  ground.slices.afterEach(() => working?.words.look());
  void begin();
  return {
    changed: (element) => working?.words.changed(element),
    count: () => working?.words.count() ?? null,
  };
}
