import { browser } from '#imports';
import type { HintField } from '../domain/hint.ts';
import type { TagDone } from '../domain/tag-effect.ts';
import type { pageOrders } from '../messaging/protocol/sites.ts';

/** What the background tells a page's script. */
export type BackgroundMessage =
  | { type: 'frame.close' }
  | { type: 'frame.size'; height: number }
  /** a card was prepared for this tab: after a command, the context menu or the popup */
  | { type: 'card.show' }
  /** the setting that hides the overlay has changed: look at it again */
  | { type: 'overlay.toggle' }
  /** of what works on the screen's items: nothing named is `look` */
  | { type: 'screen.ask'; what?: 'places' | 'entries' | 'tag' }
  /** the person chose it in the popup */
  | { type: 'screen.order'; order: (typeof pageOrders)[number] }
  /** the person wants to point at the element that shows a field */
  | { type: 'hint.point'; field: HintField }
  /** what was chosen in the picker is done */
  | ({ type: 'tag.done' } & TagDone)
  /** the hot key of the saved replies */
  | { type: 'palette.call' }
  /** popup or side panel want to know what a reply would be for; answered with a `PaletteSight` */
  | { type: 'palette.look' }
  | { type: 'palette.close'; copied: boolean }
  /** answered with an `InsertAnswer` */
  | {
      type: 'palette.insert';
      opening: string;
      text: string;
      caret?: number | undefined;
      tabStops?: [number, number][] | undefined;
    };

/** @returns null for anything that is not one of the background's messages to a page */
export function toBackgroundMessage(message: unknown): BackgroundMessage | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  switch (message.type) {
    case 'frame.close':
    case 'card.show':
    case 'overlay.toggle':
    case 'palette.call':
    case 'palette.look':
      return { type: message.type };
    case 'palette.close':
      return { type: message.type, copied: 'copied' in message && message.copied === true };
    // the background is the only one that is heard here, and it sends what its protocol let through
    case 'screen.ask':
    case 'screen.order':
    case 'palette.insert':
    case 'tag.done':
    case 'hint.point':
      return message as BackgroundMessage;
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

/**
 * Hears the background until the signal aborts; each message is acknowledged, so that the background knows we are here.
 * @param heard returns what the message is answered with, or a promise of it
 */
export function onBackgroundMessage(
  heard: (message: BackgroundMessage) => unknown,
  signal: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined; tab?: unknown },
    answer: (response: unknown) => void,
  ): true | undefined => {
    const known = fromBackground(sender, browser.runtime?.id) ? toBackgroundMessage(message) : null;
    if (!known) return;
    Promise.resolve(heard(known) ?? {}).then(
      (value) => answer({ ok: true, value }),
      () => answer({ ok: true, value: {} }),
    );
    // keeps the way back open
    return true;
  };
  // The polyfill's type asks for `true` or a promise; answering by the third argument needs neither.
  const typed = listener as unknown as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(typed);
  signal.addEventListener('abort', () => {
    // the namespace is gone when the abort comes from an update of the extension
    try {
      browser.runtime.onMessage.removeListener(typed);
    } catch {}
  });
}
