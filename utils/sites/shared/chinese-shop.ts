import type { Field, Money } from '../../domain/page-reading.ts';
import type { Availability } from './availability.ts';
import { parseCount } from './count.ts';
import { amountsIn, compareAmounts, isZero, parseAmount } from './money.ts';

/** Words of mainland shops about stock, most telling first. */
const stockWords: [RegExp, Availability][] = [
  [/已下架|已下柜|下架|商品不存在|宝贝不存在/, 'out-of-stock'],
  [/无货|無貨|售罄|售完|缺货|缺貨|已抢光|补货中|補貨中|到货通知|到貨通知|暂不销售|已售完/, 'out-of-stock'],
  [/预售|預售|预订|预约/, 'preorder'],
  [/有货|有貨|现货|現貨|有现货|付款.{0,20}(?:发货|送达)|预计.{0,30}送达|\d小时内发货/, 'in-stock'],
];

/** What a line of a mainland shop says about stock. */
export function stockSaid(text: string | undefined): Availability | undefined {
  if (!text) return undefined;
  // "nearly sold out" can be bought
  if (/即将(?:售罄|售完)|库存紧张|仅剩|最后\d+件/.test(text.slice(0, 500))) return 'in-stock';
  return stockWords.find(([pattern]) => pattern.test(text.slice(0, 500)))?.[1];
}

/** "149.00 - 159.00", "￥12.80", "2.01起" in yuan; undefined where it is no amount or no range of two. */
export function yuan(text: string | null | undefined): { low: Money; high?: Money } | undefined {
  if (!text || text.length > 80) return undefined;
  const hints = { currency: 'CNY', language: 'zh-CN' };
  const found = amountsIn(text);
  const [first, second, third] = found.map((written) => parseAmount(written, hints));
  if (!first || isZero(first) || third !== undefined || second === null) return undefined;
  const low = { amount: first, currency: 'CNY' };
  if (second === undefined || second === first) return { low };
  if (!/\d\s*[-–—~〜至]\s*[¥￥]?\s*\d/.test(text) || compareAmounts(first, second) > 0) return undefined;
  return { low, high: { amount: second, currency: 'CNY' } };
}

/** "1.2万+", "月销 3000+": a count with a plus is a rounded one. */
export function soldCount(
  text: string | null | undefined,
  source: 'dom' | 'state',
): Field<number> | undefined {
  const raw = (text ?? '').replace(/\s+/g, ' ').trim();
  if (!raw || raw.length > 60 || !/\d/.test(raw)) return undefined;
  const number = /\d[\d,.]*\s*[万萬亿億千wWkK]?/.exec(raw)?.[0];
  const count = number ? parseCount(number.replace(/w/i, '万'), 'zh-CN') : null;
  if (!count || count.value === null) return undefined;
  const rounded = count.precision === 'rounded' || /\+|余|多/.test(raw);
  return { value: count.value, source, raw, precision: rounded ? 'rounded' : 'exact' };
}
