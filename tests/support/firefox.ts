import puppeteer, {
  type Browser,
  type ElementHandle,
  type Frame,
  type HTTPRequest,
  type Page,
} from 'puppeteer-core';
import { findFirefox } from './browsers.ts';
import { buildFolder, manifestOf } from './built.ts';
import { bareHost } from './closed-roots.ts';
import { databaseName, dump, type Stores } from './notebook.ts';
import { type SampleName, sampleHtml, samplePages } from './sample-pages.ts';

/** Host part of the extension's addresses; random per installation in life, fixed here by a preference. */
const internalId = '5d1c4b6e-0f1a-4c55-9d2e-7a3b8c9d0e1f';

export interface FirefoxBrowsing {
  browser: Browser;
  /** requests that no fixture answered */
  refused: string[];
  /** what stands at an address; the samples are there from the start */
  answers: Map<string, string>;
  /** @param how in a window of its own it is seen while others are in front of theirs */
  openPage(url: string, how?: { ownWindow: boolean }): Promise<Page>;
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

async function answer(request: HTTPRequest, answers: Map<string, string>, refused: string[]): Promise<void> {
  const html = request.isNavigationRequest() ? answers.get(request.url()) : undefined;
  if (html !== undefined)
    return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
  if (/^(https?|wss?):/.test(request.url())) refused.push(request.url());
  return request.abort();
}

/** A Firefox with Deckhand in it, in a web made of fixtures. */
export async function launchFirefox(
  extension = buildFolder('firefox', 'e2e'),
  /** folder of the browser's profile, which stays; a new one that goes away at the end where none is given */
  profile?: string,
): Promise<FirefoxBrowsing> {
  const { browser_specific_settings } = manifestOf(extension) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const geckoId = browser_specific_settings?.gecko?.id ?? '';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    // extension pages can be driven only by a browser that may be driven as a whole
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: internalId }),
      // an extension that is tried out would lose its notebook when the browser closes; an installed one keeps it
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // a permission that is asked for is given: nobody can press the browser's own button here
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': 'en-US',
      // nothing leaves the machine, whatever asks
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    },
  });
  await browser.installExtension(extension);
  const refused: string[] = [];
  const answers = new Map<string, string>();
  for (const [name, { url }] of Object.entries(samplePages)) answers.set(url, sampleHtml(name as SampleName));
  return {
    browser,
    refused,
    answers,
    async openPage(url, { ownWindow } = { ownWindow: false }) {
      const page = await browser.newPage({ type: ownWindow ? 'window' : 'tab' });
      await page.setViewport({ width: 1280, height: 800 });
      await page.setRequestInterception(true);
      page.on('request', (request) => void answer(request, answers, refused).catch(() => {}));
      // saved pages ask for much that nobody answers: their own words are there before that
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      // the driver never hears that such a page is loaded
      void page.goto(`moz-extension://${internalId}/${path}`).catch(() => {});
      await until('extension page', () =>
        page.evaluate(() => document.readyState === 'complete' && location.protocol === 'moz-extension:'),
      );
      return page;
    },
    close: () => browser.close(),
  };
}

/** Asks again and again; an error counts as "not yet", for pages on their way cannot be asked. */
export async function until<T>(
  what: string,
  get: () => Promise<T | undefined | null | false>,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const found = await get();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`after ${timeout} ms still no ${what}`, { cause: last });
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Of a button with the distance to the next one, CSS pixels. */
const buttonWidth = 26;

/**
 * Where our button stands in a page. Its root is closed, but a page can find out which points belong to our host, and so can we.
 * @returns middle of the button, CSS pixels
 */
async function buttonPlace(page: Page, which = 0): Promise<{ x: number; y: number } | undefined> {
  return page.evaluate(
    (selector, nth, width) => {
      const hosts = new Set(document.querySelectorAll(selector));
      const step = 6;
      const hits: { x: number; y: number }[] = [];
      for (let y = step; y < innerHeight && hosts.size; y += step)
        for (let x = step; x < innerWidth; x += step) {
          const element = document.elementFromPoint(x, y);
          if (element && hosts.has(element)) hits.push({ x, y });
        }
      if (!hits.length) return undefined;
      const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
      // of several buttons beside each other the one that was asked for
      const first = Math.min(...hits.map(({ x }) => x)) + nth * width;
      const one = hits.filter(({ x }) => x >= first && x < first + width);
      if (one.length === 0) return undefined;
      return { x: middle(one.map(({ x }) => x)), y: middle(one.map(({ y }) => y)) };
    },
    bareHost,
    which,
    buttonWidth,
  );
}

/** Scrolls to one candidate after the other, as a person would look for the name further down. */
async function lookFor(page: Page, turn: number): Promise<{ x: number; y: number } | undefined> {
  const place = await buttonPlace(page);
  if (place) return place;
  await page.evaluate(
    (selector, n) => {
      const hosts = document.querySelectorAll(selector);
      hosts[n % hosts.length]?.scrollIntoView({ block: 'center' });
    },
    bareHost,
    turn,
  );
  return undefined;
}

/** Real mouse click on the overlay's button (of several the one at `which`), after the time for which it has to be seen before a click counts. */
export async function clickOverlay(page: Page, which = 0): Promise<void> {
  let turn = 0;
  await until('button in the page', () => lookFor(page, turn++));
  await new Promise((done) => setTimeout(done, 800));
  const { x, y } = await until('button in the page', () => buttonPlace(page, which));
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** The card in a page: the extension's own frame inside a closed root. The driver does not hear its address, so it is asked. */
export async function cardIn(page: Page): Promise<Frame> {
  return until('card in the page', async () => {
    for (const frame of page.frames().slice(1)) {
      const drawn = await frame.evaluate(
        () => location.pathname === '/frame.html' && document.querySelector('button') !== null,
      );
      if (drawn) return frame;
    }
  });
}

/** The first element whose own words or label are these. */
export async function byWords(
  place: Page | Frame,
  selector: string,
  words: string,
): Promise<ElementHandle<Element>> {
  return until(`${selector} “${words}”`, async () => {
    for (const element of await place.$$(selector)) {
      const said = await element.evaluate(
        (node) => node.getAttribute('aria-label') ?? node.textContent ?? '',
      );
      if (said.trim() === words) return element;
    }
  });
}

/** Words on a page or in a frame. */
export function wordsOn(place: Page | Frame): Promise<string> {
  return place.evaluate(() => document.body.textContent ?? '');
}

/** Everything that is durably stored, read by a connection of its own in an extension page. */
export function readStores(inside: Page): Promise<Stores> {
  return inside.evaluate(dump, databaseName);
}
