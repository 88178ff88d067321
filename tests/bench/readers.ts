import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from '../support/built.ts';
import { launchChromium } from '../support/chromium.ts';
import { commentPage, type SampleName, sampleHtml, samplePages } from '../support/sample-pages.ts';
import { savedHtml, savedPages } from '../support/saved-pages.ts';
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
  const issue = ['instagram', 'x', 'youtube', 'tiktok', 'weibo', 'shopify'];
  const saved = (savedPages() ?? [])
    .filter(({ platform, file }) => issue.includes(platform) && !file.endsWith('.json'))
    .map((page) => ({ name: `saved ${page.file}`, url: page.url, html: savedHtml(page) }));
  return [...samples, comments, ...saved];
}

/** Time of `readPage` on a parsed document in the browser, by the script that the product injects. */
export async function readerTimes(runs: number): Promise<Record<string, { kb: number; ms: number }>> {
  const readers = readFileSync(join(buildFolder('chrome'), 'readers.js'), 'utf8');
  const browsing = await launchChromium({ extension: null });
  try {
    const page = await browsing.context.newPage();
    await page.evaluate(readers);
    const figures: Record<string, { kb: number; ms: number }> = {};
    for (const { name, url, html } of documents()) {
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
