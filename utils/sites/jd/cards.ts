import type { Problem, ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { soldCount, yuan } from '../shared/chinese-shop.ts';
import { addProblem, compact, fact, fold, textFact } from '../shared/fields.ts';
import { titleOf } from '../shared/page.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';

type Reading = ReturnType<SiteReader>;

/** The words of a card's title: its picture and label in front ("自营") are no part of it. */
function titleIn(card: Element): string | undefined {
  const heading = card.querySelector(
    '.p-name em, .p-name a, [class*="_goods_title_"] [title], [class*="_title_"] [title], [class*="_text_"][title]',
  );
  const title = heading?.getAttribute('title') || lineOf(heading);
  return title && !/^.{0,40}\s*(?:详情|更多)$/.test(title) ? fold(title) : undefined;
}

/** Items of a search or category: cards in both generations carry the item's number. */
function productsOf(document: Document, url: URL): ProductReading[] {
  const found = new Map<string, ProductReading>();
  for (const card of document.querySelectorAll(
    'li.gl-item[data-sku], div[data-sku], li.jSubObject, li[jdprice]',
  )) {
    if (found.size >= 500) break;
    const linked = /item\.jd\.(?:com|hk)\/(\d{5,20})\.html/.exec(
      card.querySelector('a[href*="item.jd."]')?.getAttribute('href') ?? '',
    )?.[1];
    const id = card.getAttribute('data-sku') ?? linked;
    const title = titleIn(card) ?? lineOf(card.querySelector('.jDesc a'));
    if (!id || !/^\d{5,20}$/.test(id) || !title || found.has(id)) continue;
    const raw = lineOf(card.querySelector('.p-price i, .p-price strong, [class*="_price_"], .jdNum'));
    const price = yuan(raw);
    const image = card.querySelector('.p-img img, img');
    const picture = absolute(image?.getAttribute('src') ?? image?.getAttribute('data-lazy-img'), url.href);
    const seller = lineOf(
      card.querySelector('.p-shop a, .p-shopnum a, [class*="_shopName_"], [class*="_name_"] span[title]'),
    );
    const rated = soldCount(lineOf(card.querySelector('.p-commit strong a, .p-commit a')), 'dom');
    found.set(
      id,
      compact<ProductReading>({
        id: fact(id, 'dom'),
        sku: fact(id, 'dom'),
        title: fact(title, 'dom'),
        price: price && fact(price.low, 'dom', raw),
        priceMax: price?.high && fact(price.high, 'dom', raw),
        reviewCount: rated,
        imageUrl: picture ? fact(picture, 'dom') : undefined,
        seller: seller ? fact(seller, 'dom') : undefined,
        url: fact(`https://item.jd.com/${id}.html`, 'url'),
      }),
    );
  }
  return [...found.values()];
}

function isRefused(document: Document): boolean {
  return (
    document.querySelector('[data-sku], .gl-item') === null &&
    (document.querySelector('script[src*="payrisk.jd.com"], .JDJRV-bigimg, form#formlogin') !== null ||
      /京东验证|欢迎登录/.test(titleOf(document) ?? ''))
  );
}

const blocked: Reading = { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };

export function readCards(document: Document, kind: 'search' | 'listing', url: URL): Reading {
  if (isRefused(document)) return blocked;
  const problems: Problem[] = [];
  const products = productsOf(document, url);
  if (products.length === 0) addProblem(problems, 'products', 'missing');
  else if (products.some(({ price }) => !price)) addProblem(problems, 'products.price', 'missing');
  return { kind, products, problems };
}

/** A shop's first page: its name in the head ("<name> - 京东") or its element in the old one; where its followers stand is not known. */
export function readShop(document: Document, identity: PageIdentity, url: URL): Reading {
  if (isRefused(document)) return blocked;
  const problems: Problem[] = [];
  const shown = lineOf(
    document.querySelector('.j-shop-name, .jLogo .shopName, .jRatingInfo .name, #shop-head .shop-name'),
  );
  // The site's other pages have titles of this form too; shops are called so.
  const titled = /^(.{2,60}?店)\s*-\s*京东$/.exec(titleOf(document) ?? '')?.[1];
  const products = productsOf(document, url);
  const shop = compact<ShopReading>({
    id: identity.id ? fact(identity.id, 'url') : undefined,
    name: shown
      ? textFact(shown, 'dom', 'short', 'name', problems)
      : textFact(titled, 'meta', 'short', 'name', problems),
    url: fact(identity.url, 'url'),
  });
  if (!shop.name) addProblem(problems, 'name', 'missing');
  return { kind: 'shop', shop, ...(products.length > 0 ? { products } : {}), problems };
}
