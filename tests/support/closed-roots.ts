import type { CDPSession, Page } from '@playwright/test';

/** The part of the protocol's `DOM.Node` that is used here. */
interface DomNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue?: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
}

export interface RootButton {
  /** what a screen reader says: `aria-label`, `title` or the text */
  name: string;
  attributes: Record<string, string>;
  /** middle of the button in the window, CSS pixels */
  x: number;
  y: number;
  width: number;
  height: number;
  /** what the driver knows it by */
  node: number;
}

function attributesOf(node: DomNode): Record<string, string> {
  const list = node.attributes ?? [];
  const pairs = Array.from({ length: list.length / 2 }, (_, i) => [list[i * 2] ?? '', list[i * 2 + 1] ?? '']);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function textOf(node: DomNode): string {
  return (node.nodeValue ?? '') + (node.children ?? []).map(textOf).join('');
}

/** How a page could find our host: a span with neither content nor attributes. None of the sample pages has another. */
export const bareHost = 'span:empty:not([class], [id], [style])';

/** Nodes inside closed shadow roots, in document order. */
function* inClosedRoots(node: DomNode, inside = false): Generator<DomNode> {
  if (inside) yield node;
  // the site may have open ones around ours
  for (const root of node.shadowRoots ?? [])
    yield* inClosedRoots(root, inside || root.shadowRootType === 'closed');
  for (const child of node.children ?? []) yield* inClosedRoots(child, inside);
}

async function closedNodes(cdp: CDPSession): Promise<DomNode[]> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  return [...inClosedRoots(root)];
}

async function asButton(cdp: CDPSession, node: DomNode): Promise<RootButton | undefined> {
  const attributes = attributesOf(node);
  try {
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border;
    const name = attributes['aria-label'] || attributes.title || textOf(node).trim();
    const box = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, width: x2 - x1, height: y2 - y1 };
    return { name, attributes, ...box, node: node.backendNodeId };
  } catch {
    return undefined; // it is not drawn, or went away meanwhile
  }
}

/** The visible buttons in closed roots of a page. Locators do not enter there. */
export async function buttonsInClosedRoots(page: Page): Promise<RootButton[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const nodes = (await closedNodes(cdp)).filter(({ nodeName }) => nodeName === 'BUTTON');
    const buttons = await Promise.all(nodes.map((node) => asButton(cdp, node)));
    return buttons.filter((button) => button !== undefined);
  } finally {
    await cdp.detach();
  }
}

/** All words in closed roots of a page: what a person could read there, labels included. */
export async function wordsInClosedRoots(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const words: string[] = [];
    for (const node of await closedNodes(cdp)) {
      const { title, 'aria-label': label } = attributesOf(node);
      if (node.nodeName === '#text') words.push(node.nodeValue ?? '');
      words.push(title ?? '', label ?? '');
    }
    return words.filter((word) => word.trim()).join('\n');
  } finally {
    await cdp.detach();
  }
}

/**
 * Waits for something that is asked for again and again.
 * @throws with `what` after `timeout` milliseconds
 */
export async function eventually<T>(
  what: string,
  get: () => Promise<T | undefined | null | false>,
  timeout = 10_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await get();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${timeout} ms still no ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits for the overlay's button in a page, and for its place to settle. */
export async function overlayButton(
  page: Page,
  fits: (button: RootButton) => boolean = () => true,
): Promise<RootButton> {
  let before = '';
  return eventually('button in a closed root', async () => {
    const button = (await buttonsInClosedRoots(page)).find(fits);
    const now = button ? `${button.x} ${button.y}` : '';
    const settled = now !== '' && now === before;
    before = now;
    return settled ? button : undefined;
  });
}

/** Scrolls as a person would where a button is outside of the window. */
async function scrollTo(page: Page, { y }: RootButton): Promise<void> {
  await page.evaluate((middle) => {
    if (middle < 20 || middle > innerHeight - 20) window.scrollBy(0, middle - innerHeight / 2);
  }, y);
}

/** Runs in the page, on an element: whether it can really be seen, and has been for `long` milliseconds since the browser said so. */
function seenFor(this: Element, long: number): Promise<boolean> {
  return new Promise((done) => {
    const options = { threshold: [0.99, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
      if (!last?.isVisible || last.intersectionRatio < 0.99) return;
      observer.disconnect();
      setTimeout(done, long, true);
    }, options);
    observer.observe(this);
    // a button that the page hides is never seen
    setTimeout(done, 10_000, false);
  });
}

/**
 * Waits as a person does who looks before she presses: until the browser says that a button is seen, and then for as long as it has to be seen
 * before a press on it counts. A busy machine draws it late, so that no time after its coming is long enough.
 * @returns false where it cannot be seen
 */
export async function lookedAt(page: Page, { node }: RootButton): Promise<boolean> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      ...(object.objectId ? { objectId: object.objectId } : {}),
      functionDeclaration: String(seenFor),
      // 300 for the rule, and twice 100: the product looks so often
      arguments: [{ value: 500 }],
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value === true;
  } finally {
    await cdp.detach();
  }
}

/** Real mouse click on the overlay's button, after the time for which a button has to be seen before it counts. */
export async function clickOverlay(page: Page, fits?: (button: RootButton) => boolean): Promise<RootButton> {
  const found = await overlayButton(page, fits);
  await scrollTo(page, found);
  await lookedAt(page, await overlayButton(page, fits));
  const button = await overlayButton(page, fits);
  await page.mouse.move(button.x, button.y);
  await page.mouse.click(button.x, button.y);
  return button;
}
