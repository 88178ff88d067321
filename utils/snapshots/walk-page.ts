import type { TextRegion } from '../domain/change-kind.ts';
import { snapshotLimits } from '../domain/snapshot-limits.ts';
import { isLeftOut, regionOf, stableName } from './page-regions.ts';

/** Where the walk is. */
export interface Place {
  element: Element;
  depth: number;
  region: TextRegion;
  /** names of the last elements around it and its own, "main>section.hero>h1" */
  path: string;
}

export interface Visitor {
  /** goes into an element. @returns false: not into what is in it */
  enter(place: Place): boolean;
  /** a text as it stands there */
  text(text: string, place: Place): void;
  leave(place: Place): void;
}

const namesKept = 4;

function pathBelow(path: string, element: Element): string {
  const names = path ? path.split('>') : [];
  return [...names.slice(1 - namesKept), stableName(element)].join('>');
}

/** After so many steps the thread may be handed back; together they take about a millisecond. */
const stepsAtOnce = 100;

/** Work that may be interrupted: yields wherever the page may have its turn, returns what came of it. */
export type InSteps<T> = Generator<void, T, void>;

/** Does the whole work at once. */
export function atOnce<T>(steps: InSteps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Walks the visible part of a page in document order, open shadow roots included, without recursion: pages are as deep as they like.
 * What the page changes between two steps is seen as it is when the walk comes there.
 * @returns whether the page had more elements than are looked at
 */
export function* walkPage(document: Document, visitor: Visitor): InSteps<boolean> {
  const { body } = document;
  if (!body) return false;
  let steps = 0;
  type Step = { node: Node; place: Place } | { leave: Place };
  const stack: Step[] = [];
  let elements = 0;
  const open = (element: Element, outer: Place | null) => {
    const depth = (outer?.depth ?? -1) + 1;
    if (++elements > snapshotLimits.elements || depth > snapshotLimits.depth) return;
    const path = pathBelow(outer?.path ?? '', element);
    const place: Place = { element, depth, region: regionOf(element, outer?.region ?? 'main'), path };
    if (!visitor.enter(place)) return;
    stack.push({ leave: place });
    const children = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes];
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node) stack.push({ node, place });
    }
  };
  open(body, null);
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (++steps % stepsAtOnce === 0) yield;
    if ('leave' in step) visitor.leave(step.leave);
    else if (step.node.nodeType === 3) visitor.text(step.node.nodeValue ?? '', step.place);
    else if (step.node.nodeType === 1 && !isLeftOut(step.node as Element))
      open(step.node as Element, step.place);
    if (elements > snapshotLimits.elements) break;
  }
  return elements > snapshotLimits.elements;
}
