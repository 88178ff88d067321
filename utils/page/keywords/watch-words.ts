import { shortHash } from '../../domain/item-keys.ts';
import { compileSlowly, type KeywordMatcher } from '../../domain/keyword-match.ts';
import type { ItemRule } from '../../sites/site.ts';
import { readItem } from '../items/read-item.ts';
import { eachOf } from '../items/slices.ts';
import type { Page } from '../page.ts';
import type { ItemGround, WantedWords, WatchedWords } from './keywords-slot.ts';
import { makeHits } from './report-hits.ts';
import { rangesOf, readShown, type ShownText, stillShown } from './shown-text.ts';
import { type Marked, makeWordMarks } from './word-marks.ts';

/** A text that is set anew in its own node is noted by nobody: looked for so often, milliseconds. */
const lookEvery = 1_000;

interface Looked {
  shown: ShownText;
  marks: Marked[];
}

/** Looks for words in comments, posts and captions near the window, a little of the work in each frame, and marks and counts them. */
export function watchWords(
  page: Page,
  ground: ItemGround,
  wanted: WantedWords,
  signal: AbortSignal,
): WatchedWords {
  const marks = makeWordMarks(signal);
  const hits = makeHits(page, wanted, signal);
  const looked = new Map<Element, Looked>();
  const dirty = new Set<Element>();
  const queued = new Set<Element>();
  let matcher: KeywordMatcher | null = null;

  function forget(element: Element): void {
    const before = looked.get(element);
    if (!before) return;
    marks.remove(before.marks);
    looked.delete(element);
  }

  function keyOf(element: Element, text: string): string {
    const rule = ground.ruleOf(element);
    const item = rule && readItem(element, rule, page.site, ground.itemAround);
    return `${page.site.id} ${item?.key ?? `${rule?.kind} ${shortHash(text)}`}`;
  }

  /** Where people write something. What is looked for nowhere must not be queued: each look would be followed by the next. */
  function ruleOfWritten(element: Element): ItemRule | null {
    const rule = element.isConnected ? ground.ruleOf(element) : undefined;
    return rule?.kind === 'comment' || rule?.kind === 'post' ? rule : null;
  }

  function read(element: Element): void {
    queued.delete(element);
    forget(element);
    const rule = ruleOfWritten(element);
    if (signal.aborted || !matcher || !rule) return;
    const shown = readShown(element, rule, ground.itemAround);
    for (const root of shown.roots) page.observer.watchRoot(root);
    const { matches, groups } = matcher.find(shown.text);
    const found = !wanted.mark
      ? []
      : matches.flatMap(({ from, to, group }) => {
          const severity = wanted.groups[group]?.severity ?? 'low';
          return rangesOf(shown, from, to).map((range) => ({ severity, range }));
        });
    marks.put(found);
    looked.set(element, { shown, marks: found });
    if (groups.length > 0) hits.found(keyOf(element, shown.text), groups);
  }

  function look(): void {
    if (signal.aborted || !matcher) return;
    const near = new Set(ground.near());
    for (const element of looked.keys()) if (!near.has(element)) forget(element);
    const fresh: Element[] = [];
    for (const element of near) {
      if (queued.has(element) || !ruleOfWritten(element)) continue;
      const before = looked.get(element);
      const changed = dirty.delete(element) || !before || !stillShown(element, before.shown);
      if (!changed) continue;
      queued.add(element);
      fresh.push(element);
    }
    dirty.clear();
    if (fresh.length > 0) ground.slices.add(eachOf(fresh, read));
  }

  const steps = compileSlowly(
    wanted.groups.flatMap(({ words }, group) => words.map((text) => ({ text, group }))),
  );
  ground.slices.add((until) => {
    do {
      const step = steps.next();
      if (!step.done) continue;
      matcher = step.value;
      return true;
    } while (performance.now() < until);
    return false;
  });
  const timer = setInterval(() => {
    if (page.document.visibilityState === 'visible') look();
  }, lookEvery);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    looked.clear();
  });

  return { changed: (element) => void dirty.add(element), look, count: hits.count };
}
