import { browser } from '#imports';

/** What the background tells a page's script. */
export type BackgroundMessage =
  | { type: 'frame.close' }
  | { type: 'frame.size'; height: number }
  /** a card was prepared for this tab: after a command, the context menu or the popup */
  | { type: 'card.show' }
  /** the setting that hides the overlay has changed: look at it again */
  | { type: 'overlay.toggle' };

/** @returns null for anything that is not one of the background's messages to a page */
export function toBackgroundMessage(message: unknown): BackgroundMessage | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  switch (message.type) {
    case 'frame.close':
    case 'card.show':
    case 'overlay.toggle':
      return { type: message.type };
    case 'frame.size':
      return 'height' in message && typeof message.height === 'number' && Number.isFinite(message.height)
        ? { type: 'frame.size', height: message.height }
        : null;
    default:
      return null;
  }
}

/** Whether the background speaks: our own extension, and not a page or frame in a tab. */
export function fromBackground(
  sender: { id?: string | undefined; tab?: unknown },
  ownId: string | undefined,
): boolean {
  return ownId !== undefined && sender.id === ownId && sender.tab === undefined;
}

/** Hears the background until the signal aborts; each message is acknowledged, so that the background knows we are here. */
export function onBackgroundMessage(heard: (message: BackgroundMessage) => void, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined; tab?: unknown },
    answer: (response: unknown) => void,
  ): undefined => {
    const known = fromBackground(sender, browser.runtime?.id) ? toBackgroundMessage(message) : null;
    if (!known) return;
    heard(known);
    answer({ ok: true, value: {} });
  };
  // The polyfill's type asks for `true` or a promise; answering at once needs neither.
  const typed = listener as unknown as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(typed);
  signal.addEventListener('abort', () => {
    // the namespace is gone when the abort comes from an update of the extension
    try {
      browser.runtime.onMessage.removeListener(typed);
    } catch {}
  });
}
