import type { drawButton } from '../../components/overlay/button-view.ts';
import type { SeenEntry } from '../domain/campaign.ts';
import type { Screen } from '../domain/screen.ts';
import type { ScreenItems } from '../domain/screen-item.ts';
import type { OverlayKey } from '../i18n/locales/en/overlay.ts';
import type { makeTranslate, Translate } from '../i18n/translate.ts';
import type { pageOrders } from '../messaging/protocol/sites.ts';
import type { PageIdentity, Site } from '../sites/site.ts';
import type { BackgroundMessage } from './background-messages.ts';
import type { guardClicks } from './click-guard.ts';
import type { FrameHost } from './frame-host.ts';
import type { Mounts } from './mount.ts';
import type { PageObserver } from './observe.ts';
import type { ShowToast } from './toast.ts';

/** What works on the items of the screen, asked by the background (`screen.ask`). */
export interface ScreenPart {
  look(): Promise<Screen>;
  /** Opens the picker of tags for what the person points at. @returns whether there was something */
  tag(): Promise<boolean>;
  /** what stands in the window, and where */
  places(): ScreenItems;
  /** comments and posts that were scrolled past, for a giveaway */
  entries(): SeenEntry[];
  order(order: (typeof pageOrders)[number]): void;
}

/** What hears the background's words to the saved replies. */
export interface PaletteEar {
  heard(message: Extract<BackgroundMessage, { type: `palette.${string}` }>): Promise<unknown> | undefined;
}

/** What a feature gets about the page it works on. All of it ends with the signal that `init` was given. */
export interface Page {
  document: Document;
  /** the site by the address; `web` where the registry does not know it */
  site: Site;
  /** what the address says */
  identity: PageIdentity | null;
  /** the address now: a move inside the page may already be under way */
  identityNow(): PageIdentity | null;
  observer: PageObserver;
  mounts: Mounts;
  frame: FrameHost;
  toast: ShowToast;
  /** of the settings: what our closed roots are dressed in */
  theme: string;
  t: Translate<OverlayKey>;
  /** for the files that are put beside this script later: they need not carry it a second time */
  drawButton: typeof drawButton;
  guardClicks: typeof guardClicks;
  makeTranslate: typeof makeTranslate;
  /** A real click that the click rule did not let through is asked again where no page reaches. */
  askInPopup(): void;
  /** The card shall open at this element when the background asks for one. */
  cardBelongsTo(element: Element | null): void;
  /** Tells that a write was done, so that it can be taken back where the card cannot load. */
  lastOperation(operationId: string | null): void;
  /** Names who answers the popup's questions about the screen, until the page's signal aborts. */
  screenIs(part: ScreenPart): void;
  /** Names who hears what the background says to the saved replies, until the page's signal aborts. */
  paletteIs(ear: PaletteEar): void;
  /** The extension was updated under this page: everything goes, one line stays for the person who just clicked. */
  stepBack(clicked: boolean): void;
}

/** One thing that Deckhand does on a page; everything it made goes away when the signal aborts. */
export interface Feature {
  init(signal: AbortSignal, page: Page): void;
}

/** Whether two identities are the same page of the same person, whatever else the address carries. */
export function sameIdentity(a: PageIdentity | null, b: PageIdentity | null): boolean {
  if (!a || !b) return false;
  return a.kind === b.kind && a.id === b.id && a.handle === b.handle && a.url === b.url;
}
