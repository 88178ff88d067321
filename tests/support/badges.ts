import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
}

/** What stands beside a name, as seen from outside of the page. */
export interface Badge {
  /** the mark that is drawn; undefined: an empty box */
  mark: string | undefined;
  /** left and upper edge in the window, CSS pixels */
  x: number;
  y: number;
  width: number;
}

function* inClosedRoots(node: DomNode, inside = false): Generator<DomNode> {
  if (inside) yield node;
  for (const root of node.shadowRoots ?? [])
    yield* inClosedRoots(root, inside || root.shadowRootType === 'closed');
  for (const child of node.children ?? []) yield* inClosedRoots(child, inside);
}

function attribute({ attributes = [] }: DomNode, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2)
    if (attributes[at] === name) return attributes[at + 1] ?? '';
  return undefined;
}

async function boxOf(cdp: CDPSession, node: DomNode): Promise<Badge | undefined> {
  try {
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [x = 0, y = 0, right = 0] = model.border;
    return { mark: attribute(node, 'data-mark'), x, y, width: right - x };
  } catch {
    return undefined; // it is not drawn, or went away meanwhile
  }
}

async function elementsOf(page: Page, className: RegExp): Promise<Badge[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const nodes = [...inClosedRoots(root)].filter((node) => className.test(attribute(node, 'class') ?? ''));
    const boxes = await Promise.all(nodes.map((node) => boxOf(cdp, node)));
    return boxes.filter((box) => box !== undefined);
  } finally {
    await cdp.detach();
  }
}

/** The colours of the dots beside each name, in the order of the document; none for what carries no tag. */
export async function dotsIn(page: Page): Promise<string[][]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const rows = [...inClosedRoots(root)].filter((node) => attribute(node, 'class') === 'dots');
    return rows.map(({ children = [] }) => children.flatMap((dot) => attribute(dot, 'data-colour') ?? []));
  } finally {
    await cdp.detach();
  }
}

/**
 * What stands beside the dots of a page: of each dot the id of the row around it, in the order of the document. The rows stand in no shadow root.
 * @param row what a row is @param id the attribute that tells rows apart
 */
export async function rowsWithDots(page: Page, { row, id }: { row: string; id: string }): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const dots = [...inClosedRoots(root)].filter((node) => attribute(node, 'data-colour') !== undefined);
    const found: string[] = [];
    for (const { backendNodeId } of dots) {
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
      const { result } = await cdp.send('Runtime.callFunctionOn', {
        ...(object.objectId ? { objectId: object.objectId } : {}),
        functionDeclaration:
          'function (row, id) { return this.getRootNode().host.closest(row)?.getAttribute(id) ?? "" }',
        arguments: [{ value: row }, { value: id }],
        returnByValue: true,
      });
      found.push(String(result.value));
    }
    return found;
  } catch {
    return ['the page is on its way'];
  } finally {
    await cdp.detach();
  }
}

/** The boxes beside names in a page, filled and empty ones. */
export const badgesIn = (page: Page) => elementsOf(page, /^badge$/);

/** The boxes in which dots stand, filled and empty ones. */
export const dotBoxesIn = (page: Page) => elementsOf(page, /^dots$/);

/** The boxes for comments without an answer. */
export const waitingIn = (page: Page) => elementsOf(page, /^badge waits$/);

/** Marks that are drawn in a page, in the order of the document. */
export async function marksIn(page: Page): Promise<string[]> {
  return (await badgesIn(page)).flatMap(({ mark }) => mark ?? []);
}
