import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PageReading } from '../../utils/domain/page-reading.ts';

const folder = fileURLToPath(new URL('../fixtures/sites/', import.meta.url));
/** Their pages are read by the readers for any address; some fixtures there belong to tests of their own and have no expectation. */
const families = ['shopify', 'woocommerce', 'web'];

/** What a person wrote down about a fixture by looking at it: every fact, and nothing that is not there. */
export interface Expectation {
  url: string;
  /** the canonical address, where it differs from `url` */
  address?: string;
  kind: string;
  key: string | null;
  creator?: Record<string, unknown>;
  post?: Record<string, unknown>;
  product?: Record<string, unknown>;
  products?: Record<string, unknown>[];
  shop?: Record<string, unknown>;
  comments?: Record<string, unknown>[];
  /** what the page's own scripts would give (`Site.pageState`), where the fixture needs it */
  state?: Record<string, unknown>;
  /** names of the counts that the page shows shortened; of the post on a post's page, else of the product, the creator or the shop */
  rounded?: string[];
  /** `field:reason`, in any order */
  problems: string[];
}

export interface SiteFixture {
  name: string;
  platform: string;
  html: string;
  expected: Expectation;
}

/** All fixtures with an expectation, by platform. A page without an expectation beside it is an error; so is the reverse. */
export function siteFixtures(): SiteFixture[] {
  return readdirSync(folder).flatMap((platform) => {
    const files = readdirSync(`${folder}${platform}`).sort();
    const has = (name: string) => existsSync(`${folder}${platform}/${name}`);
    return files
      .filter((file) =>
        families.includes(platform)
          ? file.endsWith('.html') && has(file.replace(/\.html$/, '.json'))
          : file.endsWith('.html') || !has(file.replace(/\.json$/, '.html')),
      )
      .map((file) => {
        const name = file.replace(/\.\w+$/, '');
        const html = readFileSync(`${folder}${platform}/${name}.html`, 'utf8');
        const expected: Expectation = JSON.parse(readFileSync(`${folder}${platform}/${name}.json`, 'utf8'));
        // A megabyte would only swell the repository.
        return { name, platform, html: html.replace('MEGABYTE', () => 'ab c'.repeat(262_144)), expected };
      });
  });
}

function plain(fields: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (!fields) return undefined;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      typeof field === 'object' && field !== null && 'value' in field ? field.value : field,
    ]),
  );
}

function roundedIn(fields: Record<string, { precision?: string } | undefined> = {}): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field?.precision === 'rounded' ? [name] : []));
}

/** A reading in the form of an expectation. */
export function asExpectation(reading: PageReading, url: string): Expectation {
  const { creator, post, product, products, shop, comments } = reading;
  const rounded = roundedIn(post ?? product ?? creator ?? shop);
  return {
    url,
    ...(reading.url === url ? {} : { address: reading.url }),
    kind: reading.kind,
    key: reading.key,
    ...(creator ? { creator: plain(creator) ?? {} } : {}),
    ...(post ? { post: plain(post) ?? {} } : {}),
    ...(product ? { product: plain(product) ?? {} } : {}),
    ...(products ? { products: products.map((each) => plain(each) ?? {}) } : {}),
    ...(shop ? { shop: plain(shop) ?? {} } : {}),
    ...(comments ? { comments: comments.map((comment) => plain(comment) ?? {}) } : {}),
    ...(rounded.length > 0 ? { rounded: rounded.sort() } : {}),
    problems: reading.problems.map(({ field, reason }) => `${field}:${reason}`).sort(),
  };
}
