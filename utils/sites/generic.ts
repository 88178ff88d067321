import type { PageReading, Problem, ProductReading } from '../domain/page-reading.ts';
import type { PlatformId } from '../domain/platform.ts';
import { textLimits } from '../domain/text-limits.ts';
import { absolute, canonicalAddress } from './shared/address.ts';
import { readArticle } from './shared/article.ts';
import { currencyCode } from './shared/currency.ts';
import { isNode, nodesOf, text, typesOf } from './shared/json-ld.ts';
import { offerCurrency } from './shared/offers.ts';
import { metaOf, openPage, type Page } from './shared/opened-page.ts';
import { readProfile } from './shared/person.ts';
import { listedProduct, readProduct, saysProduct } from './shared/product.ts';
import { isProduct, productsAmong } from './shared/product-identity.ts';
import { shownBySystem } from './shared/shop-systems.ts';
import { hasBasket, readOwner, readShop, siteSelf } from './shared/site-home.ts';
import { asksToLogIn, isWall } from './shared/walls.ts';
import {
  isShopify,
  listedByShopify,
  productHandle,
  shopifyList,
  shopifyShop,
  shownByShopify,
} from './shopify.ts';
import type { SiteFacts, SiteReader } from './site.ts';
import {
  isWooCommerce,
  listedByWooCommerce,
  shownByWooCommerce,
  wooCommerceCurrency,
  wooCommerceList,
} from './woocommerce.ts';

type Reading = ReturnType<SiteReader>;

export const facts: SiteFacts = {
  examples: [
    { url: 'https://bells.example/bell', kind: 'product' },
    { url: 'https://linktr.ee/mira.solberg', kind: 'profile' },
    { url: 'https://people.example/@Mira.Solberg', kind: 'profile' },
    { url: 'https://kilnnotes.example/ten-glazes/', kind: 'article' },
    { url: 'https://bells.example/', kind: 'shop' },
    { url: 'https://bells.example/brass?page=2', kind: 'listing' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-07', unknown: ['sold'] },
    profile: { evidence: 'medium', verified: '2026-04' },
    article: { evidence: 'medium', verified: '2026-04' },
    shop: { evidence: 'strong', verified: '2026-07', unknown: ['followers', 'rating'] },
    listing: { evidence: 'medium', verified: '2026-07' },
    search: { evidence: 'medium', verified: '2026-07' },
  },
};

/** The shop system behind a page of an unknown host; `web` where none of the known families is. */
export function detectFamily(document: Document): PlatformId {
  if (isShopify(document)) return 'shopify';
  return isWooCommerce(document) ? 'woocommerce' : 'web';
}

/** Platforms on which many people and shops live: what such a host says of itself is not what its page is about. */
const crowded =
  /(?:^|\.)(?:facebook|instagram|pinterest|reddit|linkedin|threads|twitter|x|youtube|tiktok|weibo|xiaohongshu|douyin|bilibili|baidu|qq|wechat|weixin|taobao|tmall|jd|amazon|aliexpress|ebay|etsy|walmart|shopee|lazada|temu|mercadolibre|mercadolivre|dewu|poizon|alibaba|1688|shein|bsky|medium|tumblr|vk|twitch|snapchat|discord|telegram|whatsapp|google|bing|apple|microsoft)\.(?:[a-z]{2,4}|[a-z]{2,3}\.[a-z]{2})$/;

/** Names that shop and blog systems give the body of their "not found" page. */
const missingPage =
  'body.error404, body.template-404, body.cms-noroute-index, body#pagenotfound, body.page-404, body.error-404';
const missingTitle =
  /^(?:(?:error )?404\b|page not found|not found$|seite nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata|страница не найдена|页面不存在|找不到页面|找不到網頁|頁面不存在|ページが見つかりません)/i;

function isBlocked(page: Page): boolean {
  const { document, url } = page;
  if (isWall(document) || document.querySelector(missingPage)) return true;
  const hasProduct = saysProduct(page) || productsAmong(page.nodes).length > 0;
  if (!hasProduct && [page.title, ...page.headings].some((line) => missingTitle.test(line))) return true;
  // Shopify's door before a shop that is not open
  if (document.querySelector('form[action$="/password"] input[type="password"]')) return true;
  const asks = /\/(?:log-?in|sign-?in|passport|auth|sso|account\/login)(?:[/.]|$)/i.test(url.pathname);
  return asksToLogIn(document) && (asks || (page.nodes.length === 0 && !metaOf(page, 'og:type')));
}

function idOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** Products of a JSON-LD ItemList, or several product nodes that each have an address of their own. */
function listed(page: Page, currency: string | undefined): ProductReading[] {
  const lists = page.nodes
    .flatMap((node) => [node, ...nodesOf(node.mainEntity)])
    .filter((node) => typesOf(node).includes('ItemList'));
  const items = lists.flatMap((list) =>
    nodesOf(list.itemListElement).map((element) => (isNode(element.item) ? element.item : element)),
  );
  const nodes = (items.some(isProduct) ? items : page.nodes).filter(isProduct).slice(0, textLimits.list);
  const found = new Map<string, ProductReading>();
  for (const node of nodes) {
    const product = listedProduct(page, node, currency);
    const key = product?.url?.value;
    if (product && key && !found.has(key)) found.set(key, product);
  }
  return found.size > 1 ? [...found.values()] : [];
}

const searchPath = /\/(?:search|catalogsearch|suche|recherche|busca|buscar)(?:[/.]|$)/i;

/** A site's first page: by its address, or by the names that WordPress, Shopify, Magento and PrestaShop give the body of theirs. */
function isHome(page: Page): boolean {
  const home = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w+)?$/i;
  if (home.test(page.url.pathname)) {
    // "/sr?keyword=..." is no country's home: the page says that its own address is another one.
    const stated = absolute(metaOf(page, 'og:url'), page.base);
    return !stated || page.url.pathname === '/' || home.test(new URL(stated).pathname);
  }
  return (
    page.document.querySelector('body.home, body.template-index, body.cms-index-index, body#index') !== null
  );
}

