import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium, quietFlags, sandboxFlags } from './browsers.ts';
import { buildFolder, chromiumId, manifestOf } from './built.ts';
import { SitePages } from './site-pages.ts';

export interface LaunchOptions {
  /** folder of the built extension; null: the same browser without it */
  extension?: string | null;
  /** folder of the browser's profile; a new one that goes away at the end where none is given */
  profile?: string;
  headless?: boolean;
  /** language of the browser where it has that language; Debian's Chromium speaks English only */
  language?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  flags?: string[];
  /** of the flags that the driver gives on its own, those that are left out */
  without?: string[];
}

/** A Chromium with Deckhand in it, in a web made of fixtures. */
export interface Browsing {
  context: BrowserContext;
  pages: SitePages;
  extensionId: string;
  close(): Promise<void>;
}

/** Without the switch of chrome://extensions, an unpacked extension that reloads itself stays off. */
function switchOnDeveloperMode(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

export async function launchChromium(options: LaunchOptions = {}): Promise<Browsing> {
  const extension = options.extension === undefined ? buildFolder('chrome', 'e2e') : options.extension;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'deckhand-'));
  switchOnDeveloperMode(profile);
  const language = options.language ?? 'en-US';
  const load = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: options.headless ?? true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    args: [
      ...quietFlags,
      ...sandboxFlags(),
      ...load,
      `--lang=${language}`,
      // nothing leaves the machine, whatever asks
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // lets a test press the toolbar button
      '--enable-unsafe-extension-debugging',
      ...(options.flags ?? []),
    ],
    ignoreDefaultArgs: ['--disable-extensions', ...(options.without ?? [])],
  });
  const pages = await new SitePages().attach(context);
  const key = extension ? manifestOf(extension).key : '';
  return {
    context,
    pages,
    extensionId: extension ? chromiumId(String(key)) : '',
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The extension's worker, started where it sleeps. */
export async function workerOf({
  context,
  extensionId,
}: Pick<Browsing, 'context' | 'extensionId'>): Promise<Worker> {
  const own = () => context.serviceWorkers().find((worker) => worker.url().includes(extensionId));
  return (
    own() ??
    (await context.waitForEvent('serviceworker', { predicate: (w) => w.url().includes(extensionId) }))
  );
}

/** Waits until the worker has registered its script for the granted sites: pages opened from now on have it. */
export async function whenRegistered(browsing: Browsing): Promise<Worker> {
  const worker = await workerOf(browsing);
  const registered = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
      };
      return (await chrome.scripting.getRegisteredContentScripts()).length;
    });
  for (let tries = 0; tries < 100; tries++) {
    if ((await registered()) > 0) return worker;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the worker registered no script within 10 seconds');
}

export function extensionPage({ extensionId }: Pick<Browsing, 'extensionId'>, path: string): string {
  return `chrome-extension://${extensionId}/${path}`;
}

/** Opens an extension page as a tab. */
export async function openExtensionPage(browsing: Browsing, path: string): Promise<Page> {
  const page = await browsing.context.newPage();
  await page.goto(extensionPage(browsing, path));
  return page;
}

/** Presses the toolbar button on a page: opens the real popup and gives the extension `activeTab` there, as a person does. */
export async function pressToolbarButton({ context, extensionId }: Browsing, page: Page): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser to speak to');
  const cdp = await browser.newBrowserCDPSession();
  try {
    await page.bringToFront();
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    // newer than Playwright's list of commands
    const send = cdp.send.bind(cdp) as (method: string, parameters: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  } finally {
    await cdp.detach();
  }
}
