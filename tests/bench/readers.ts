import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, siteOf } from '../../utils/sites/registry.ts';
import { otherScripts, readerScript } from '../../utils/sites/site-scripts.ts';
import { buildFolder } from '../support/built.ts';
import { launchChromium } from '../support/chromium.ts';
import { commentPage, type SampleName, sampleHtml, samplePages } from '../support/sample-pages.ts';
import { savedHtml, savedPages } from '../support/saved-pages.ts';
import { sitesWithFacts } from '../support/site-facts.ts';
import { median, round } from './measure.ts';

interface Timed {
  name: string;
  url: string;
  html: string;
}

function documents(): Timed[] {
  const samples = Object.entries(samplePages).map(([name, { url }]) => ({
    name,
    url,
    html: sampleHtml(name as SampleName),
  }));
  const comments = {
    name: 'instagram, 5,000 comments',
    url: samplePages.instagram.url,
    html: commentPage(5_000),
  };
  const saved = (savedPages() ?? [])
    .filter(({ file }) => !file.endsWith('.json'))
    .map((page) => ({ name: `saved ${page.file}`, url: page.url, html: savedHtml(page) }));
  return [...samples, comments, ...saved];
}

/** The script that the product injects on the site of an address. */
function readerFor(url: string): string {
  const id = siteOf(new URL(url))?.id ?? otherScripts;
  return readFileSync(join(buildFolder('chrome'), `${readerScript(id)}.js`), 'utf8');
}

/**
 * Time of telling what kind of page an address is, over the examples of every platform, each against the whole registry as the background
 * does it; a page's own script knows one site and has less to do.
 * @returns milliseconds for one address, median of `runs` rounds
 */
export async function recogniseTimes(runs: number): Promise<{ addresses: number; ms: number }> {
  const urls = sitesWithFacts.flatMap(({ facts }) => facts.examples.map(({ url }) => new URL(url)));
  const rounds = Array.from({ length: runs }, () => {
    const started = performance.now();
    for (const url of urls) identify(url);
    return (performance.now() - started) / urls.length;
  });
  return { addresses: urls.length, ms: Math.round(median(rounds) * 10_000) / 10_000 };
}

/** Time of `readPage` on a parsed document in the browser, by the script that the product injects there. */
export async function readerTimes(runs: number): Promise<Record<string, { kb: number; ms: number }>> {
  const browsing = await launchChromium({ extension: null });
  try {
    const page = await browsing.context.newPage();
    const figures: Record<string, { kb: number; ms: number }> = {};
    for (const { name, url, html } of documents()) {
      await page.evaluate(readerFor(url));
      const times = await page.evaluate(
        ([source = '', address = '', count = '']) => {
          const shared = globalThis as unknown as Record<
            symbol,
            { readPage(d: Document, u: string): unknown }
          >;
          const provided = shared[Symbol.for('deckhand.readers')];
          if (!provided) throw new Error('the readers did not come');
          const parsed = new DOMParser().parseFromString(source, 'text/html');
          return Array.from({ length: Number(count) }, () => {
            const started = performance.now();
            provided.readPage(parsed, address);
            return performance.now() - started;
          });
        },
        [html, url, String(runs)],
      );
      figures[name] = { kb: round(Buffer.byteLength(html) / 1024, 0), ms: round(median(times)) };
    }
    return figures;
  } finally {
    await browsing.close();
  }
}