/**
 * Reads a page of an address that no site claims: products (JSON-LD, microdata, OpenGraph, the elements of known shop systems), profiles,
 * link-in-bio pages, articles, shop homes and lists. Whatever does not prove that it is about this page is left out.
 */
export const read: SiteReader = (document, identity, url) => {
  const page = openPage(document, url);
  const address = canonicalAddress(document, url);
  if (isBlocked(page)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const reading = readOpen(page, identity.kind);
  const { creator } = reading;
  // whoever has an address of their own goes by it
  const named =
    creator?.stableId && !creator.handle ? { creator: { ...creator, handle: creator.stableId } } : {};
  return { ...reading, ...named, url: address, id: idOf(address) };
};

function readOpen(page: Page, kind: PageReading['kind']): Reading {
  const { document, url } = page;
  const family = detectFamily(document);
  const isCrowded = crowded.test(url.hostname);
  const shopify = family === 'shopify' ? shopifyShop(document) : {};
  const currency = shopify.currency;
  const listKind =
    family === 'shopify'
      ? shopifyList(url)
      : family === 'woocommerce'
        ? wooCommerceList(document, url)
        : undefined;

  if (!listKind) {
    const names = [metaOf(page, 'og:title') ?? '', ...page.headings].filter((name) => name.length > 2);
    const written =
      metaCurrency(page) ??
      offerCurrency([...productsAmong(page.nodes), ...productsAmong(page.microdata.items)]) ??
      (family === 'woocommerce' ? wooCommerceCurrency(document) : undefined);
    const shown =
      family === 'shopify'
        ? shownByShopify(page, shopify, names)
        : family === 'woocommerce'
          ? shownByWooCommerce(page, written)
          : shownBySystem(page, written);
    const { product, problems, stale } = readProduct(page, shown, currency);
    if (product) {
      const shop = family === 'web' ? undefined : readShop(page, siteSelf(page), shopify.domain);
      return { kind: 'product', product, ...(shop ? { shop } : {}), problems };
    }
    if (stale && listed(page, currency).length === 0) {
      return {
        kind: productHandle(url.pathname) ? 'product' : kind,
        problems: [{ field: 'product', reason: 'stale' }],
      };
    }
  }

  const profile = readProfile(page);
  if (profile === 'stale') return { kind, problems: [{ field: 'creator', reason: 'stale' }] };
  if (profile) return { kind: 'profile', ...profile };
  if (isCrowded) return { kind, problems: [] };

  const products = productsOf(page, family, currency);
  if (!listKind && isHome(page)) return readHome(page, family, products, shopify.domain, kind);
  // Systems that name every page of theirs an article name their lists so too.
  const article = listKind ? undefined : readArticle(page);
  if (article) return { kind: 'article', ...article };
  if (products.length > 1 || listKind) {
    return {
      kind: listKind ?? (searchPath.test(url.pathname) ? 'search' : 'listing'),
      products,
      problems: products.length > 0 ? unpriced(products) : [{ field: 'products', reason: 'missing' }],
    };
  }
  return { kind, problems: [] };
}

function metaCurrency(page: Page): string | undefined {
  const currency = metaOf(page, 'product:price:currency', 'og:price:currency');
  return currencyCode(currency);
}

/** Prices of cards are left out where their sign means several currencies or two amounts stand there. */
function unpriced(products: ProductReading[]): Problem[] {
  return products.some(({ price }) => !price) ? [{ field: 'products.price', reason: 'ambiguous' }] : [];
}

function productsOf(page: Page, family: PlatformId, currency: string | undefined): ProductReading[] {
  const structured = listed(page, currency);
  if (structured.length > 0) return structured;
  if (family === 'shopify') return listedByShopify(page, currency);
  return family === 'woocommerce' ? listedByWooCommerce(page, wooCommerceCurrency(page.document)) : [];
}

/** A site's first page: a shop with its products, or the page of whoever runs the site. */
function readHome(
  page: Page,
  family: PlatformId,
  products: ProductReading[],
  shopId: string | undefined,
  kind: PageReading['kind'],
): Reading {
  const problems: Problem[] = [];
  const self = siteSelf(page);
  const creator = readOwner(page, self, problems);
  if (family !== 'web' || self.isStore || products.length > 1 || (self.name && hasBasket(page.document))) {
    const shop = readShop(page, self, shopId, canonicalAddress(page.document, page.url));
    if (!shop?.name) problems.push({ field: 'name', reason: 'missing' });
    return {
      kind: 'shop',
      ...(shop ? { shop } : {}),
      ...(creator ? { creator } : {}),
      ...(products.length > 0 ? { products } : {}),
      problems: [...problems, ...unpriced(products)],
    };
  }
  const person = page.nodes.find((node) => typesOf(node).includes('Person') && text(node.name));
  const reachable = creator && (creator.links || creator.emails);
  if (!creator || !(person || reachable)) return { kind, problems: [] };
  return { kind: 'profile', creator, problems };
}
