/** The focused element, also inside the site's own open shadow roots. */
function deepFocus(document: Document): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/**
 * Remembers where the caret stands. What comes back puts it there again: focus without scrolling, then the selection.
 * Form fields keep their own selection; rich editors need theirs restored.
 */
export function rememberFocus(document: Document): () => void {
  const focused = deepFocus(document);
  const selection = document.getSelection();
  const ranges = selection
    ? Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange())
    : [];
  return () => {
    document.defaultView?.focus();
    if (focused instanceof HTMLElement && focused !== document.body && focused.isConnected) {
      focused.focus({ preventScroll: true });
    }
    const inField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
    if (inField || ranges.some((range) => !range.startContainer.isConnected)) return;
    const now = document.getSelection();
    if (!now || ranges.length === 0) return;
    now.removeAllRanges();
    for (const range of ranges) now.addRange(range);
  };
}
