/** What a query can be asked of: a document, an element, an open shadow root. */
export type Queryable = Pick<ParentNode, 'querySelector' | 'querySelectorAll'>;

/**
 * The inside of an element with an open shadow root; of a saved page, whose shadow roots were written down as templates, the inside of that
 * template. An element without either stands for itself.
 */
export function insideOf(element: Element): Queryable {
  if (element.shadowRoot) return element.shadowRoot;
  for (const child of element.children) {
    if (child.localName !== 'template' || !child.hasAttribute('shadowrootmode')) continue;
    // Not every parser keeps a template's inside apart.
    const content: Queryable | undefined = (child as Partial<HTMLTemplateElement>).content;
    return content ?? child;
  }
  return element;
}

/** All elements along a path of selectors, each step taken inside what the step before found. */
export function everyDeep(root: Queryable, ...path: string[]): Element[] {
  let here: Queryable[] = [root];
  let found: Element[] = [];
  for (const selector of path) {
    found = here.flatMap((each) => [...each.querySelectorAll(selector)]);
    here = found.map(insideOf);
  }
  return found;
}

/** The first element along such a path. */
export function firstDeep(root: Queryable, ...path: string[]): Element | undefined {
  return everyDeep(root, ...path)[0];
}
