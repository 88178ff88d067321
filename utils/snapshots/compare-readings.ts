import type { Change } from '../domain/change-kind.ts';
import type { PageReading, ProductReading } from '../domain/page-reading.ts';
import { ChangeList, type CompareOptions } from './change-list.ts';
import { compareOrder } from './compare-order.ts';
import { comparePictures, type PicturePair } from './compare-pictures.ts';
import { availabilityOf, compareProduct } from './compare-product.ts';
import { compareCreator, comparePost, compareShop } from './compare-profile.ts';
import { matchProducts } from './match-products.ts';
import { keyOfPair, keyOfRow, type Row, type RowPair } from './product-rows.ts';
import { unreadableAfter, unreadableReason } from './readable.ts';

function compareList(
  before: readonly ProductReading[],
  after: readonly ProductReading[],
  list: ChangeList,
  options: CompareOptions,
): PicturePair[] {
  const matching = matchProducts(before, after, options.carried);
  const marks = after.some((product) => availabilityOf(product) === 'out-of-stock');
  const named = (key: string, title: string | undefined) => ({
    key,
    ...(title === undefined ? {} : { title }),
  });
  const compared = (pair: RowPair): PicturePair => {
    const [old, now] = [pair.before.product, pair.after.product];
    const name = named(keyOfPair(pair), now.title?.value ?? old.title?.value);
    compareProduct(old, now, name, list, marks);
    return { ...name, before: old.imageUrl?.value, after: now.imageUrl?.value };
  };
  const of = (row: Row) => named(keyOfRow(row), row.product.title?.value);
  const pictures = matching.pairs.map(compared);
  // of another day: where their pictures lay then says nothing of the others
  comparePictures(matching.carried.map(compared), list, options);
  for (const row of matching.fresh) list.add({ kind: 'product-new', ...of(row), to: row.index + 1 });
  for (const row of matching.gone) list.add({ kind: 'product-gone', ...of(row), from: row.index + 1 });
  compareOrder(matching, list);
  return pictures;
}

function compareOne(before: ProductReading, after: ProductReading, list: ChangeList): PicturePair[] {
  const id = after.id ?? before.id;
  const title = after.title ?? before.title;
  const named = {
    key: id?.value ?? after.sku?.value ?? after.url?.value ?? title?.value ?? 'product',
    ...(title ? { title: title.value } : {}),
  };
  compareProduct(before, after, named, list, true);
  return [{ ...named, before: before.imageUrl?.value, after: after.imageUrl?.value }];
}

/**
 * Names what is different between two readings of one watched page. Pure; 3,000 products in under 20 ms.
 *
 * What a page does not say is unknown and never a change, except that a struck price or a promotion is gone when the price is still there.
 * Prices of two currencies are not compared (another visitor's country). When the newer reading cannot be read, or shows another page or far
 * fewer rows, there is one `unreadable` and nothing else; when the older could not be read, one `readable-again`: compare with the last that
 * could be read for the rest. Both unreadable: nothing.
 */
export function compareReadings(
  before: PageReading,
  after: PageReading,
  options: CompareOptions = {},
): Change[] {
  const list = new ChangeList(options);
  const hadFault = unreadableReason(before);
  if (hadFault) {
    if (!unreadableReason(after)) list.add({ kind: 'readable-again', key: 'page', from: hadFault });
    return list.changes;
  }
  const fault = unreadableAfter(before, after);
  if (fault) {
    list.add({ kind: 'unreadable', key: 'page', to: fault });
    return list.changes;
  }
  const pictures: PicturePair[] = [];
  if (before.product && after.product) pictures.push(...compareOne(before.product, after.product, list));
  if (before.products && after.products)
    pictures.push(...compareList(before.products, after.products, list, options));
  if (before.creator && after.creator) pictures.push(...compareCreator(before.creator, after.creator, list));
  if (before.shop && after.shop)
    pictures.push(...compareShop(before.shop, after.shop, list, !after.creator?.followers));
  if (before.post && after.post) pictures.push(...comparePost(before.post, after.post, list));
  comparePictures(pictures, list, options);
  return list.changes;
}
