import type { Field, Source } from '../../domain/page-reading.ts';
import { absolute } from './address.ts';
import { parseCount } from './count.ts';
import { fact, fold } from './fields.ts';
import { isNode, type JsonLdNode, listOf, nameOf, nodesOf, text } from './json-ld.ts';
import { amountsIn } from './money.ts';
import { metaOf, type Page } from './opened-page.ts';
import type { ShownProduct } from './shown-product.ts';

/** One source's nodes of the page's product. */
export interface Nodes {
  source: Source;
  nodes: JsonLdNode[];
  /** the variant the address names */
  chosen?: JsonLdNode;
}

/** Vendor names that a shop system puts where the shop keeper left the field alone, and weights typed into it. */
const noBrand =
  /^(?:my store|default|none|no brand|no-brand|unbranded|generic|unknown|n\/?a|-+|null|undefined|brand)$/i;
const measure = /^[\d.,]+\s*(?:kg|g|mg|ml|cl|l|cm|mm|m|oz|lb|lbs|pcs|x)\b/i;

/** The brand; not a label in front of it ("Brand: …" in a microdata text), not a placeholder. */
export function brandOf(page: Page, sources: Nodes[]): { value: string; source: Source } | undefined {
  const fits = (name: string | undefined): name is string =>
    name !== undefined &&
    name.length <= 120 &&
    !noBrand.test(name) &&
    !measure.test(name) &&
    !/:\s|\s\|\s/.test(name) &&
    !/^https?:/.test(name);
  for (const { source, nodes } of sources) {
    for (const node of nodes) {
      const name = nameOf(node.brand);
      if (name !== undefined && fits(fold(name))) return { value: fold(name), source };
    }
  }
  const head = metaOf(page, 'product:brand', 'og:brand');
  return fits(head) ? { value: head, source: 'meta' } : undefined;
}

/** The article number, where the product has one: several sizes with numbers of their own have none together. */
export function skuOf(sources: Nodes[]): { value: string; source: Source } | undefined {
  for (const { source, nodes } of sources) {
    const numbers = new Set(nodes.flatMap((node) => text(node.sku) ?? []));
    const [sku] = numbers;
    if (sku && numbers.size === 1 && !/^(?:n\/?a|null|undefined|-+)$/i.test(sku))
      return { value: fold(sku), source };
  }
  return undefined;
}

function imageAddress(value: unknown): string | undefined {
  for (const image of listOf(value)) {
    const address = isNode(image)
      ? (text(image.contentUrl) ?? text(image.url) ?? text(image['@id']))
      : text(image);
    if (address && /[/.]/.test(address) && !address.startsWith('data:')) return address;
  }
  return undefined;
}

/**
 * The product's main picture as an absolute address: the product's own in JSON-LD, then OpenGraph's, then that of the variant the address
 * names or the first one, then microdata's (often a thumbnail), then what is shown.
 */
export function imageOf(
  page: Page | undefined,
  sources: Nodes[],
  shown: ShownProduct | undefined,
  base = page?.base ?? '',
): { value: string; source: Source } | undefined {
  const of = (wanted: Source) => sources.filter(({ source }) => source === wanted);
  const own = (wanted: Source) =>
    of(wanted)
      .flatMap(({ nodes }) => nodes)
      .map((node) => imageAddress(node.image))
      .find((address) => address !== undefined);
  const variant = of('json-ld')
    .flatMap(({ nodes, chosen }) => [chosen, nodesOf(nodes[0]?.hasVariant)[0]])
    .map((node) => imageAddress(node?.image))
    .find((address) => address !== undefined);
  const head =
    page &&
    metaOf(page, 'og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image', 'twitter:image:src');
  const candidates: [string | undefined, Source][] = [
    [own('json-ld'), 'json-ld'],
    [head, 'meta'],
    [variant, 'json-ld'],
    [own('microdata'), 'microdata'],
    [shown?.imageUrl, shown?.source ?? 'dom'],
  ];
  for (const [address, source] of candidates) {
    const value = absolute(address, base);
    if (value) return { value, source };
  }
  return undefined;
}

/** A count in a field that may hold words too ("2 reviews", "1,234"). */
function countOf(raw: string | undefined, language: string | undefined): Field<number> | undefined {
  if (raw === undefined) return undefined;
  if (/^\d{1,15}$/.test(raw)) return { value: Number(raw), source: 'json-ld' };
  const found = amountsIn(raw);
  if (found.length === 1 && /^\d{1,12}$/.test(found[0] ?? '') && !/\d\s*\p{L}?[KkMmBb万億亿만]/u.test(raw)) {
    return { value: Number(found[0]), source: 'json-ld', raw };
  }
  const parsed = parseCount(raw, language);
  return parsed && parsed.value !== null
    ? { value: parsed.value, source: 'json-ld', raw, precision: parsed.precision }
    : undefined;
}

/**
 * Rating on the site's own scale and how many rated. A value above the scale (5 unless it says otherwise) is a percentage or a mistake and
 * left out; so is 0, which is how shops write "not rated yet".
 */
export function ratingOf(
  sources: Nodes[],
  language: string | undefined,
): { rating?: Field<number>; reviewCount?: Field<number> } | undefined {
  for (const { source, nodes } of sources) {
    for (const node of nodes) {
      const [aggregate] = nodesOf(node.aggregateRating);
      if (!aggregate) continue;
      const raw = text(aggregate.ratingValue);
      const value = Number(raw?.replace(',', '.').replace(/\s*\/\s*\d+$/, ''));
      const best = Number(text(aggregate.bestRating)?.replace(',', '.') ?? 5) || 5;
      const count =
        countOf(text(aggregate.reviewCount), language) ?? countOf(text(aggregate.ratingCount), language);
      const rated = raw !== undefined && value > 0 && value <= best;
      if (!rated && !(count && count.value > 0)) continue;
      return {
        ...(rated ? { rating: fact(value, source, raw) } : {}),
        ...(count && (count.value > 0 || !rated) ? { reviewCount: { ...count, source } } : {}),
      };
    }
  }
  return undefined;
}
