import type { Frame, Page } from 'puppeteer-core';
import { type FirefoxBrowsing, until } from './firefox.ts';

interface Wire {
  send(method: string, parameters: object): Promise<{ result: { contexts: { context: string }[] } }>;
}

/** Keys of a test stay in the page: the browser's own key of the command is fired where Alt+Shift+S would arrive. */
async function pressHotKey({ browser }: FirefoxBrowsing): Promise<void> {
  const { connection } = browser as unknown as { connection: Wire };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = result.contexts;
  if (!window) throw new Error('no window of the browser');
  await connection.send('script.evaluate', {
    expression: `document.querySelector('keyset[id^=ext] key[key=S][modifiers="alt,shift"]')
      .dispatchEvent(new CustomEvent('command', { bubbles: true, cancelable: true }))`,
    target: { context: window.context },
    awaitPromise: false,
  });
}

/** The palette's frame, once somebody writes on the page. */
export const paletteIn = (page: Page): Promise<Frame> =>
  until('frame of the palette', async () => {
    for (const frame of page.frames().slice(1))
      if (await frame.evaluate(() => location.pathname === '/frame.html' && location.hash === '#palette'))
        return frame;
  });

/** Waits until the search field of the palette has the focus. */
export const focusedIn = (frame: Frame) =>
  until('focus in the palette', () =>
    frame.evaluate(() => document.hasFocus() && document.activeElement?.getAttribute('role') === 'combobox'),
  );

/** Presses the key that the manifest suggests, and waits until the search field has the focus. */
export async function openByKey(firefox: FirefoxBrowsing, page: Page): Promise<Frame> {
  const frame = await paletteIn(page);
  await pressHotKey(firefox);
  await focusedIn(frame);
  return frame;
}
