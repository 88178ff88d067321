import type { Money } from '../../domain/page-reading.ts';
import type { Availability } from '../shared/availability.ts';
import { stockSaid, yuan } from '../shared/chinese-shop.ts';
import { compareAmounts } from '../shared/money.ts';
import { literalField, scriptFrom } from '../shared/script-literal.ts';
import { asList, asText, at, type Data, isData, jsonAt } from '../shared/state.ts';

/** What the scripts of an item page say of the item. */
export interface ItemState {
  title?: string | undefined;
  brand?: string | undefined;
  picture?: string | undefined;
  price?: { low: Money; high?: Money; raw: string } | undefined;
  availability?: Availability | undefined;
  stock?: number | undefined;
  sold?: string | undefined;
  shopName?: string | undefined;
  shopId?: string | undefined;
  shopRating?: number | undefined;
  reviews?: string | undefined;
  promotions?: string[] | undefined;
}

/** JSON that stands after a marker in an inline script. */
function jsonAfter(document: Document, word: string, marker: RegExp): unknown {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes(word)) continue;
    const found = marker.exec(text);
    if (!found) continue;
    const value = jsonAt(text, found.index + found[0].length);
    if (value !== undefined) return value;
  }
  return undefined;
}

const positive = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

/** A row of the item's table of parameters. */
function parameter(page: unknown, name: string): string | undefined {
  const lists = at(page, 'plusViewVO', 'industryParamVO');
  const rows = ['basicParamList', 'enhanceParamList'].flatMap((list) => asList(at(lists, list)));
  return asText(
    at(
      rows.find((row) => at(row, 'propertyName') === name),
      'valueName',
    ),
  );
}

/** The pages since 2023: what the server rendered from. */
function newState(root: unknown, id: string): ItemState | 'stale' | undefined {
  const data = at(root, 'loaderData', 'home', 'data');
  const page = at(data, 'res');
  if (!isData(page)) return undefined;
  const own = asText(at(page, 'item', 'itemId')) ?? asText(at(data, 'ssrItemId'));
  if (own !== id) return 'stale';
  const price = at(page, 'componentsVO', 'priceVO', 'price') ?? at(page, 'priceVO', 'price');
  const raw = asText(at(price, 'priceText'));
  const read = yuan(raw);
  const extra = at(page, 'componentsVO', 'priceVO', 'extraPrice');
  const [title, amount] = [asText(at(extra, 'priceTitle')), asText(at(extra, 'priceText'))];
  const all = at(page, 'skuCore', 'sku2info', '0');
  const stock = positive(at(all, 'quantity'));
  const words = stockSaid(asText(at(all, 'quantityText')));
  const presale = /^预售/.test(asText(at(all, 'logisticsTime')) ?? '');
  const score = Number(asText(at(page, 'componentsVO', 'storeCardVO', 'overallScore')) ?? Number.NaN);
  return {
    title: asText(at(page, 'item', 'title')) ?? asText(at(page, 'componentsVO', 'titleVO', 'title', 'title')),
    picture: asText(asList(at(page, 'item', 'images'))[0]),
    price: read && raw ? { ...read, raw } : undefined,
    availability:
      stock === 0 ? 'out-of-stock' : presale ? 'preorder' : (words ?? (stock ? 'in-stock' : undefined)),
    // a capped number ("200+ in stock") is the site's way not to say it
    stock: stock !== undefined && !/\+|有货/.test(asText(at(all, 'quantityText')) ?? '') ? stock : undefined,
    sold: asText(at(page, 'item', 'vagueSellCount')),
    shopName: asText(at(page, 'seller', 'shopName')),
    shopId: asText(at(page, 'seller', 'shopId')),
    shopRating: score > 0 && score <= 5 ? score : undefined,
    brand: parameter(page, '品牌'),
    reviews: asText(at(page, 'componentsVO', 'rateVO', 'totalCount')),
    promotions: title && amount && yuan(amount) ? [`${title} ${amount}`] : undefined,
  };
}

function rangeOf(map: unknown): ItemState['price'] {
  if (!isData(map)) return undefined;
  const prices = Object.values(map)
    .flatMap((sku) => yuan(asText(at(sku, 'price')))?.low ?? [])
    .sort((a, b) => compareAmounts(a.amount, b.amount));
  const [low] = prices;
  const high = prices.at(-1);
  if (!low || !high) return undefined;
  return high.amount === low.amount
    ? { low, raw: low.amount }
    : { low, high, raw: `${low.amount}-${high.amount}` };
}

/** Tmall's pages until about 2022: `TShop.Setup({…})`. */
function tmallState(setup: unknown, id: string): ItemState | 'stale' | undefined {
  const item = at(setup, 'itemDO');
  if (!isData(item)) return undefined;
  if (asText(item.itemId) !== id) return 'stale';
  const raw = asText(at(setup, 'detail', 'defaultItemPrice'));
  const read = yuan(raw);
  const stock = positive(item.quantity);
  const down = item.isOnline === false || at(setup, 'detail', 'isDownShelf') === true;
  const nick = asText(item.sellerNickName);
  return {
    title: asText(item.title),
    brand: asText(item.brand),
    picture: asText(asList(at(setup, 'propertyPics', 'default'))[0]),
    price: rangeOf(at(setup, 'valItemInfo', 'skuMap')) ?? (read && raw ? { ...read, raw } : undefined),
    availability: down || stock === 0 ? 'out-of-stock' : stock ? 'in-stock' : undefined,
    stock,
    shopName: nick && decoded(nick),
    shopId: asText(at(setup, 'rstShopId')),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Taobao's pages until about 2022: `g_config = {…}` in plain JavaScript, prices of the variants beside it. */
function oldState(document: Document, id: string): ItemState | 'stale' | undefined {
  const config = scriptFrom(document, /g_config\s*=\s*\{(?=[^<]{0,600}\bitemId\b)/);
  const own = literalField(config, 'itemId');
  if (!config || !own) return undefined;
  if (own !== id) return 'stale';
  const item = /\bitem\s*:\s*\{/.exec(config);
  const inner = item ? config.slice(item.index) : undefined;
  const map = jsonAfter(document, 'skuMap', /\bskuMap["']?\s*:\s*(?=\{)/);
  const stocks = isData(map) ? Object.values(map as Data).map((sku) => positive(at(sku, 'stock'))) : [];
  const known = stocks.filter((stock) => stock !== undefined);
  return {
    title: literalField(inner, 'title'),
    picture: literalField(inner, 'pic'),
    price: rangeOf(map),
    availability:
      known.length === 0 ? undefined : known.some((stock) => stock > 0) ? 'in-stock' : 'out-of-stock',
    shopName: literalField(config, 'shopName'),
    shopId: literalField(config, 'shopId'),
  };
}

/** What the page's scripts say of the item with this number; `stale` when they speak of another one. */
export function stateOf(document: Document, id: string): ItemState | 'stale' | undefined {
  const root = jsonAfter(document, '__ICE_APP_CONTEXT__', /=\s*(?=\{"\w+"\s*:)/);
  return (
    newState(root, id) ??
    tmallState(jsonAfter(document, 'TShop.Setup', /TShop\.Setup\(\s*(?=\{)/), id) ??
    oldState(document, id)
  );
}
