import { expect, test, vi } from 'vitest';
import { pageSays } from '../../../utils/services/snapshots/page-says.ts';
import { readPage } from '../../../utils/sites/read-page.ts';
import { siteOf } from '../../../utils/sites/registry.ts';
import { browser } from '../../support/fake-imports.ts';
import { parsePage } from '../../support/parse-page.ts';
import { savedHtml, savedPages } from '../../support/saved-pages.ts';

const pages = savedPages();
const shopKinds = ['product', 'listing', 'shop'];

/** The page in whose world the background's function is carried out: this parser knows no `scripts`. */
function standIn(document: Document) {
  vi.stubGlobal('document', {
    querySelector: (selector: string) => document.querySelector(selector),
    scripts: [...document.querySelectorAll('script')].map((script) => ({ text: script.textContent ?? '' })),
  });
}

test.skipIf(!pages)('real pages of sites that nobody knows: shops are told from the rest', async () => {
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (order: unknown) => [
    { result: (order as { func(): unknown }).func() },
  ]);
  const wrong: string[] = [];
  let shops = 0;
  for (const page of pages ?? []) {
    if (page.file.endsWith('.json') || siteOf(new URL(page.url))) continue;
    const document = parsePage(savedHtml(page));
    const isShop = shopKinds.includes(readPage(document, page.url).kind);
    if (isShop) shops++;
    standIn(document);
    if ((await pageSays(7)).shop !== isShop) wrong.push(page.file);
    vi.unstubAllGlobals();
  }
  expect(shops).toBeGreaterThan(20);
  // a product in the data of an app of its own, with no word of any shop system: the popup and the key take it
  expect(wrong).toEqual(['dewu/hairclip-2026.html.gz']);
});
