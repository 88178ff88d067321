import type { Mark } from '../../domain/mark.ts';
import type { Site } from '../../sites/site.ts';
import { inThreads, isAnswered, threadOf } from './answers.ts';
import type { FoundItems } from './find-items.ts';
import type { KnownMarks } from './known-marks.ts';
import { type Person, readItem } from './read-item.ts';

export interface CommentScreen {
  /** comments in the window */
  comments: number;
  /** elements of those without an answer of ours; null: it cannot be seen here */
  unanswered: Set<Element> | null;
  /** elements of those that have one */
  answered: Element[];
  /** somebody of us is among who wrote here: so our answers can be told from others' */
  weAreHere: boolean;
}

/** Whether something of an element can be seen without scrolling. */
export function inWindow(element: Element, view: Window): boolean {
  const at = element.getBoundingClientRect();
  return (
    at.width > 0 &&
    at.height > 0 &&
    at.bottom > 0 &&
    at.right > 0 &&
    at.top < view.innerHeight &&
    at.left < view.innerWidth
  );
}

/**
 * Which of some comments have no answer of ours in the document. Answers may stand outside of the window, so the whole threads of the
 * comments are read, and nothing else.
 * @param near elements of comments near the window
 */
export async function lookAtComments(
  document: Document,
  site: Site,
  found: FoundItems,
  marks: KnownMarks,
  near: readonly Element[],
): Promise<CommentScreen> {
  const view = document.defaultView;
  const commentsOf = (elements: readonly Element[]) =>
    elements.flatMap((element) => {
      const rule = found.ruleOf(element);
      return rule?.kind === 'comment' ? [{ element, rule }] : [];
    });
  const here = commentsOf(near);
  const comments = view ? here.filter(({ element }) => inWindow(element, view)).length : 0;
  const threaded = here.flatMap((comment) => {
    const thread = threadOf(comment);
    return thread ? [{ comment, thread }] : [];
  });
  const nothing = { comments, unanswered: null, answered: [], weAreHere: false };
  if (here.length > 0 && threaded.length === 0) return nothing;

  const threads = inThreads(commentsOf(found.all('comment')), new Set(threaded.map(({ thread }) => thread)));
  const people = new Map<Element, Person>();
  for (const { element, rule } of [...here, ...[...threads.values()].flat()]) {
    if (people.has(element)) continue;
    const item = readItem(element, rule, site, found.itemAround);
    if (item) people.set(element, item.person);
  }
  if (!(await marks.have(people.values()))) return nothing;
  const markOf = (element: Element): Mark | undefined => {
    const person = people.get(element);
    return person && marks.of(person);
  };
  const open = new Set<Element>();
  const answered: Element[] = [];
  for (const { comment, thread } of threaded) {
    // a comment of nobody that can be told may be ours
    const mark = markOf(comment.element);
    if (mark === undefined || mark === 'ours') continue;
    if (isAnswered(comment, threads.get(thread) ?? [], ({ element }) => markOf(element) === 'ours'))
      answered.push(comment.element);
    else open.add(comment.element);
  }
  const weAreHere = [...people.values()].some((person) => marks.of(person) === 'ours');
  return { comments, unanswered: open, answered, weAreHere };
}

/** How many of some elements are in the window. */
export function countInWindow(elements: Iterable<Element>, view: Window): number {
  let count = 0;
  for (const element of elements) if (inWindow(element, view)) count++;
  return count;
}
