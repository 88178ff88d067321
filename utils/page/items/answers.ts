import type { ItemRule } from '../../sites/site.ts';
import { pathsOf, upwards } from './selectors.ts';

/** A comment's element with its rule. */
export interface CommentElement {
  element: Element;
  rule: ItemRule;
}

/**
 * What holds a comment and the answers below it.
 * @returns null where the site does not tell
 */
export function threadOf({ element, rule }: CommentElement): Element | null {
  if (rule.thread === undefined) return null;
  if (rule.thread === 'self') return element;
  // the last step is the element; how one gets there from outside does not matter from the inside
  const selectors = pathsOf(rule.thread).map((path) => path.at(-1) ?? '');
  for (const at of upwards(element)) {
    if (at !== element && selectors.some((selector) => selector !== '' && at.matches(selector))) return at;
  }
  return null;
}

/** Whether one element comes before another in the document, also where they stand in different shadow roots. */
export function isBefore(first: Element, second: Element): boolean {
  const others = new Map<Node, Element>();
  for (const at of hostsOf(second)) others.set(at.getRootNode(), at);
  for (const at of hostsOf(first)) {
    const other = others.get(at.getRootNode());
    if (!other) continue;
    // a host comes before what its root holds
    if (at === other) return at === first;
    return Boolean(at.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  }
  return false;
}

/** An element and the hosts of the shadow roots around it. */
function* hostsOf(element: Element): Generator<Element> {
  let at: Element | null = element;
  while (at) {
    yield at;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
}

/**
 * Comments by the threads that were asked for: each with all that stand in it, answers to answers too.
 * @param threads what `threadOf` gave
 */
export function inThreads(
  comments: readonly CommentElement[],
  threads: ReadonlySet<Element>,
): Map<Element, CommentElement[]> {
  const found = new Map<Element, CommentElement[]>();
  for (const comment of comments) {
    for (const at of upwards(comment.element)) {
      if (!threads.has(at)) continue;
      const same = found.get(at) ?? [];
      same.push(comment);
      found.set(at, same);
    }
  }
  return found;
}

/** Whether a comment of ours stands below another in its thread. */
export function isAnswered(
  comment: CommentElement,
  inThread: readonly CommentElement[],
  isOurs: (comment: CommentElement) => boolean,
): boolean {
  return inThread.some(
    (other) => other.element !== comment.element && isOurs(other) && isBefore(comment.element, other.element),
  );
}
