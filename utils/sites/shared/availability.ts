import type { ProductReading } from '../../domain/page-reading.ts';

export type Availability = NonNullable<ProductReading['availability']>['value'];

/** schema.org ItemAvailability and OpenGraph's words, lower case without spaces, to the five of records.md. */
const words: Record<string, Availability> = {
  instock: 'in-stock',
  instoreonly: 'in-stock',
  onlineonly: 'in-stock',
  available: 'in-stock',
  availablefororder: 'in-stock',
  madetoorder: 'in-stock',
  limitedavailability: 'limited',
  outofstock: 'out-of-stock',
  soldout: 'out-of-stock',
  oos: 'out-of-stock',
  preorder: 'preorder',
  presale: 'preorder',
  // can be bought today and comes later, which is what the operator needs to know
  backorder: 'preorder',
  discontinued: 'discontinued',
};

/** Reads "https://schema.org/InStock", "in stock", "instock"; words in a person's language are not guessed at. */
export function parseAvailability(value: string | undefined): Availability | undefined {
  if (value === undefined || value.length > 200) return undefined;
  const word = value
    .trim()
    .replace(/^.*[/#:](?=\w+$)/, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

const best: Availability[] = ['in-stock', 'limited', 'preorder', 'out-of-stock', 'discontinued'];

/** Of a page with several sizes or sellers: one that can be had makes the product available. */
export function bestAvailability(all: Iterable<Availability>): Availability | undefined {
  const present = new Set(all);
  return best.find((availability) => present.has(availability));
}
