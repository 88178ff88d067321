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

/** Leaves pictures and sources of all pages behind where a test failed. */
async function keepEvidence(pages: Page[], outputPath: (name: string) => string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  for (const [i, page] of pages.entries()) {
    try {
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
    if (info.status !== info.expectedStatus)
      await keepEvidence(browsing.context.pages(), (name) => info.outputPath(name));
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
