import { hostMatches, type ItemRule, type Site } from '../../sites/site.ts';
import { addressesOf, followLinks, own, type ReadItem, readItem, type ShownItem } from './read-item.ts';

/** A product as the address of its page names it. */
interface Product {
  id: string;
  /** canonical address of its page */
  url: string;
  /** tells one from another */
  key: string;
}

/** A product's card in a list: of nobody. */
export interface ReadProduct extends ShownItem {
  person?: undefined;
  product: Product;
}

/** Whatever can stand on a page: told apart by whether it is of somebody. */
export type PageItem = ReadItem | ReadProduct;

/** Longer ones are none. */
const longestId = 1_000;

/** Which product's page a link leads to; null where it leads elsewhere. Never by what the link shows. */
function productBehind(link: Element, { hosts, identify }: Site): Product | null {
  const href = link.getAttribute('href');
  if (!href || !URL.canParse(href, link.baseURI)) return null;
  const address = new URL(href, link.baseURI);
  // an address elsewhere may have the same path
  if (hosts.length > 0 && !hostMatches(hosts, address.hostname)) return null;
  const about = identify(address);
  if (about?.kind !== 'product' || !about.id || about.id.length > longestId) return null;
  return { id: about.id, url: about.url, key: `product ${about.id}` };
}

/** Cards have a link around the picture and one around the words, or one over everything with the words beside it: the rule says where. */
function readProduct(
  element: Element,
  rule: ItemRule,
  site: Site,
  itemAround: (element: Element) => Element | null,
): ReadProduct | null {
  const linked = followLinks(own(element, rule.author, itemAround), (link) => productBehind(link, site));
  if (!linked) return null;
  const { to: product, first, worded } = linked;
  const named = rule.name === undefined ? undefined : own(element, rule.name, itemAround).next().value;
  return {
    element,
    rule,
    key: product.key,
    product,
    name: named ?? worded ?? first,
    from: addressesOf([first, worded]),
  };
}

/**
 * Reads what stands on a page, of somebody or a product.
 * @param itemAround tells what belongs to an item inside this one
 * @returns null where no link leads to a profile, of a product to a product's page, of this site
 */
export function readPageItem(
  element: Element,
  rule: ItemRule,
  site: Site,
  itemAround: (element: Element) => Element | null,
): PageItem | null {
  const read = rule.kind === 'product' ? readProduct : readItem;
  return read(element, rule, site, itemAround);
}
