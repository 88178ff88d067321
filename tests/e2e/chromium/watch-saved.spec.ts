import { expect } from '@playwright/test';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { parsePage } from '../../support/parse-page.ts';
import { savedHtml, savedPages } from '../../support/saved-pages.ts';
import { foundBy, type Seen, testWithAccess, visitorOf, watchAddress } from '../../support/watched-web.ts';

/** What the shop does to its page, and the one change that is found then: its kind, of a price with both amounts. */
interface Edit {
  file: string;
  /** words of the page and what stands there instead, wherever they stand */
  words?: [RegExp, string];
  /** the product that is taken out: the first element of the page that fits */
  out?: string;
  found: string;
}

const edits: Edit[] = [
  {
    file: 'aliexpress/he-iphone-se-2020',
    words: [/97([.,])39/g, '87$139'],
    found: 'price-down 97.39 → 87.39',
  },
  {
    file: 'amazon/de-weleda-lotion-2021',
    words: [/8,71/g, '9,71'],
    found: 'price-up 8.71 → 9.71',
  },
  {
    file: 'ebay/co-uk-pony-harness-2021',
    words: [/115\.00?\b/g, '99.00'],
    found: 'price-down 115 → 99',
  },
  {
    file: 'etsy/pumpkin-doormat-es-2022',
    words: [/43([.,])90?\b/g, '39$190'],
    found: 'price-down 43.9 → 39.9',
  },
  {
    file: 'generic-store/johnlewis-nest-mini',
    words: [/49\.00/g, '45.00'],
    found: 'price-down 49 → 45',
  },
  {
    file: 'jd/midea-aircon-2026',
    words: [/2999\.00/g, '2799.00'],
    found: 'price-down 2999 → 2799',
  },
  { file: 'magento/argon40-fan-hat', words: [/Argon Fan HAT for/g, 'Argon Fan HAT 2 for'], found: 'title' },
  {
    file: 'opencart/vsezaoci-stickon',
    words: [/Bralne leče STICK-ON/g, 'Bralne leče STICK-ON II'],
    found: 'title',
  },
  {
    file: 'shopify/biokal-fr',
    words: [/34([.,])99|3499/g, '29$199'],
    found: 'price-down 34.99 → 29.99',
  },
  {
    file: 'shopify/meatshed-braai-box',
    words: [/Braai Box/g, 'Grand Braai Box'],
    found: 'title',
  },
  {
    file: 'taobao/kbdfans-case-item-2020',
    words: [/149\.00/g, '129.00'],
    found: 'price-down 149 → 129',
  },
  {
    file: 'woocommerce/bigmoms-magnetic-eyelashes',
    words: [/Magnetic Eyelashes/g, 'Magnetic Eyelashes Duo'],
    found: 'title',
  },
  {
    file: 'shopify/ignotec-home',
    out: 'product-card:has(a[href*="2024-new-6-in-1-smart"])',
    found: 'product-gone',
  },
  { file: 'woocommerce/justme-fashion-home', out: 'li.post-132', found: 'product-gone' },
];

const saved = savedPages();
const pages = edits.flatMap((edit) => {
  const page = saved?.find(({ file }) => file.startsWith(edit.file));
  return page ? [{ edit, page }] : [];
});
const test = testWithAccess(pages.map(({ page }) => page.url));

const amount = (text: unknown) => Number.parseFloat(String(text));
const short = ({ kind, from, to }: StoredChange) =>
  kind.startsWith('price') ? `${kind} ${amount(from)} → ${amount(to)}` : kind;

function edited(html: string, { words, out, file }: Edit): string {
  const document = parsePage(html);
  if (out) document.querySelector(out)?.remove();
  const changed = out ? document.documentElement.outerHTML : html;
  const result = words ? changed.replace(...words) : changed;
  if (result === html) throw new Error(`${file} is as it was`);
  return result;
}

test('saved pages of real shops: what is edited is found and nothing else, and on a second look nothing at all', async ({
  deckhand,
  worker,
}) => {
  test.skip(saved === null, 'no ../shared/pages beside the project');
  test.setTimeout(300_000);
  expect(pages).toHaveLength(edits.length);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/activity');
  const { visit } = visitorOf(deckhand, worker, 72);
  const watched: (Seen & { edit: Edit })[] = [];
  for (const { edit, page } of pages) {
    const whole = savedHtml(page);
    // both looks at what was taken apart and put together again
    const html = edit.out ? parsePage(whole).documentElement.outerHTML : whole;
    watched.push({ ...(await watchAddress(inside, { name: edit.file, url: page.url, html })), edit });
  }
  const half = Math.ceil(watched.length / 2);
  const visitAll = async (seen: readonly Seen[]) => {
    await visit(seen.slice(0, half));
    await visit(seen.slice(half));
  };
  const said = ({ competitorId, kind, from, to }: StoredChange) => {
    const file = watched.find((each) => each.competitorId === competitorId)?.edit.file;
    return `${file}: ${kind} ${from ?? ''} → ${to ?? ''}`.slice(0, 200);
  };
  await visitAll(watched);
  await visitAll(watched);
  const before = await foundBy(worker);
  expect(before.snapshots.filter(({ status }) => status.state !== 'ok')).toEqual([]);
  expect.soft(before.changes.map(said)).toEqual([]);
  await visitAll(watched.map((seen) => ({ ...seen, html: edited(seen.html, seen.edit) })));
  const { changes } = await foundBy(worker);
  for (const { competitorId, edit } of watched) {
    const own = changes.filter((change) => change.competitorId === competitorId);
    expect.soft(own.map(short), own.map(said).join('\n') || edit.file).toEqual([edit.found]);
  }
});
