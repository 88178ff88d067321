import type { Money, ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { asList, assigned, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { isShell } from './state.ts';

const required = ['title', 'price', 'availability', 'imageUrl', 'seller'];

/** The data of TikTok Shop's pages. */
function routerData(document: Document): unknown {
  const script = document.querySelector('script#__MODERN_ROUTER_DATA__')?.textContent;
  if (!script) return assigned(document, '_ROUTER_DATA');
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** Reads a product of TikTok Shop: the page's data of this very product in one of two generations. */
export function readProduct(document: Document, identity: PageIdentity): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const loaded = at(routerData(document), 'loaderData');
  const isOwn = (product: Data) => asText(product.product_id) === id;
  const info = objectsIn(loaded, (object) => 'product_base' in object && isOwn(object), 1)[0];
  const models = objectsIn(
    loaded,
    (object) => isData(object.product_model) && isOwn(object.product_model),
    1,
  )[0];
  if (!info && !models) return withoutData(facts, document, identity, loaded);
  const { product, shop } = info ? fromInfo(facts, info) : fromModels(facts, models ?? {});
  const full: ProductReading = {
    id: { value: id, source: 'url' },
    ...fromPreview(facts, document, id),
    ...product,
  };
  const named = facts.finish(shop);
  return {
    kind: 'product',
    product: facts.finish(full, required),
    ...(Object.keys(named).length > 0 ? { shop: named } : {}),
    problems: facts.problems,
  };
}

/** A page of another product, one that is not sold here, or one whose data has a shape that is not known. */
function withoutData(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  loaded: unknown,
): ReturnType<SiteReader> {
  const others = objectsIn(loaded, (object) => 'product_base' in object || isData(object.product_model), 1);
  const refused = objectsIn(
    loaded,
    (object) => typeof object.error_code === 'number' && object.error_code !== 0,
    1,
  );
  const isChallenge = loaded === undefined && isShell(document) && !metaText(document, 'og:title');
  if ((refused.length > 0 && others.length === 0) || isChallenge) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const product = {
    id: { value: identity.id ?? '', source: 'url' as const },
    ...fromPreview(facts, document, identity.id ?? ''),
  };
  return {
    kind: 'product',
    product: facts.finish(product, required, others.length > 0 ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

/** Decimals as data writes them; three digits after a dot could be thousands, "*" hides the number. */
function money(amount: unknown, currency: unknown): Money | undefined {
  const text = asText(amount);
  if (!text || !/^\d{1,12}(?:\.\d{1,2})?$/.test(text)) return undefined;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { amount: text, currency } : undefined;
}

function field(value: Money | undefined) {
  return value && { value, source: 'state' as const };
}

function more(value: Money | undefined, than: Money | undefined) {
  return value && than && Number(value.amount) > Number(than.amount) ? field(value) : undefined;
}

function rating(value: unknown) {
  const score = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return score > 0 && score <= 5 ? { value: score, source: 'state' as const } : undefined;
}

type Both = { product: Partial<ProductReading>; shop: Partial<ShopReading> };

/** Since 2024: one object with the product, its seller, its variants and its reviews. */
function fromInfo(facts: Facts, info: Data): Both {
  const base = info.product_base;
  const price = at(base, 'price');
  const currency = at(price, 'currency');
  const least = money(at(price, 'min_sku_price'), currency);
  const seller = facts.line('seller', at(info.seller, 'name'), 'state');
  const stocks = asList(info.skus).map((sku) => at(sku, 'stock'));
  const isCounted = stocks.length > 0 && stocks.every((stock) => typeof stock === 'number');
  return {
    product: compact<ProductReading>({
      title: facts.text('title', at(base, 'title'), 'state'),
      price: field(least),
      priceMax: more(money(at(price, 'max_sku_price'), currency), least),
      listPrice: more(money(at(price, 'min_sku_original_price'), currency), least),
      availability: isCounted
        ? { value: stocks.some((stock) => Number(stock) > 0) ? 'in-stock' : 'out-of-stock', source: 'state' }
        : undefined,
      rating: rating(at(info.product_detail_review, 'product_rating')),
      reviewCount: facts.count('reviewCount', at(info.product_detail_review, 'review_count'), 'state'),
      sold: facts.count('sold', at(base, 'sold_count'), 'state'),
      imageUrl: facts.address('imageUrl', at(base, 'images', 0, 'url_list', 0), 'state'),
      seller,
    }),
    shop: compact<ShopReading>({
      id: facts.line('seller', asText(at(info.seller, 'seller_id') ?? info.seller_id), 'state'),
      name: seller,
      logoUrl: facts.address('seller', at(info.seller, 'avatar', 'url_list', 0), 'state'),
    }),
  };
}

/** Since 2026: a model for each; known from public scripts, no saved page. Whether it is in stock is not known there. */
function fromModels(facts: Facts, models: Data): Both {
  const price = at(models.promotion_model, 'promotion_product_price', 'min_price');
  const currency = at(price, 'currency_name') ?? at(price, 'currency');
  const least = money(at(price, 'sale_price_decimal'), currency);
  const seller = facts.line('seller', at(models.seller_model, 'shop_name'), 'state');
  const reviews = asText(at(models.review_model, 'product_review_count'));
  return {
    product: compact<ProductReading>({
      title: facts.text('title', at(models.product_model, 'name'), 'state'),
      price: field(least),
      listPrice: more(money(at(price, 'origin_price_decimal'), currency), least),
      rating: rating(at(models.review_model, 'product_overall_score')),
      reviewCount: facts.count(
        'reviewCount',
        /^\d+$/.test(reviews ?? '') ? Number(reviews) : undefined,
        'state',
      ),
      seller,
    }),
    shop: compact<ShopReading>({
      id: facts.line('seller', asText(at(models.shop_info, 'seller_id')), 'state'),
      name: seller,
    }),
  };
}

function fromPreview(facts: Facts, document: Document, id: string): Partial<ProductReading> {
  if (!statedAddress(document)?.includes(id)) return {};
  return compact<ProductReading>({
    title: facts.text('title', metaText(document, 'og:title'), 'meta'),
    imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
  });
}
