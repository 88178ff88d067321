/** What an editor keeps in an empty line to hold it open, and nothing else. */
const padding = /^[\u200b\u2060\ufeff]+$/;

/** A selection as four numbers would be: it stays what it was whatever the page selects meanwhile. */
export interface Place {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

type ComposedSelection = Selection & {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
};
/** Chromium keeps a selection for each root and has done so for longer than there is a standard. */
type RootWithSelection = ShadowRoot & { getSelection?(): Selection | null };

function shadowRootOf(host: Element): RootWithSelection | null {
  const root = host.getRootNode();
  return 'host' in root ? (root as RootWithSelection) : null;
}

/** The selection that can be moved inside an editor, in a shadow root too. */
export function selectionFor(host: Element): Selection | null {
  return shadowRootOf(host)?.getSelection?.() ?? host.ownerDocument.getSelection();
}

/** What is selected inside an editor; null when the selection is elsewhere. */
export function readPlace(host: Element): Place | null {
  const root = shadowRootOf(host);
  const selection = selectionFor(host) as ComposedSelection | null;
  if (!selection) return null;
  const composed =
    root && !root.getSelection ? selection.getComposedRanges?.({ shadowRoots: [root] })[0] : undefined;
  const range = composed ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : null);
  if (!range || !host.contains(range.startContainer) || !host.contains(range.endContainer)) return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return { startContainer, startOffset, endContainer, endOffset };
}

/** @returns false where the browser would not have it: the nodes are gone or shorter */
export function putPlace(host: Element, place: Place): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = place;
  if (!host.contains(startContainer) || !host.contains(endContainer)) return false;
  try {
    selectionFor(host)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    return true;
  } catch {
    return false;
  }
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

/** Moves the caret forward over line ends, as the right arrow does; padding is no step. */
export function moveOverLines(host: Element, lines: number): void {
  for (let moved = 0; moved < lines; moved++) {
    const at = readPlace(host)?.startContainer;
    if (at?.nodeType === Node.TEXT_NODE && padding.test((at as Text).data))
      selectionFor(host)?.collapse(at, (at as Text).length);
    selectionFor(host)?.modify('move', 'forward', 'character');
  }
}

/** Longest that a browser takes to tell of a new selection, milliseconds. */
const toldWithin = 60;

/**
 * Changes the selection and waits until the page's editor could hear of it: the browser tells in a task of its own, Firefox later than the
 * next one.
 * @param settleFor what the editor needs beyond that, milliseconds
 * @returns what the change returned
 */
export async function andNoticed(host: Element, settleFor: number, change: () => boolean): Promise<boolean> {
  const document = host.ownerDocument;
  const before = readPlace(host);
  const told = new Promise<void>((resolve) => {
    const finish = () => {
      document.removeEventListener('selectionchange', finish, true);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, toldWithin);
    document.addEventListener('selectionchange', finish, true);
  });
  const done = change();
  if (before && !samePlace(before, readPlace(host))) await told;
  await new Promise((next) => setTimeout(next, settleFor));
  return done;
}
