/**
 * Puts an element of our closed root into the top layer, above everything the site stacks. Where the browser has no popovers
 * the host's `z-index` has to do.
 */
export function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== 'function') return;
  try {
    element.popover = 'manual';
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  } catch {
    // not connected any more, or the document is going away
  }
}

/** Where a layer of ours belongs: inside the site's open modal dialog, which makes everything else dead; else at the root. */
export function layerParent(document: Document): Element {
  try {
    return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  } catch {
    return document.documentElement; // an engine that does not know `:modal`
  }
}
