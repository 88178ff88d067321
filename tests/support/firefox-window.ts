import type { Page } from 'puppeteer-core';
import { type FirefoxBrowsing, until } from './firefox.ts';

/*
 * What only the browser's own window does: its keys, its context menu, the popup under its button, its permissions. With them the browser
 * gives us a tab for a moment (`activeTab`), as it does for a person; a popup opened as a tab does not.
 */

interface Wire {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    result: {
      contexts?: { context: string }[];
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
  }>;
}

/** @param script an expression, run in the browser's first window; what it promises is waited for */
export async function inWindow({ browser }: FirefoxBrowsing, script: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Wire };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = tree.result.contexts ?? [];
  if (!window) throw new Error('no window of the browser');
  const target = { context: window.context };
  const { result } = await connection.send('script.evaluate', {
    expression: script,
    target,
    awaitPromise: true,
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}

/** Fires the browser's own key of a command: keys of a test stay in the page. @param key with Alt and Shift */
export async function pressCommandKey(firefox: FirefoxBrowsing, key: string): Promise<void> {
  const selector = `keyset[id^=ext] key[key=${key}][modifiers="alt,shift"]`;
  await inWindow(
    firefox,
    `document.querySelector(${JSON.stringify(selector)})
      .dispatchEvent(new CustomEvent('command', { bubbles: true, cancelable: true })) && 1`,
  );
}

/** Opens the context menu of a page and chooses an entry of ours. @param id as the entry is made @param at where in the window */
export async function chooseInMenu(
  firefox: FirefoxBrowsing,
  page: Page,
  id: string,
  at: { x: number; y: number },
): Promise<void> {
  await page.mouse.click(at.x, at.y, { button: 'right' });
  const menu = `document.getElementById('contentAreaContextMenu')`;
  const item = `${menu}.querySelector('[id$="-menuitem-_${id}"]')`;
  await until('context menu', async () => await inWindow(firefox, `${menu}.state === 'open'`));
  await inWindow(firefox, `${item}.closest('menu').openMenu(true)`);
  await until('entries of ours', async () =>
    inWindow(firefox, `${item}.closest('menupopup').state === 'open'`),
  );
  await inWindow(firefox, `${item}.closest('menupopup').activateItem(${item})`);
}

const ownId = '{6d1f0a52-8c0e-4b53-9d5e-4a1c7c0b9f11}';
const popup = `document.querySelector('browser[webextension-view-type=popup]')`;

/** Presses our button in the toolbar and then one in the popup that opens under it. @param words on that button */
export async function pressInPopup(firefox: FirefoxBrowsing, words: string): Promise<void> {
  await inWindow(
    firefox,
    `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
      .ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${ownId}').extension)
      .triggerAction(window), 1`,
  );
  const press = `{
    const button = [...content.document.querySelectorAll('button')]
      .find((one) => one.textContent.trim() === ${JSON.stringify(words)});
    if (button && !button.disabled) button.click();
    sendAsyncMessage('pressed-in-test', Boolean(button));
  }`;
  await until(`“${words}” in the popup`, () =>
    inWindow(
      firefox,
      `new Promise((done) => {
        const manager = ${popup}.messageManager;
        const said = ({ data }) => {
          manager.removeMessageListener('pressed-in-test', said);
          done(data);
        };
        manager.addMessageListener('pressed-in-test', said);
        manager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(press)}), false);
      })`,
    ),
  );
}

/** Closes the popup that stands under the toolbar. */
export async function closePopup(firefox: FirefoxBrowsing): Promise<void> {
  await inWindow(firefox, `${popup}?.closest('panel')?.hidePopup(), 1`);
}

/** Stops the background, as the browser does when it has had nothing to do for a while; the next message starts it again. */
export async function putBackgroundToSleep(firefox: FirefoxBrowsing): Promise<void> {
  await inWindow(
    firefox,
    `WebExtensionPolicy.getByID('${ownId}').extension.terminateBackground().then(() => 1)`,
  );
}

/** Lets the browser save files without a question. */
export async function downloadsInto(firefox: FirefoxBrowsing, folder: string): Promise<void> {
  await inWindow(
    firefox,
    `Services.prefs.setIntPref('browser.download.folderList', 2),
     Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)}),
     Services.prefs.setBoolPref('browser.download.useDownloadDir', true), 1`,
  );
}

interface OwnBrowser {
  permissions: { request(asked: object): Promise<boolean>; contains(asked: object): Promise<boolean> };
  runtime: { sendMessage(message: object): Promise<unknown>; getBackgroundPage(): Promise<object> };
}

/**
 * Asks for hosts, as the settings do: a request counts only within a press of the person.
 * @param inside an extension page, in front
 */
export async function grantHosts(inside: Page, origins: readonly string[]): Promise<void> {
  await inside.evaluate(
    (wanted) => {
      const { browser } = globalThis as unknown as { browser: OwnBrowser };
      const button = document.createElement('button');
      button.id = 'ask-in-test';
      button.style.cssText = 'position:fixed;inset:0;z-index:9;width:200px;height:60px';
      button.addEventListener('click', () => {
        button.remove();
        void browser.permissions.request({ origins: wanted });
      });
      document.body.append(button);
    },
    [...origins],
  );
  await inside.mouse.click(50, 30);
  await until('permission', () =>
    inside.evaluate(
      (wanted) =>
        (globalThis as unknown as { browser: OwnBrowser }).browser.permissions.contains({ origins: wanted }),
      [...origins],
    ),
  );
}

/** Sends a message to the background from an extension page, as the page's own code does. */
export function sendInside(inside: Page, type: string, input: object): Promise<unknown> {
  return inside.evaluate(
    (message) => (globalThis as unknown as { browser: OwnBrowser }).browser.runtime.sendMessage(message),
    { type, input },
  );
}

/**
 * Moves the background's clock. A background that was put to sleep has the right time again, so it is moved before each look.
 * @param inside an extension page, which stays open: the clock is made there
 * @param ahead milliseconds; negative: into the past
 */
export async function moveBackgroundClock(inside: Page, ahead: number): Promise<void> {
  await inside.evaluate(async (by) => {
    const { browser } = globalThis as unknown as { browser: OwnBrowser };
    const background = (await browser.runtime.getBackgroundPage()) as {
      Date: DateConstructor;
      rightDate?: DateConstructor;
    };
    background.rightDate ??= background.Date;
    const right = background.rightDate;
    background.Date = new Proxy(right, {
      construct: (target, given: [number]) =>
        given.length ? Reflect.construct(target, given) : new target(right.now() + by),
      get: (target, name) => (name === 'now' ? () => right.now() + by : Reflect.get(target, name)),
    });
  }, ahead);
}
