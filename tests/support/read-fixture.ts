import { readFileSync } from 'node:fs';
import { read } from '../../utils/sites/generic.ts';
import { parsePage } from './parse-page.ts';

/** The html of one of the project's own pages of unknown sites, by its path below `tests/fixtures/sites`. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/sites/${path}`, import.meta.url), 'utf8');
}

/** Reads html as the page at an address that no site claims. */
export function readHtml(html: string, url: string): ReturnType<typeof read> {
  return read(parsePage(html), { kind: 'other', url }, new URL(url), {});
}

/** Only the values of a reading's part, without sources. */
export function values(part: object | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part ?? {}).map(([name, field]) => [name, (field as { value: unknown }).value]),
  );
}

/** An offer of schema.org: 12.50 EUR, in stock. */
export const brassOffer = {
  '@type': 'Offer',
  price: '12.50',
  priceCurrency: 'EUR',
  availability: 'https://schema.org/InStock',
};

/** A page with one JSON-LD product, "Brass Bell" unless the node says otherwise. */
export function productPage(node: object, body = '<h1>Brass Bell</h1>', head = ''): string {
  const product = { '@context': 'https://schema.org', '@type': 'Product', name: 'Brass Bell', ...node };
  return `<!doctype html><html lang="en"><head><title>Brass Bell</title>${head}
<script type="application/ld+json">${JSON.stringify(product)}</script></head><body>${body}</body></html>`;
}
