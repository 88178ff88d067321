import { openShadowRoot } from '../closed-root.ts';
import { isField } from './facts.ts';

/** Where the focus is, all the way down. */
export interface DeepFocus {
  /** the field, or the outermost editable element around the focus */
  element: HTMLElement;
  /** a closed shadow root is on the way to it */
  closed: boolean;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}

/** The document of a frame of the same origin; null for any other one, and for what is no frame. */
export function documentIn(element: Element): Document | null {
  try {
    return isFrame(element) ? element.contentDocument : null;
  } catch {
    return null;
  }
}

/** The whole editor around a place in it: the outermost editable element of its tree. */
function hostOf(element: HTMLElement): HTMLElement {
  if (isField(element)) return element;
  if (element.ownerDocument.designMode === 'on') return element.ownerDocument.body;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/**
 * The focused element through shadow roots, open and closed, and through frames of the same origin. A frame of another origin has its
 * own script, which answers for it.
 * @returns null where nothing has the focus, or something in a foreign frame
 */
export function deepFocus(document: Document): DeepFocus | null {
  let at = document.activeElement as HTMLElement | null;
  let closed = false;
  // a page nests a handful; one that goes on for ever is not followed
  for (let depth = 0; at && depth < 50; depth++) {
    if (isFrame(at)) {
      const inside: Document | null = documentIn(at);
      if (!inside) return null;
      at = inside.activeElement as HTMLElement | null;
      continue;
    }
    const root: ShadowRoot | null = openShadowRoot(at) ?? at.shadowRoot;
    const inner = root?.activeElement as HTMLElement | null | undefined;
    if (!root || !inner) return { element: hostOf(at), closed };
    closed ||= root.mode === 'closed';
    at = inner;
  }
  return null;
}
