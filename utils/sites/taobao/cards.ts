import type { ProductReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { soldCount, yuan } from '../shared/chinese-shop.ts';
import { compact, fact, fold } from '../shared/fields.ts';
import { asList, assigned, asText, at, isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';

/** The item's own page on Taobao or Tmall, from any link to it. */
function itemOf(href: string | null | undefined, base: string): { id: string; url: string } | undefined {
  const resolved = absolute(href, base);
  if (!resolved) return undefined;
  const url = new URL(resolved);
  const id = url.searchParams.get('id') ?? url.searchParams.get('itemId') ?? '';
  if (!/(?:^|\.)(?:taobao\.com|tmall\.com|tmall\.hk)$/.test(url.hostname)) return undefined;
  if (!/^\d{5,16}$/.test(id) || !/(?:item|detail)\.html?$/.test(url.pathname)) return undefined;
  const page = /tmall\.hk$/.test(url.hostname)
    ? 'https://detail.tmall.hk/hk/item.htm?id='
    : /tmall\.com$/.test(url.hostname)
      ? 'https://detail.tmall.com/item.htm?id='
      : 'https://item.taobao.com/item.htm?id=';
  return { id, url: `${page}${id}` };
}

/** Results of the search of 2014–2022, which stand in its `g_page_config`. */
function searched(document: Document, url: URL): ProductReading[] {
  const items = asList(at(assigned(document, 'g_page_config'), 'mods', 'itemlist', 'data', 'auctions'));
  return items.slice(0, 1_000).flatMap((item) => {
    const id = asText(at(item, 'nid'));
    const title = asText(at(item, 'raw_title'));
    if (!isData(item) || !id || !title) return [];
    const raw = asText(item.view_price);
    const price = yuan(raw);
    const image = absolute(asText(item.pic_url), url.href);
    const seller = asText(at(item, 'shopName')) ?? asText(item.nick);
    const own = itemOf(asText(item.detail_url), url.href);
    return [
      compact<ProductReading>({
        id: fact(id, 'state'),
        sku: fact(id, 'state'),
        title: fact(title, 'state'),
        price: price && fact(price.low, 'state', raw),
        priceMax: price?.high && fact(price.high, 'state', raw),
        sold: soldCount(asText(item.view_sales), 'state'),
        imageUrl: image ? fact(image, 'state') : undefined,
        seller: seller ? fact(seller, 'state') : undefined,
        url: fact(own?.id === id ? own.url : `https://item.taobao.com/item.htm?id=${id}`, 'state'),
      }),
    ];
  });
}

/** The card around a link to an item: the largest box in which no other item is linked. */
function cardOf(link: Element, id: string, base: string): Element {
  let card = link;
  for (let step = 0, box = link.parentElement; box && step < 6; step++, box = box.parentElement) {
    const links = [...box.querySelectorAll('a[href*="id="]')].slice(0, 40);
    if (links.some((other) => (itemOf(other.getAttribute('href'), base)?.id ?? id) !== id)) break;
    card = box;
  }
  return card;
}

function priceText(card: Element): string | undefined {
  const whole = lineOf(card.querySelector('[class*="priceInt--" i]'));
  if (whole) return fold(`${whole}${lineOf(card.querySelector('[class*="priceFloat--" i]')) ?? ''}`);
  return lineOf(card.querySelector('.c-price, .productPrice em, .price strong, .price em'));
}

/** Cards of shops, their lists and the newer search; class names there are `name--hash`. */
function shown(document: Document, url: URL): ProductReading[] {
  const found = new Map<string, ProductReading>();
  for (const link of document.querySelectorAll('a[href*="id="]')) {
    if (found.size >= 500) break;
    const item = itemOf(link.getAttribute('href'), url.href);
    if (!item || found.has(item.id)) continue;
    const card = cardOf(link, item.id, url.href);
    const heading = card.querySelector('.item-name, .productTitle a, [class*="title--" i]');
    const title = heading?.getAttribute('title') ?? lineOf(heading);
    const raw = priceText(card);
    const price = yuan(raw);
    if (!title || title.length > 300) continue;
    const seller = lineOf(card.querySelector('[class*="shopName" i]'));
    const image = card.querySelector('img');
    const picture = absolute(image?.getAttribute('src') ?? image?.getAttribute('data-ks-lazyload'), url.href);
    found.set(
      item.id,
      compact<ProductReading>({
        id: fact(item.id, 'dom'),
        sku: fact(item.id, 'dom'),
        title: fact(fold(title), 'dom'),
        price: price && fact(price.low, 'dom', raw),
        priceMax: price?.high && fact(price.high, 'dom', raw),
        sold: soldCount(lineOf(card.querySelector('.sale-num, [class*="realSales--" i]')), 'dom'),
        imageUrl: picture ? fact(picture, 'dom') : undefined,
        seller: seller ? fact(seller, 'dom') : undefined,
        url: fact(item.url, 'dom'),
      }),
    );
  }
  return [...found.values()];
}

/** Items of a search, a shop or one of its lists, in page order. Only a search has them in its data. */
export function readCards(
  document: Document,
  kind: 'search' | 'shop' | 'listing',
  url: URL,
): ProductReading[] {
  const stated = kind === 'search' ? searched(document, url) : [];
  return stated.length > 0 ? stated : shown(document, url);
}
