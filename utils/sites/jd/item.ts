import type { Problem, ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { soldCount, stockSaid, yuan } from '../shared/chinese-shop.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { compareAmounts } from '../shared/money.ts';
import { titleOf } from '../shared/page.ts';
import { literalField, scriptFrom } from '../shared/script-literal.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';

/** `pageConfig.product` of the desktop page: a JavaScript literal in a script. */
function productConfig(document: Document): string | undefined {
  const config = scriptFrom(document, /\bpageConfig\s*=\s*\{/);
  const start = config === undefined ? -1 : config.search(/\bproduct\s*:\s*\{/);
  return start < 0 ? undefined : config?.slice(start);
}

/** Whether the document is the risk-control page: no item, only its loader. */
function isChallenge(document: Document): boolean {
  if (document.querySelector('.sku-name, .product-title, .itemInfo-wrap, .product-intro, #choose-btn-append'))
    return false;
  if (
    document.querySelector(
      'script[src*="payrisk.jd.com"], script[src*="js_security"], #JDJRV-wrap-loginsubmit, .JDJRV-bigimg, form#formlogin',
    )
  )
    return true;
  return /京东验证|京东-欢迎登录|安全验证/.test(titleOf(document) ?? '');
}

/** The number that the shown price's class names, `J-p-<sku>`, or the body's class `item-<sku>`. */
function shownSku(document: Document): string | undefined {
  const body = /(?:^|\s)item-(\d{5,20})(?:\s|$)/.exec(
    document.querySelector('body')?.getAttribute('class') ?? '',
  )?.[1];
  const price = document
    .querySelector('.summary-price [class*="J-p-"], .p-price [class*="J-p-"]')
    ?.getAttribute('class');
  return body ?? /J-p-(\d{5,20})/.exec(price ?? '')?.[1];
}

/** "美的（Midea）" of the breadcrumb's link to the brand, or the attribute table's row. */
function brandOf(document: Document): string | undefined {
  const link = document.querySelector(
    '#parameter-brand li a, .crumb a[href*="exbrand_"], a[clstag*="mbNav-5"]',
  );
  const row = document.querySelector('#parameter-brand li')?.getAttribute('title');
  const brand = lineOf(link) ?? row ?? undefined;
  if (brand && brand.length <= 120) return brand;
  for (const item of document.querySelectorAll('.attribute .list .item')) {
    const named = /^品牌\s*[:：]?\s*(.+)$/.exec(lineOf(item) ?? '')?.[1];
    if (named && named.length <= 120) return named;
  }
  return undefined;
}

/** The title without the marks that JD puts around names in the page's head: "【…】<name>【行情 报价 价格 评测】-京东". */
function headTitle(document: Document): string | undefined {
  const title = titleOf(document) ?? '';
  const named = /^【[^】]{1,200}】(.+?)【行情 报价 价格 评测】-京东/.exec(title)?.[1];
  return named?.trim() || undefined;
}

function pictureOf(
  document: Document,
  url: URL,
  source: string | undefined,
): { value: string; source: 'dom' | 'state' } | undefined {
  const image = document.querySelector('#spec-img, #spec-n1 img, img[class*="_main-image_"]');
  const shown = absolute(image?.getAttribute('data-origin') ?? image?.getAttribute('src'), url.href);
  if (shown && /\/jfs\//.test(shown)) return { value: shown, source: 'dom' };
  // the state has the path below the picture servers; "n1" is the size that pages show
  return source && /^jfs\/[\w./-]+$/.test(source)
    ? { value: `https://img14.360buyimg.com/n1/${source}`, source: 'state' }
    : undefined;
}

function sellerOf(document: Document): string | undefined {
  const link = document.querySelector(
    '.J-hove-wrap .name a, #popbox .mt h3 a, .contact .name a, .shopName a, .J-shop-name, .top-name',
  );
  return lineOf(link);
}

/** Reads an item of JD: `pageConfig` of the desktop page in its generations, and what stands in the page. */
export function readItem(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const problems: Problem[] = [];
  const id = identity.id ?? '';
  const config = productConfig(document);
  if (config === undefined && isChallenge(document)) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const stated = literalField(config, 'skuid') ?? shownSku(document);
  const address = fact(identity.url, 'url' as const);
  if (stated !== undefined && stated !== id) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const shown = document.querySelector(`.J-p-${/^\d+$/.test(id) ? id : 'none'}`);
  const raw = lineOf(shown) ?? lineOf(document.querySelector('.summary-price .p-price .price, #jd-price'));
  const price = yuan(raw);
  const before = lineOf(document.querySelector('#page_origin_price, #page_maprice, .summary-price del'));
  const old = yuan(before);
  const final = document.querySelector('#J_FinalPrice');
  const subsidised = yuan(lineOf(final?.querySelector('.price') ?? null));
  const label = lineOf(final?.querySelector('.priceContent') ?? null);
  const name = literalField(config, 'name');
  const title =
    name ?? lineOf(document.querySelector('.sku-name, .sku-title, .product-title, .sku-title-text'));
  const brand = brandOf(document);
  const picture = pictureOf(document, url, literalField(config, 'src'));
  const seller = sellerOf(document);
  const stockLine = lineOf(document.querySelector('#store-prompt, .store-prompt, #stock-text')) ?? '';
  const delivery = lineOf(document.querySelector('#summary-service, .summary-service')) ?? '';
  const over = lineOf(document.querySelector('.itemover-tip, #itemover-new')) ?? '';
  const offShelf = literalField(config, 'warestatus') === '0';
  const availability =
    stockSaid(over) ?? (offShelf ? 'out-of-stock' : (stockSaid(stockLine) ?? stockSaid(delivery)));
  const product = compact<ProductReading>({
    id: fact(id, 'url'),
    sku: fact(id, stated ? 'state' : 'url'),
    title: name
      ? textFact(name.trim(), 'state', 'long', 'title', problems)
      : title
        ? textFact(title, 'dom', 'long', 'title', problems)
        : textFact(headTitle(document), 'meta', 'long', 'title', problems),
    brand: textFact(brand, 'dom', 'short', 'brand', problems),
    price: price && fact(price.low, 'dom', raw),
    priceMax: price?.high && fact(price.high, 'dom', raw),
    listPrice:
      price && old && !old.high && compareAmounts(old.low.amount, price.low.amount) > 0
        ? fact(old.low, 'dom', before)
        : undefined,
    availability: availability && fact(availability, 'dom'),
    reviewCount: reviewCount(document, id),
    imageUrl: picture && textFact(picture.value, picture.source, 'address', 'imageUrl', problems),
    seller: textFact(seller, 'dom', 'short', 'seller', problems),
    // what is asked after a subsidy or coupon that the visitor must claim first
    promotions: subsidised && label ? fact([`${label} ${subsidised.low.amount}`], 'dom') : undefined,
    url: address,
  });
  for (const field of ['title', 'price', 'availability', 'imageUrl'] as const) {
    if (!product[field]) addProblem(problems, field, 'missing');
  }
  const shopId = literalField(config, 'shopId');
  const shop = compact<ShopReading>({
    id: shopId && shopId !== '0' ? fact(shopId, 'state') : undefined,
    name: product.seller,
  });
  // of a page that shows nothing of an item only the address is known, and that stands in the key
  const isRead = product.title || product.price || product.imageUrl;
  return { kind: 'product', ...(isRead ? { product } : {}), ...(shop.name ? { shop } : {}), problems };
}

/** "累计评价 2万+". 0 stands there too until the number is loaded, so it says nothing. */
function reviewCount(document: Document, id: string) {
  const line = lineOf(
    document.querySelector(`.J-comm-${/^\d+$/.test(id) ? id : 'none'}, #comment-count .count`),
  );
  const count = soldCount(line, 'dom');
  return count && count.value > 0 ? count : undefined;
}
