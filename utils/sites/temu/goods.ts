import type { ProductReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { saysGone } from '../shared/gone-page.ts';
import { expected, firstOf, goodsOf, machineMoney, ownNode, statedIds } from '../shared/market-product.ts';
import { amountsIn, parseAmount } from '../shared/money.ts';
import { openPage } from '../shared/opened-page.ts';
import { metaText } from '../shared/page.ts';
import { asList, assigned, asText, at } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';

/** `window.rawData.store` of this very number. Its own prices are counted in units that differ by currency: not read. */
function ofState(facts: Facts, store: unknown): ProductReading {
  const goods = at(store, 'goods');
  const picture = at(goods, 'hdThumbUrl') ?? at(asList(at(goods, 'gallery'))[0], 'url');
  return compact<ProductReading>({
    title: facts.text('title', at(goods, 'goodsName'), 'state'),
    imageUrl: facts.address('imageUrl', picture, 'state', 'https://www.temu.com/'),
  });
}

/** What the page tells search engines of its price, in the state or the head. */
function priceForEngines(
  document: Document,
  store: unknown,
  fits: boolean,
  headFits: boolean,
): ProductReading {
  const info = at(store, 'seoData', 'ogInfo');
  const price =
    (fits
      ? machineMoney(at(info, 'product:price:amount'), at(info, 'product:price:currency'), 'state')
      : undefined) ??
    (headFits
      ? machineMoney(
          metaText(document, 'product:price:amount'),
          metaText(document, 'product:price:currency'),
          'meta',
        )
      : undefined);
  return price ? { price } : {};
}

/** Reads a product's page: the state of this number, its JSON-LD, the head; the price must be one that is shown. */
export function readGoods(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const idOf = (address: URL) => {
    const known = /(?:^|\.)temu\.com$/.test(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  const store = at(assigned(document, 'rawData'), 'store');
  const goodsId = asText(at(store, 'goods', 'goodsId'));
  const fits = goodsId === id;
  const page = openPage(document, url);
  const { node, stale } = ownNode(page, id, idOf);
  const stated = statedIds(document, url.href, idOf);
  const headFits = stated.has(id);
  if (!fits && !node && !headFits && (goodsId !== undefined || stale || stated.size > 0)) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    fits ? ofState(facts, store) : {},
    node ? goodsOf(page, node, identity.url) : {},
    priceForEngines(document, store, fits, headFits),
    compact<ProductReading>({
      title: headFits
        ? facts.text('title', metaText(document, 'og:title')?.replace(/\s+[-|]\s+Temu\b.*$/, ''), 'meta')
        : undefined,
      imageUrl: headFits
        ? facts.address('imageUrl', metaText(document, 'og:image'), 'meta', url.href)
        : undefined,
      url: { value: identity.url, source: 'url' },
    }),
  );
  const shown = lineOf(document.querySelector('#goods_price'))?.slice(0, 500);
  if (product.price && shown && amountsIn(shown).length > 0) {
    const { amount, currency } = product.price.value;
    const amounts = amountsIn(shown).map((each) => parseAmount(each, { currency, language: facts.language }));
    if (!amounts.includes(amount)) {
      delete product.price;
      delete product.priceMax;
      delete product.listPrice;
      facts.problem('price', 'ambiguous');
    }
  }
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return {
    kind: 'product',
    product: facts.finish(product, expected, goodsId !== undefined && !fits ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}
