/** How a host of ours looks from outside: without attributes, text or size. */
const bareSpan = 'span:empty:not([class], [id], [style])';

const isShown = (element: Element) => element.getClientRects().length > 0 && !element.matches(bareSpan);

function beside(element: Element, step: 'nextElementSibling' | 'previousElementSibling'): Element | null {
  let next = element[step];
  while (next && !isShown(next)) next = next[step];
  return next;
}

function outer(element: Element): Element | null {
  const root = element.getRootNode();
  const above = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return above === element.ownerDocument.documentElement ? null : above;
}

const keys: Record<string, (element: Element) => Element | null> = {
  ArrowUp: outer,
  ArrowDown: (element) => [...element.children].find(isShown) ?? null,
  ArrowLeft: (element) => beside(element, 'previousElementSibling'),
  ArrowRight: (element) => beside(element, 'nextElementSibling'),
};

/**
 * Where an arrow key leads from an element: up to what is around it, down to the first inside, left and right to what stands beside it.
 * @returns the element itself where there is nothing that way; null for any other key
 */
export function stepTo(key: string, from: Element): Element | null {
  const step = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return step ? (step(from) ?? from) : null;
}

/** The element that an event of the pointer is about, inside the site's open shadow roots too; of our own hosts what they stand in. */
export function elementOf(event: Event): Element | null {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return null;
  return target.matches(bareSpan) ? target.parentElement : target;
}
