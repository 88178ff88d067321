import { render } from 'preact';
import { browser } from '#imports';
import type { FirstLook } from '../../components/popup/first-look.ts';
import { Popup } from '../../components/popup/popup.tsx';

/** A new tab does not close the popup in every browser. In a tab of its own (`getCurrent` knows it) the page stays. */
async function open(url: string) {
  await browser.tabs.create({ url });
  await close();
}
async function close() {
  if (!(await browser.tabs.getCurrent())) window.close();
}

const hasAccess = (origin: string) => browser.permissions.contains({ origins: [origin] });
const askAccess = (origin: string) => browser.permissions.request({ origins: [origin] }).catch(() => false);

const browserLanguage = browser.i18n.getUILanguage();

/** Chromium's panel belongs to a window, Firefox's sidebar to the one with the press; both open only while it counts. */
const windowId = browser.windows.getCurrent().then(({ id }) => id);
async function openPanel() {
  if ('sidebarAction' in browser) await (browser.sidebarAction as { open(): Promise<void> }).open();
  else await browser.sidePanel.open({ windowId: (await windowId) ?? browser.windows.WINDOW_ID_CURRENT });
  await close();
}

const loadReplies = async () => (await import('./beside-page.tsx')).Replies;

/** Draws the popup. @param first what was loaded meanwhile */
export function show(root: HTMLElement, first: FirstLook): void {
  render(
    <Popup
      browserLanguage={browserLanguage}
      first={first}
      openPanel={() => void openPanel()}
      loadReplies={loadReplies}
      close={() => void close()}
      hasAccess={hasAccess}
      askAccess={askAccess}
      openTab={(url) => void open(url)}
      openDashboard={(route) => void open(browser.runtime.getURL('/dashboard.html') + route)}
    />,
    root,
  );
}
