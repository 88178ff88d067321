import { test as base, type Page, type Worker } from '@playwright/test';
import { type Browsing, type LaunchOptions, launchChromium, whenRegistered } from './chromium.ts';
import { type SampleName, samplePages } from './sample-pages.ts';

interface Fixtures {
  /** how the browser of a test is started; change it with `test.use` */
  launch: LaunchOptions;
  /** a browser with Deckhand, a notebook that is empty and granted platforms */
  deckhand: Browsing;
  /** the extension's worker after it has registered its script */
  worker: Worker;
}

/** The worlds in which scripts run in a page by their names: ours is among them where our script was put there. */
async function worldsIn(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const names: string[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => names.push(context.name));
  // tells all that there are before it answers
  await cdp.send('Runtime.enable');
  await cdp.detach();
  return names;
}

/** What the extension has told the browser to put into pages. */
function registeredBy({ context }: Browsing): Promise<unknown> {
  const [worker] = context.serviceWorkers();
  return worker
    ? worker.evaluate(() =>
        (
          globalThis as unknown as {
            chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
          }
        ).chrome.scripting.getRegisteredContentScripts(),
      )
    : Promise.resolve('no worker');
}

/** Leaves pictures and sources of all pages behind where a test failed, and which scripts stand where. */
async function keepEvidence(browsing: Browsing, outputPath: (name: string) => string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  const registered = await registeredBy(browsing).catch(String);
  await writeFile(outputPath('registered.json'), JSON.stringify(registered, null, 1));
  for (const [i, page] of browsing.context.pages().entries()) {
    try {
      await writeFile(outputPath(`page-${i}-worlds.json`), JSON.stringify(await worldsIn(page)));
      await page.screenshot({ path: outputPath(`page-${i}.png`), timeout: 5_000 });
      await writeFile(outputPath(`page-${i}.html`), `<!-- ${page.url()} -->\n${await page.content()}`);
    } catch {
      // a page that hangs or is gone leaves nothing
    }
  }
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  deckhand: async ({ launch }, use, info) => {
    const browsing = await launchChromium(launch);
    await use(browsing);
    if (info.status !== info.expectedStatus) await keepEvidence(browsing, (name) => info.outputPath(name));
    await browsing.close();
  },
  worker: async ({ deckhand }, use) => {
    await use(await whenRegistered(deckhand));
  },
});

/** Opens one of the sample pages in a new tab. */
export async function openSample({ context }: Browsing, name: SampleName): Promise<Page> {
  return openAddress({ context }, samplePages[name].url);
}

export async function openAddress({ context }: Pick<Browsing, 'context'>, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
