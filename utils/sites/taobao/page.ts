import type { Problem, ShopReading } from '../../domain/page-reading.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { titleOf } from '../shared/page.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { readCards } from './cards.ts';
import { readItem } from './item.ts';

type Reading = ReturnType<SiteReader>;

/** Slider, log-in form, and "the item you look for cannot be found" in both generations. */
const noPage =
  '#nocaptcha, #nc_1_wrapper, .J_MIDDLEWARE_FRAME_WIDGET, #login-form, form#J_Form[action*="login"], iframe[src*="login.taobao.com"], iframe[src*="/punish"], #baxia-punish';
const goneWords =
  /(?:您|你)查看的(?:宝贝|商品)(?:不存在|找不到)|(?:宝贝|商品)(?:不存在|已删除)|没有找到相应的店铺|店铺不存在|很抱歉.{0,12}(?:找不到|不存在)/;

function isGone(document: Document): boolean {
  const lines = document.querySelectorAll(
    'title, h1, h2, .error-notice-hd, .error-notice-text, .errorPage, .error-content',
  );
  return [...lines]
    .slice(0, 20)
    .some((element) => goneWords.test(lineOf(element) ?? element.textContent ?? ''));
}

/** Reads a page of Taobao or Tmall: item, search, a shop and its lists. */
export function readTaobao(document: Document, identity: PageIdentity, url: URL): Reading {
  const blocked: Reading = { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const hasItem = document.querySelector('#J_StrPrice, #J_StrPriceModBox, .tb-main-title, #J_ImgBooth');
  if (!hasItem && isGone(document)) return blocked;
  if (!hasItem && document.querySelector(noPage) && document.querySelectorAll('body *').length < 300)
    return blocked;
  if (identity.kind === 'product') return readItem(document, identity, url);
  if (identity.kind !== 'shop' && identity.kind !== 'search' && identity.kind !== 'listing') {
    return { kind: identity.kind, problems: [] };
  }
  const problems: Problem[] = [];
  const products = readCards(document, identity.kind, url);
  if (identity.kind !== 'shop') {
    if (products.length === 0) addProblem(problems, 'products', 'missing');
    else if (products.some(({ price }) => !price)) addProblem(problems, 'products.price', 'missing');
    return { kind: identity.kind, products, problems };
  }
  const name = shopName(document);
  const shop = compact<ShopReading>({
    id: identity.id ? fact(identity.id, 'url') : undefined,
    name: name && textFact(name.value, name.source, 'short', 'name', problems),
    url: fact(identity.url, 'url'),
  });
  if (!shop.name) addProblem(problems, 'name', 'missing');
  return { kind: 'shop', shop, ...(products.length > 0 ? { products } : {}), problems };
}

/** A shop's name: its element in the old heads, or the middle of "首页-<name>-淘宝网". Newer shops' elements are not known. */
function shopName(document: Document): { value: string; source: 'dom' | 'meta' } | undefined {
  const shown = lineOf(
    document.querySelector('.slogo-shopname, .tb-shop-name a, .shop-name-link, .hd-shop-name a'),
  );
  if (shown) return { value: shown, source: 'dom' };
  const titled = /^(?:首页|店铺首页|所有宝贝)[-–_](.{1,60}?)[-–_](?:淘宝网|天猫)/.exec(
    titleOf(document) ?? '',
  )?.[1];
  return titled ? { value: titled.trim(), source: 'meta' } : undefined;
}
