import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { distinct, listProblems } from '../shared/market-product.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';

/**
 * Reads a shop's page or a search: the cards, whose classes are hashed and whose tooltips are not. What Temu recommends below a shop's goods
 * are other shops' and left out. No price: which of the amounts on a card is asked, nobody has described.
 */
export function readMall(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const products: ProductReading[] = [];
  for (const card of [...document.querySelectorAll('[data-tooltip^="goodContainer-"]')].slice(0, 400)) {
    if (identity.kind === 'shop' && card.closest('.js-goods-list')) continue;
    const link = card.matches('a[href]') ? card : card.querySelector('a[href*="-g-"]');
    const resolved = absolute(link?.getAttribute('href'), url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (known?.kind !== 'product' || !known.id) continue;
    const named = card.hasAttribute('data-tooltip-title') ? card : card.querySelector('[data-tooltip-title]');
    const image = card.querySelector('.goods-image-container-external img, img');
    products.push(
      compact<ProductReading>({
        id: { value: known.id, source: 'dom' },
        title: facts.text('products.title', named?.getAttribute('data-tooltip-title'), 'dom'),
        imageUrl: facts.address('products.imageUrl', image?.getAttribute('src'), 'dom', url.href),
        url: { value: known.url, source: 'dom' },
      }),
    );
  }
  const own = distinct(products);
  if (identity.kind === 'shop') facts.problem('name', 'missing');
  listProblems(facts, own);
  const rest = { ...(own.length > 0 ? { products: own } : {}), problems: facts.problems };
  if (identity.kind !== 'shop') return { kind: identity.kind, ...rest };
  const shop: ShopReading = {
    id: { value: identity.id ?? '', source: 'url' },
    url: { value: identity.url, source: 'url' },
  };
  return { kind: 'shop', shop, ...rest };
}
