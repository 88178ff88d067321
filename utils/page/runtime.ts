import { browser } from '#imports';
import { drawButton } from '../../components/overlay/button-view.ts';
import type { UiSettings } from '../domain/settings.ts';
import { overlay as en } from '../i18n/locales/en/overlay.ts';
import { overlay as zh_CN } from '../i18n/locales/zh_CN/overlay.ts';
import { overlay as zh_TW } from '../i18n/locales/zh_TW/overlay.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../i18n/translate.ts';
import { ask, isAlive, write } from '../messaging/client.ts';
import { hostMatches, type PageIdentity, type Site } from '../sites/site.ts';
import { type BackgroundMessage, onBackgroundMessage } from './background-messages.ts';
import { guardClicks } from './click-guard.ts';
import { pointAt } from './features/pick-element.ts';
import { makeFrameHost } from './frame-host.ts';
import { claim } from './marker.ts';
import { makeMounts, removeLeftovers } from './mount.ts';
import { watchNavigation } from './navigation.ts';
import { makeObserver } from './observe.ts';
import { type Feature, type Page, type PaletteEar, type ScreenPart, sameIdentity } from './page.ts';
import { taggedSlot } from './tagging/tagged-slot.ts';
import { makeToast } from './toast.ts';
import { onUiSettings, readUiSettings } from './ui-settings.ts';

/** What the runtime needs from outside, so that it can be tried without a browser. */
export interface RuntimeParts {
  features: readonly Feature[];
  siteOf(url: URL): Site;
  document?: Document;
}

/** A signal that ends with either of two. */
function inside(outer: AbortSignal): AbortController {
  const inner = new AbortController();
  outer.addEventListener('abort', () => inner.abort(), { signal: inner.signal });
  return inner;
}

function wordsFor(ui: UiSettings) {
  const own = browser.i18n.getUILanguage();
  const language = chooseLanguage(ui.language, own);
  return makeTranslate({ en, zh_CN, zh_TW }, language, ui.market, chooseLocale(language, own));
}

const looksDifferent = (a: UiSettings, b: UiSettings) =>
  a.language !== b.language || a.market !== b.market || a.theme !== b.theme;

/** Whether the person wants buttons on this page. */
function wanted(ui: UiSettings, host: string): boolean {
  return !ui.overlayHidden && !hostMatches(ui.sitesOff, host);
}

/**
 * The content script's life on a page: one page state after the other, each with the features that the person wants there, all
 * of it ended by one signal.
 * @returns false where a live script already runs in this world
 */
export function startRuntime({ features, siteOf, document = window.document }: RuntimeParts): boolean {
  const life = new AbortController();
  const running = { alive: () => !life.signal.aborted && isAlive(), stop: () => life.abort() };
  if (!claim(running)) return false;
  removeLeftovers(document);

  let ui: UiSettings | null = null;
  let href = document.location.href;
  /** the background asked for the card before the settings were read: a script that was just injected */
  let cardAsked = false;
  let current: {
    identity: PageIdentity | null;
    stop: AbortController;
    heard(message: BackgroundMessage): unknown;
  } | null = null;

  const identify = (address: string) => {
    const url = new URL(address);
    const site = siteOf(url);
    return { site, identity: site.identify(url) };
  };

  function arrive(): void {
    current?.stop.abort();
    current = null;
    if (!ui || !isAlive()) return;
    const stop = inside(life.signal);
    const { signal } = stop;
    const { site, identity } = identify(href);
    const t = wordsFor(ui);
    let cardAnchor: Element | null = null;
    let operation: string | null = null;
    let screen: ScreenPart | null = null;
    let palette: PaletteEar | null = null;

    const askInPopup = () => {
      toast(t('overlay_ask_in_popup'));
      void ask('page.ask-in-popup', {});
    };
    const toast = makeToast(
      document,
      { theme: ui.theme, closeLabel: t('overlay_close'), refused: askInPopup },
      signal,
    );
    const takeBack = async (undo: string) => {
      const result = await write('operation.undo', { undo });
      toast(result.ok ? t('overlay_undone') : t('overlay_undo_failed'));
    };
    const cardBlocked = () => {
      const undo = operation;
      if (!undo) return toast(t('overlay_card_blocked'));
      toast(`${t('overlay_saved')} · ${t('overlay_card_blocked')}`, {
        label: t('overlay_undo'),
        run: () => void takeBack(undo),
      });
    };
    const frame = makeFrameHost(
      document,
      { title: t('overlay_frame_title'), theme: ui.theme, blocked: cardBlocked },
      signal,
    );
    const page: Page = {
      document,
      site,
      identity,
      identityNow: () => identify(document.location.href).identity,
      observer: makeObserver(document, signal),
      mounts: makeMounts(document, ui.theme, signal),
      frame,
      toast,
      theme: ui.theme,
      t,
      drawButton,
      guardClicks,
      makeTranslate,
      askInPopup,
      cardBelongsTo(element) {
        cardAnchor = element;
      },
      lastOperation(id) {
        operation = id;
      },
      screenIs(part) {
        screen = part;
      },
      paletteIs(ear) {
        palette = ear;
      },
      stepBack(clicked) {
        life.abort();
        // outlives the script's signal on purpose: it closes by itself
        if (clicked) sayStale(t('overlay_stale'), t('overlay_close'), ui?.theme ?? 'auto');
      },
    };
    current = {
      identity,
      stop,
      heard(message) {
        if (message.type === 'frame.close') frame.close();
        else if (message.type === 'frame.size') frame.resize(message.height);
        else if (message.type === 'card.show') frame.open(cardAnchor);
        else if (message.type === 'screen.order') screen?.order(message.order);
        else if (message.type === 'hint.point') void pointAt(page, message.field, signal);
        else if (message.type === 'tag.done') taggedSlot.provided()?.say(page, message);
        else if (message.type === 'screen.ask') return screen?.[message.what ?? 'look']();
        else if (message.type !== 'overlay.toggle') return palette?.heard(message);
      },
    };
    if (wanted(ui, new URL(href).hostname)) for (const feature of features) feature.init(signal, page);
    if (cardAsked) frame.open(cardAnchor);
    cardAsked = false;
  }

  function sayStale(text: string, closeLabel: string, theme: string): void {
    makeToast(document, { theme, closeLabel, refused: () => undefined }, new AbortController().signal)(text);
  }

  function settle(next: UiSettings): void {
    const before = ui;
    ui = next;
    const host = new URL(href).hostname;
    if (!before || looksDifferent(before, next) || wanted(before, host) !== wanted(next, host)) arrive();
  }

  async function lookAgain(): Promise<void> {
    const next = await readUiSettings();
    if (!life.signal.aborted) settle(next);
  }

  const stillAlive = () => {
    if (!isAlive()) life.abort();
  };
  document.addEventListener('visibilitychange', stillAlive, { signal: life.signal });
  onUiSettings(settle, life.signal);
  onBackgroundMessage((message) => {
    if (message.type === 'overlay.toggle') void lookAgain();
    else if (current) return current.heard(message);
    else if (message.type === 'card.show') cardAsked = true;
  }, life.signal);
  watchNavigation((now, restored) => {
    stillAlive();
    href = now;
    if (!ui || life.signal.aborted) return;
    // the same profile under another address (a tab, a tracking parameter, an opened picture) keeps its button and card
    const same = current && sameIdentity(current.identity, identify(now).identity);
    if (restored || !same) arrive();
  }, life.signal);
  void lookAgain();
  return true;
}
