import { cutText } from '../../domain/cut-text.ts';
import { unansweredLimits } from '../../domain/unanswered.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { type Around, keysOf, seenItem } from '../tagging/seen-item.ts';
import { type CommentScreen, inWindow } from './comment-screen.ts';
import type { KnownMarks } from './known-marks.ts';
import { type ReadItem, readItem } from './read-item.ts';

/** Milliseconds after the last change on the screen until it is looked at: somebody reads now. */
const quietFor = 1_500;
/** The same where nothing says that the page is ours: looking through whole threads is not free. */
const quietElsewhere = 4_000;
/** A page that never rests is looked at all the same after so long. */
const longestWait = 15_000;

/**
 * Tells the background which comments stood in the window without an answer of ours, and which have theirs. Only where our answers can be
 * recognised: on a page of ours, below a post of ours, or where one of us wrote among the comments. Elsewhere everything would be
 * unanswered, and none of it is ours to answer.
 * @param look as the marks for unanswered comments are found
 * @param near the items near the window
 * @returns to be called when something came onto the screen or changed there
 */
export function makeUnansweredReport(
  page: Page,
  around: Around,
  marks: KnownMarks,
  look: () => Promise<CommentScreen>,
  near: () => Iterable<ReadItem>,
  ruleOf: (element: Element) => ReadItem['rule'] | undefined,
  signal: AbortSignal,
): () => void {
  /** what was told of each comment, by its surest key */
  const told = new Map<string, 'open' | 'answered'>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let ours = false;

  async function isOurs({ weAreHere }: CommentScreen): Promise<boolean> {
    if (weAreHere) return true;
    for (const { rule, person } of near())
      if (rule.kind === 'post' && marks.of(person) === 'ours') return true;
    const handle = page.identity?.handle;
    if (handle === undefined) return false;
    const { url, id = handle } = page.identity ?? { url: '' };
    const owner = { platform: page.site.id, handle, url, id, key: ` ${handle.toLowerCase()}` };
    return (await marks.have([owner])) && marks.of(owner) === 'ours';
  }

  async function report(): Promise<void> {
    timer = undefined;
    const view = page.document.defaultView;
    if (signal.aborted || !view || page.document.hidden) return;
    const looked = await look();
    if (signal.aborted || looked.unanswered === null) return;
    ours = await isOurs(looked);
    if (!ours || signal.aborted) return;
    const items = (elements: Iterable<Element>) =>
      [...elements].flatMap((element) => {
        const rule = ruleOf(element);
        const item = rule && inWindow(element, view) && readItem(element, rule, page.site, around.itemAround);
        return item ? [item] : [];
      });
    const news = (all: ReadItem[], as: 'open' | 'answered', most: number) =>
      all.filter((item) => told.get(keysOf(item, around)[0] ?? '') !== as).slice(0, most);
    const open = news(items(looked.unanswered), 'open', unansweredLimits.report);
    const answered = news(items(looked.answered), 'answered', unansweredLimits.answered);
    if (open.length === 0 && answered.length === 0) return;
    const result = await ask('queue.seen-unanswered', {
      open: open.map((item) => {
        const { text, imageUrl: _picture, ...seen } = seenItem(item, around);
        if (text === undefined) return seen;
        const short = cutText(text, unansweredLimits.text);
        return { ...seen, text: short, ...(short.length < text.length ? { cut: true } : {}) };
      }),
      answered: answered.map((item) => keysOf(item, around)),
    });
    // what was not heard is told again with the next look
    if (!result.ok) return;
    for (const item of open) told.set(keysOf(item, around)[0] ?? '', 'open');
    for (const item of answered) told.set(keysOf(item, around)[0] ?? '', 'answered');
  }

  const tells = page.site.items?.some(({ kind, thread }) => kind === 'comment' && thread !== undefined);
  if (!tells) return () => undefined;
  const soon = () => {
    const now = performance.now();
    if (timer === undefined) since = now;
    else if (now - since > longestWait) return;
    clearTimeout(timer);
    timer = setTimeout(() => void report(), ours ? quietFor : quietElsewhere);
  };
  // what was near comes into the window without anything new
  const passive = { signal, passive: true, capture: true };
  page.document.defaultView?.addEventListener('scrollend', soon, passive);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return soon;
}
