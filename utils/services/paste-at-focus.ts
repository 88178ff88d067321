/**
 * Runs in the page's own world, where a closure would not come along: a paste with this text at the focused element, through open shadow
 * roots and frames of the same origin. Nothing is pressed, nothing is sent; an editor that knows pastes takes the text into its model.
 * Only there, because Firefox empties such an event when it comes from an extension's world (Mozilla bug 1654724), and drops data given to
 * the constructor (bug 2027025): it is set afterwards. No HTML goes along, which several editors would prefer and mangle.
 * @returns whether an editor took it: a paste that nobody prevents does nothing, for the browser pastes only what the person pastes
 */
export function pasteAtFocus(text: string): boolean {
  let at: Element | null = document.activeElement;
  for (let depth = 0; at && depth < 50; depth++) {
    let inner: Element | null | undefined = at.shadowRoot?.activeElement;
    if (at.localName === 'iframe' || at.localName === 'frame') {
      try {
        inner = (at as HTMLIFrameElement).contentDocument?.activeElement;
      } catch {
        return false;
      }
    }
    if (!inner) break;
    at = inner;
  }
  const view = at?.ownerDocument.defaultView as (Window & typeof globalThis) | null | undefined;
  if (!at || !view) return false;
  const event = new view.ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: new view.DataTransfer(),
  });
  event.clipboardData?.setData('text/plain', text);
  at.dispatchEvent(event);
  return event.defaultPrevented;
}
