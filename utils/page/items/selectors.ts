/**
 * One way to an element: selectors one after the other, each from the open shadow root of what the one before it found. An empty one stands
 * for the element that is started from.
 */
export type SelectorPath = readonly string[];

/** Splits at a separator outside of brackets, parentheses and quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      at += separator.length - 1;
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}

function understood(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/**
 * The ways that a selector of a rule names, in its order.
 * @param selector CSS; commas separate ways, ` >>> ` steps into an open shadow root
 * @returns without those that this browser does not understand
 */
export function pathsOf(selector: string): SelectorPath[] {
  return splitOutside(selector, ',')
    .map((way) => splitOutside(way, '>>>').map((step) => (/^:(scope|host)$/.test(step) ? '' : step)))
    .filter((path) => path.every((step) => step === '' || understood(step)));
}

function* walk(scope: ParentNode, path: SelectorPath, at: number): Generator<Element> {
  const step = path[at] ?? '';
  const last = at === path.length - 1;
  if (step === '') {
    const own = (scope as Element).shadowRoot;
    if (last && scope instanceof Element) yield scope;
    else if (own && !last) yield* walk(own, path, at + 1);
    return;
  }
  for (const element of scope.querySelectorAll(step)) {
    if (last) yield element;
    else if (element.shadowRoot) yield* walk(element.shadowRoot, path, at + 1);
  }
}

/** What the ways find in a tree, way after way. */
export function* findIn(tree: ParentNode, paths: readonly SelectorPath[]): Generator<Element> {
  for (const path of paths) yield* walk(tree, path, 0);
}

/** What the ways find inside an element, way after way; also in the element's own open root, where a custom element keeps its content. */
export function* findInside(element: Element, paths: readonly SelectorPath[]): Generator<Element> {
  for (const path of paths) {
    yield* walk(element, path, 0);
    if (element.shadowRoot && path[0] !== '') yield* walk(element.shadowRoot, path, 0);
  }
}

/** The element around another, also out of a shadow root. */
export function aroundOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** An element and all around it, from the inside, out of shadow roots too. */
export function* upwards(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = aroundOf(at)) yield at;
}
