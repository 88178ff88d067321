import { pathOf, samePage } from './address.ts';
import { isNode, type JsonLdNode, listOf, nodesOf, text, typesOf } from './json-ld.ts';
import { comparable, holdsName, sameName } from './names.ts';
import { offersOf } from './offers.ts';
import { metaOf, type Page } from './opened-page.ts';

/** A page with more product nodes than this is a list. */
const mostProducts = 200;

const productTypes = new Set([
  'product',
  'productgroup',
  'productmodel',
  'individualproduct',
  'someproducts',
  'vehicle',
  'car',
  'book',
]);

export function isProduct(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => productTypes.has(type.toLowerCase()));
}

const identities = /^(?:sku|mpn|gtin\w*|productID|isbn|model|url|@id|mainEntityOfPage|hasVariant)$/;

/**
 * Whether a product node stands for a whole category: it names several brands, or the head calls the page no product's; nothing says which
 * product it is, and its one offer is a span of prices without a word on whether it can be had. Shops put that on their lists for the
 * sake of search engines.
 */
function isSpanOfMany(page: Page, node: JsonLdNode): boolean {
  const brands = listOf(node.brand).flatMap((brand) => (isNode(brand) ? listOf(brand.name) : [brand]));
  if (brands.length < 2 && metaOf(page, 'og:type') !== 'website') return false;
  if (Object.keys(node).some((name) => identities.test(name))) return false;
  const [offer, ...others] = offersOf(node);
  if (!offer || others.length > 0 || !typesOf(offer).includes('AggregateOffer')) return false;
  const [low, high] = [text(offer.lowPrice), text(offer.highPrice)];
  return low !== undefined && high !== undefined && low !== high && offer.availability === undefined;
}

/** Products that a set of top nodes speaks of: themselves, the main entity of a page, what a lone rating rates. Never those of a list. */
export function productsAmong(nodes: JsonLdNode[]): JsonLdNode[] {
  const found: JsonLdNode[] = [];
  for (const node of nodes) {
    if (isProduct(node)) found.push(node);
    else if (typesOf(node).some((type) => /Page$/.test(type))) {
      found.push(...[...nodesOf(node.mainEntity), ...nodesOf(node.about)].filter(isProduct));
    } else if (typesOf(node).includes('AggregateRating'))
      found.push(...nodesOf(node.itemReviewed).filter(isProduct));
  }
  return found;
}

function addresses(node: JsonLdNode): string[] {
  const own = [text(node.url), text(node['@id']), text(node.mainEntityOfPage)];
  const page = isNode(node.mainEntityOfPage) ? text(node.mainEntityOfPage['@id']) : undefined;
  return [...own, page].filter((address) => address !== undefined);
}

function offerAddresses(node: JsonLdNode): string[] {
  return offersOf(node)
    .slice(0, 50)
    .flatMap((offer) => text(offer.url) ?? []);
}

/** Why a product node is taken for the page's own: by its address, or by the name that people see. */
interface Evidence {
  address: boolean;
  /** it gives an address, and that is another page's */
  other: boolean;
  name: boolean;
  exactName: boolean;
}

function evidence(page: Page, node: JsonLdNode): Evidence {
  const isHere = (address: string) => !address.startsWith('#') && samePage(page.url, address, page.base);
  const own = addresses(node).filter((address) => /^(?:https?:)?\/|^\w[\w./-]*\.html?$/.test(address));
  const variants = nodesOf(node.hasVariant).slice(0, 500);
  const all = [...own, ...offerAddresses(node), ...variants.flatMap(placesOfVariant)];
  const name = text(node.name);
  const here = all.some(isHere);
  return {
    address: here,
    other: own.length > 0 && !here,
    name: name !== undefined && page.headings.some((heading) => sameName(heading, name)),
    exactName:
      name !== undefined && page.headings.some((heading) => comparable(heading) === comparable(name)),
  };
}

/**
 * Picks the nodes that are the page's product among all that a page carries: carousels of related products and the data of the page
 * before are left out. Several nodes come back for the sizes of one product.
 * @returns `stale` true: there was a product, and it is another page's
 */
export function ownProduct(page: Page, nodes: JsonLdNode[]): { nodes: JsonLdNode[]; stale: boolean } {
  const products = productsAmong(nodes)
    .slice(0, mostProducts)
    .filter((node) => !isSpanOfMany(page, node));
  if (products.length === 0) return { nodes: [], stale: false };
  const judged = products.map((node) => ({ node, ...evidence(page, node) }));
  const byAddress = judged.filter(({ address }) => address);
  const byName = judged.filter(({ name, exactName, other }) => (other ? exactName : name));
  const sure = byAddress.filter(({ name }) => name);
  // After a move inside an app the title follows, OpenGraph mostly does not: with a headline on the page only the title may speak.
  const hasHeadline = page.headings.some((heading) => heading.length > 2);
  const head = hasHeadline
    ? [page.title]
    : [metaOf(page, 'og:title') ?? '', metaOf(page, 'twitter:title') ?? '', page.title];
  const byHead = judged.filter(({ node, other }) => {
    const name = text(node.name);
    if (name === undefined || (hasHeadline && other)) return false;
    // Among several products a title that holds the name of one could be about another.
    const only = products.length === 1 && !other;
    return head.some((title) => sameName(title, name) || (only && holdsName(title, name)));
  });
  const best = [sure, byAddress, byName, byHead].find((group) => group.length > 0);
  if (!best) return { nodes: [], stale: true };
  const groups = best.filter(({ node }) => typesOf(node).includes('ProductGroup'));
  const chosen = (groups.length > 0 ? groups : best).map(({ node }) => node);
  const name = text(chosen[0]?.name);
  const id = text(chosen[0]?.['@id']);
  const related = products.filter((node) => {
    if (chosen.includes(node)) return false;
    return id !== undefined && nodesOf(node.isVariantOf).some((group) => text(group['@id']) === id);
  });
  // several nodes of one product are its sizes; of several products at one address only the first is the page's
  const same = chosen.filter(
    (node, at) => at === 0 || (name !== undefined && sameName(text(node.name) ?? '', name)),
  );
  return { nodes: [...same, ...related], stale: false };
}

/** Of a product's variants those that the address names (by path or Shopify's `?variant=`), all when it names none. */
export function chosenVariants(
  page: Page,
  variants: JsonLdNode[],
  placesOf: (node: JsonLdNode) => string[],
): JsonLdNode[] {
  if (variants.length < 2 || variants.length > 2_000) return variants;
  const path = pathOf(page.url.href, page.url.href);
  const variant = page.url.searchParams.get('variant');
  const named = variants.filter((node) =>
    placesOf(node).some((place) => {
      if (!URL.canParse(place, page.base)) return false;
      const url = new URL(place, page.base);
      return variant ? url.searchParams.get('variant') === variant : pathOf(place, page.base) === path;
    }),
  );
  return named.length > 0 ? named : variants;
}

export function placesOfVariant(node: JsonLdNode): string[] {
  return [...addresses(node), ...offerAddresses(node)];
}
