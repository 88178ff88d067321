import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../utils/domain/page-reading.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage } from '../support/parse-page.ts';
import { asExpectation, type Expectation, siteFixtures } from '../support/site-fixtures.ts';

/*
 * Sites are rebuilt: classes are generated anew, the interface speaks another language, structured data goes. What is read afterwards may be
 * less and is never anything else, and who or what the page is about stays known.
 */

type Mutation = (document: Document) => void;

function eachElement(document: Document, change: (element: Element) => void): void {
  for (const element of document.querySelectorAll('*')) change(element);
}

/** Names that a build tool makes, such as `css-1x2y3z`, `_a9zr`, `x1lliihq`, `DivName-abc12`: here every class gets a new one. */
function scrambled(text: string, seed: number): string {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((name, at) => `z${((name.length * 7_919 + at * 104_729 + seed * 31) >>> 0).toString(36)}`)
    .join(' ');
}

const mutations: Record<string, Mutation> = {
  'classes have new names': (document) => {
    let seed = 0;
    eachElement(document, (element) => {
      seed += 1;
      const names = element.getAttribute('class');
      if (names) element.setAttribute('class', scrambled(names, seed));
    });
  },
  'labels are in another language': (document) => {
    eachElement(document, (element) => {
      for (const name of ['aria-label', 'placeholder']) {
        if (element.hasAttribute(name)) element.setAttribute(name, 'ปุ่มของหน้านี้');
      }
    });
  },
  'structured data is gone': (document) => {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) script.remove();
  },
  'the state of the page is gone': (document) => {
    for (const script of document.querySelectorAll('script:not([type="application/ld+json"])'))
      script.remove();
  },
  'the head says nothing': (document) => {
    for (const meta of document.querySelectorAll('meta, link[rel="canonical"]')) meta.remove();
  },
};

const parts = ['creator', 'post', 'product', 'shop'] as const;

/**
 * Pages that say one thing in two places on purpose, the second less well; without the first the second is what a person would read too. Every
 * one of them with what is then told.
 */
const saidTwice: Record<string, string> = {
  'ebay/product-former-ended': 'that the auction is over stands in one message, known by its class',
  'ebay/product-variant-shown-of-range': 'the price of the variant on the screen instead of the lowest',
  'etsy/product-shown-with-tax-es': 'the price with tax on the screen instead of the one without',
  'etsy/shop-first-load': 'the name as the address writes it',
  'lazada/product-flash-sale': 'the price before the sale, in the data of the page',
  'linkedin/company-first-load': 'the picture in another size',
  'linkedin/person-first-load': 'the bio of the screen, the picture in another size',
  'linkedin/post-structured': 'the time that the id holds instead of the rounded one',
  'tieba/thread-first-load-zh': 'title and author of the data attribute',
  'tieba/thread-second-page': 'the title of the head',
  'tiktok/product-first-load': 'title and picture of the head',
  'wechat/article-older-variables': 'the title of the head, without its quotation marks',
  'wechat/article-stale': 'only the head ties an article to a short address',
  'x/post-old-page-de': 'the text of the head, on one line with a short link',
};

/** Facts that the mutated page gives and the page itself does not, or not so. What the address alone says is always right. */
function different(reading: PageReading, own: Expectation): string[] {
  const mutated = asExpectation(reading, own.url);
  return parts.flatMap((part) =>
    Object.entries(reading[part] ?? {}).flatMap(([name, { value, source }]) => {
      if (source === 'url' && name !== 'handle') return [];
      const before = own[part]?.[name];
      // a count that was exact before may now be the rounded one that the page shows
      const rounded = mutated.rounded?.includes(name) === true;
      // the address writes a handle as it likes, and where no name stands the handle is who wrote it
      const asNamed = name === 'handle' || name === 'author';
      const names = [before, ...(name === 'author' ? [own.creator?.handle, mutated.creator?.handle] : [])];
      const same = asNamed
        ? names.some((one) => String(one).toLowerCase() === String(value).toLowerCase())
        : JSON.stringify(before) === JSON.stringify(value);
      return rounded || same
        ? []
        : [`${part}.${name}: ${JSON.stringify(value)} instead of ${JSON.stringify(before)}`];
    }),
  );
}

const families = new Set(['web', 'shopify', 'woocommerce']);
const fixtures = siteFixtures().filter(
  ({ platform, name }) => !families.has(platform) && !/hostile/.test(name),
);

describe.each(Object.entries(mutations))('when %s', (_name, mutate) => {
  it.each(fixtures)(
    '$platform/$name tells less at most, and still whose page it is',
    ({ platform, name, html, expected }) => {
      const state = expected.state ? { state: expected.state } : {};
      const read = (change?: Mutation) => {
        const document = parsePage(html);
        change?.(document);
        return readPage(document, expected.url, state);
      };
      const own = asExpectation(read(), expected.url);
      const mutated = read(mutate);
      const isSaidTwice = `${platform}/${name}` in saidTwice;
      // a wall may not be known for one any more; then nothing is claimed but what the address says
      if (own.kind === 'blocked') {
        const { handle } = mutated.creator ?? {};
        expect(different(mutated, { ...own, creator: { handle: handle?.value } })).toEqual([]);
        return;
      }
      if (!isSaidTwice) expect(different(mutated, own)).toEqual([]);
      if (mutated.kind === 'blocked') return;
      expect(mutated.kind).toBe(own.kind);
      // without the stable id of the page the address still tells one subject from another
      const byAddress = readPage(parsePage('<!doctype html><title>x</title>'), expected.url).key;
      expect([own.key, byAddress]).toContain(mutated.key);
    },
  );
});
