import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { type FirefoxBrowsing, launchFirefox } from '../../support/firefox.ts';
import { looksIn, type Visited, visitAll, visited } from '../../support/firefox-visits.ts';
import { grantHosts } from '../../support/firefox-window.ts';
import { savedHtml, savedPages } from '../../support/saved-pages.ts';

const hour = 3_600_000;

/** Real pages, what the shop does to each (words of it and what stands there instead), and what is found then. */
const edits: [file: string, words: RegExp, instead: string, found: [string, string, string]][] = [
  ['amazon/de-weleda-lotion-2021', /8,71/g, '9,71', ['price-up', '8.71 EUR', '9.71 EUR']],
  ['generic-store/johnlewis-nest-mini', /49\.00/g, '45.00', ['price-down', '49.00 GBP', '45.00 GBP']],
  ['shopify/biokal-fr', /34([.,])99|3499/g, '29$199', ['price-down', '34.99 EUR', '29.99 EUR']],
  ['taobao/kbdfans-case-item-2020', /149\.00/g, '129.00', ['price-down', '149.00 CNY', '129.00 CNY']],
  [
    'woocommerce/bigmoms-magnetic-eyelashes',
    /Magnetic Eyelashes/g,
    'Magnetic Eyelashes Duo',
    ['title', 'Magnetic Eyelashes', 'Magnetic Eyelashes Duo'],
  ],
];
const saved = savedPages();

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/activity');
});
afterAll(() => firefox?.close());

test.skipIf(saved === null)(
  'saved pages of real shops: nothing on a second look, and what is edited on a third',
  async () => {
    const shops: (Visited & { html: string; edited: string; found: [string, string, string] })[] = [];
    const pages = edits.map(([file]) => saved?.find((page) => page.file.startsWith(file)));
    await grantHosts(
      inside,
      pages.flatMap((page) => (page ? [`https://${new URL(page.url).hostname}/*`] : [])),
    );
    for (const [index, [file, words, instead, found]] of edits.entries()) {
      const page = pages[index];
      if (!page) throw new Error(`${file} is not among the saved pages`);
      const html = savedHtml(page);
      const shop = await visited(firefox, inside, { name: file, url: page.url, html });
      const edited = html.replace(words, instead);
      expect(edited, file).not.toBe(html);
      shops.push({ ...shop, html, edited, found });
    }
    const said = ({ competitorId, kind, from, to }: StoredChange) => {
      const name = shops.find((shop) => shop.competitorId === competitorId)?.name;
      // of a range its lower end, by which it is compared
      return [name, kind, from, to].map((word) => String(word).replace(/–[\d.]+/, '')).join(' · ');
    };
    await visitAll(firefox, inside, shops, -6 * hour, ({ html }) => html);
    await visitAll(firefox, inside, shops, -4 * hour, ({ html }) => html);
    const before = await looksIn(inside);
    expect(before.snapshots.map(({ status }) => status.state)).toEqual(shops.map(() => 'ok'));
    expect(before.changes.map(said)).toEqual([]);
    await visitAll(firefox, inside, shops, -2 * hour, ({ edited }) => edited);
    const { changes } = await looksIn(inside);
    expect(changes.map(said).sort()).toEqual(
      shops.map(({ name, found }) => [name, ...found].join(' · ')).sort(),
    );
  },
  120_000,
);
