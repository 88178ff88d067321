interface Before {
  property: string;
  value: string;
  priority: string;
  /** what stands there while it is ours */
  ours: string;
}

export interface Restyler {
  /**
   * Sets a property over whatever the page's style sheets say.
   * @param property no shorthand: taking it back would take what the page said of its parts
   */
  set(element: Element, property: string, value: string): void;
  setAttribute(element: Element, name: string, value: string): void;
  /** Puts everything back, the last first; what the page itself changed meanwhile stays as the page wants it. */
  restore(): void;
}

type Styled = Element & { style: CSSStyleDeclaration };
const isStyled = (element: Element): element is Styled => 'style' in element;

/** What makes changes glide. */
const moving = 'transition-property';

/** Changes elements of the site for a moment and knows how they were. */
export function makeRestyler(): Restyler {
  const styles = new Map<Styled, { hadAttribute: boolean; changes: Before[] }>();
  const attributes: { element: Element; name: string; value: string | null; ours: string }[] = [];

  function put(element: Styled, { property, value, priority, ours }: Before): void {
    const { style } = element;
    if (style.getPropertyValue(property) !== ours || style.getPropertyPriority(property) !== 'important')
      return;
    if (value === '') style.removeProperty(property);
    else style.setProperty(property, value, priority);
  }

  return {
    set(element, property, value) {
      if (!isStyled(element)) return;
      const { style } = element;
      const known = styles.get(element) ?? { hadAttribute: element.hasAttribute('style'), changes: [] };
      if (known.changes.some((change) => change.property === property)) return;
      styles.set(element, known);
      const before = {
        property,
        value: style.getPropertyValue(property),
        priority: style.getPropertyPriority(property),
      };
      style.setProperty(property, value, 'important');
      // as the browser writes it
      known.changes.push({ ...before, ours: style.getPropertyValue(property) });
    },
    setAttribute(element, name, value) {
      attributes.push({ element, name, value: element.getAttribute(name), ours: value });
      element.setAttribute(name, value);
    },
    restore() {
      for (const [element, { changes }] of styles)
        for (const change of changes) if (change.property !== moving) put(element, change);
      // what faded out for us must not fade in again before the person's eyes: what it looks like is settled while nothing can move
      for (const element of styles.keys())
        element.ownerDocument.defaultView?.getComputedStyle(element).opacity;
      for (const [element, { hadAttribute, changes }] of styles) {
        for (const change of changes) if (change.property === moving) put(element, change);
        // asked for its text, not its length: Chromium writes the attribute only when somebody reads it, and takes away none that is not written yet
        if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
      }
      styles.clear();
      for (const { element, name, value, ours } of attributes.splice(0).reverse()) {
        if (element.getAttribute(name) !== ours) continue;
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    },
  };
}
