import { browser } from '#imports';

type RootAccess = { openOrClosedShadowRoot?(element: HTMLElement): ShadowRoot | null };

/**
 * An element's shadow root, closed ones too: content scripts may look there (Chromium `dom` namespace, Firefox a property).
 * @returns null where there is none or the browser does not tell
 */
export function openShadowRoot(element: HTMLElement): ShadowRoot | null {
  const firefox = element as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
  if (firefox.openOrClosedShadowRoot !== undefined) return firefox.openOrClosedShadowRoot;
  const chromium = (browser as { dom?: RootAccess }).dom;
  return chromium?.openOrClosedShadowRoot?.(element) ?? null;
}
