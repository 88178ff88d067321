import type { ProductReading } from '../../domain/page-reading.ts';
import { parseAvailability } from '../shared/availability.ts';
import { asText, at } from '../shared/state.ts';

/** What the page's framework was started with; it stays when the visitor moves on inside the site. */
export interface Started {
  /** `/ip/[...itemParams]`, `/search` … */
  page: string | undefined;
  query: unknown;
  data: unknown;
}

export function startedWith(document: Document): Started | undefined {
  const source = document.querySelector('script#__NEXT_DATA__')?.textContent;
  if (!source) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return {
      page: asText(at(value, 'page')),
      query: at(value, 'query'),
      data: at(value, 'props', 'pageProps', 'initialData'),
    };
  } catch {
    return undefined;
  }
}

const words: Record<string, NonNullable<ProductReading['availability']>['value']> = {
  not_available: 'out-of-stock',
  unavailable: 'out-of-stock',
  retired: 'discontinued',
  pre_order: 'preorder',
  preorder_sellable: 'preorder',
};

export function availabilityOf(value: unknown): ProductReading['availability'] {
  const word = asText(value)?.toLowerCase();
  if (word === undefined) return undefined;
  const found = parseAvailability(word) ?? (Object.hasOwn(words, word) ? words[word] : undefined);
  return found && { value: found, source: 'state' };
}

/** What a bare "$" means on each of the three sites. */
export function currencyOfHost(url: URL): string {
  return /\.ca$/.test(url.hostname) ? 'CAD' : /\.mx$/.test(url.hostname) ? 'MXN' : 'USD';
}
