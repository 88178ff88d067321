import { cutText } from '../../domain/cut-text.ts';
import type { SeenItem } from '../../domain/item.ts';
import { itemKeys } from '../../domain/item-keys.ts';
import type { PageItem, ReadProduct } from '../items/read-product.ts';
import { writtenIn } from './item-text.ts';
import { type Around, keysOf, seenItem } from './seen-item.ts';

/** Longer titles are cut. */
const longestTitle = 300;

const productKeys = ({ product }: ReadProduct, { site }: Around) =>
  itemKeys({ platform: site.id, kind: 'product', id: product.id });

/** By what the dots of an item or a product are asked for. */
export const pageItemKeys = (item: PageItem, around: Around): string[] =>
  item.person ? keysOf(item, around) : productKeys(item, around);

/** An item of the page as it is tagged; a product's card in a list is the product that its link leads to, and what it is called there. */
export function seenPageItem(item: PageItem, around: Around): SeenItem {
  if (item.person) return seenItem(item, around);
  const { name, from, product } = item;
  // a card without words has a picture that says what it shows
  const written = [name, from[0]?.link].map((part) => (part ? writtenIn(part, longestTitle) : ''));
  const title = cutText((written.find(Boolean) ?? '').replace(/\s+/g, ' '), longestTitle);
  return {
    kind: 'product',
    platform: around.site.id,
    keys: productKeys(item, around),
    url: product.url,
    ...(title ? { title } : {}),
  };
}
