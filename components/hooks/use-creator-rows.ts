import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isFolded, searchText } from '../../utils/domain/creator-search.ts';
import { type CreatorRows, CreatorRowsStore } from './creator-rows-store.ts';

let store: CreatorRowsStore | null = null;

/** Lets go of all rows, as closing the page does. */
export function forgetCreatorRows(): void {
  store?.close();
  store = null;
}

/** Asks for the first rows before anybody shows them: a page that will be the list need not wait for settings and words. */
export function askAhead(): void {
  store ??= new CreatorRowsStore();
  store.ahead();
}

/**
 * Every creator of the notebook: the first rows at once, the rest while nobody waits, then kept true. Texts for searching are made
 * ahead in small slices, so that the first key of a search is as quick as the others.
 */
export function useCreatorRows(): CreatorRows & { again: () => void } {
  store ??= new CreatorRowsStore();
  const mine = store;
  const [shown, setShown] = useState(mine.shown);
  // before the first picture, so that the question is on its way while it is drawn
  useLayoutEffect(() => {
    setShown(mine.shown);
    return mine.listen(() => setShown(mine.shown));
  }, [mine]);
  const { rows } = shown;
  useEffect(() => foldAhead(rows), [rows]);
  return { ...shown, again: () => mine.again() };
}

/** Makes the texts in slices of a few milliseconds; the returned function stops it. */
function foldAhead(rows: CreatorRows['rows']): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const end = performance.now() + 6;
    for (; at < rows.length && performance.now() < end; at++) {
      const row = rows[at];
      if (row && !isFolded(row)) searchText(row);
    }
    if (at < rows.length) timer = setTimeout(slice, 10);
  };
  timer = setTimeout(slice, 50);
  return () => clearTimeout(timer);
}
