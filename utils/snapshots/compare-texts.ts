import type { Change, TextRegion } from '../domain/change-kind.ts';
import type { PageReading } from '../domain/page-reading.ts';
import type { TextBlock } from '../domain/snapshot.ts';
import { ChangeList, type CompareOptions } from './change-list.ts';
import { calmText, plainText } from './plain-text.ts';
import { withoutTold } from './without-told.ts';
import { likeness, wordCounts } from './word-diff.ts';

/** Where a shop says something to everybody. Products and posts are the reading's; what is chosen for one visitor is nobody's news. */
const telling = new Set<TextRegion>(['main', 'banner', 'aside']);

/** Texts that the readings tell of already: titles, names, self-descriptions, promotions. */
function toldTexts(readings: readonly (PageReading | undefined)[]): Set<string> {
  const told = new Set<string>();
  const add = (text: string | undefined) => text && told.add(plainText(text).toLowerCase());
  for (const reading of readings) {
    const { product, products = [], creator, shop, post } = reading ?? {};
    for (const each of product ? [product, ...products] : products) {
      add(each.title?.value);
      for (const promotion of each.promotions?.value ?? []) add(promotion);
    }
    for (const text of [creator?.displayName, creator?.bio, shop?.name, post?.title, post?.text])
      add(text?.value);
  }
  return told;
}

/** A price, a count or a state beside a product: the reading's part as well. */
const mereValue =
  /^(?:(?:from|ab|à partir de|desde|now|was|regular price|sale price|unit price|rrp|原价|原價|现价|現價|券后|券後|到手价)\s*[:：]?\s*)*(?:[A-Z]{2,3}\s?)?[$€£¥₩₹#◷]?\s?[\d.,\s'’–~-]*[#◷]?\s?(?:[A-Z]{3}|[$€£¥₩₹元円起kKMB万萬]|kr|zł|USD|EUR)*\s?$/i;
const mereState =
  /^(?:sold out|out of stock|in stock|available|unavailable|coming\s+soon|back in stock|add to (?:cart|bag|basket)|sale|new|hot|售罄|已售罄|缺货|缺貨|无货|有货|现货|已下架|补货中|到货通知|预售|加入购物车|加入購物車|立即购买|ausverkauft|épuisé|agotado|esgotado|esaurito)[.!。！]?$/i;

interface Line {
  block: TextBlock;
  calm: string;
}

function linesOf(
  blocks: readonly TextBlock[],
  told: ReadonlySet<string>,
  neutral: (text: string) => string,
): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const block of blocks) {
    if (!telling.has(block.region)) continue;
    const calm = calmText(neutral(block.text));
    if (!/\p{L}{2}|\p{Script=Han}/u.test(calm) || mereValue.test(calm) || mereState.test(calm)) continue;
    if (told.has(plainText(block.text).toLowerCase()) || lines.has(calm)) continue;
    lines.set(calm, { block, calm });
  }
  return lines;
}

/** Two texts with less in common are not one text that was changed. */
const leastLikeness = 0.5;
/** Pairs looked at when changed blocks are put together; beyond it they are told as gone and come. */
const mostPairs = 40_000;

/** Which of the texts that went became which of those that came: those at the same place first, then those that are most alike. */
function changedPairs(gone: Line[], come: Line[]): { before?: Line; after?: Line }[] {
  const pairs: { before?: Line; after?: Line }[] = [];
  const open = new Set(come);
  const left = new Set(gone);
  const pair = (before: Line, after: Line) => {
    pairs.push({ before, after });
    left.delete(before);
    open.delete(after);
  };
  const byKey = new Map(come.map((line) => [line.block.key, line]));
  const counts = new Map<Line, Map<string, number>>();
  const countsOf = (line: Line) => {
    const known = counts.get(line) ?? wordCounts(line.calm);
    counts.set(line, known);
    return known;
  };
  for (const line of gone) {
    const same = byKey.get(line.block.key);
    if (same && open.has(same) && same.block.tag === line.block.tag) pair(line, same);
  }
  if (left.size * open.size <= mostPairs) {
    const alike = [...left].flatMap((before) =>
      [...open].map((after) => ({ before, after, share: likeness(countsOf(before), countsOf(after)) })),
    );
    alike.sort((a, b) => b.share - a.share);
    for (const { before, after, share } of alike)
      if (share >= leastLikeness && left.has(before) && open.has(after)) pair(before, after);
  }
  // what is left of one sort in one part of the page was replaced
  for (const before of [...left]) {
    const { tag, region } = before.block;
    const after = [...open].find(({ block }) => block.tag === tag && block.region === region);
    if (after) pair(before, after);
  }
  return [...pairs, ...[...left].map((before) => ({ before })), ...[...open].map((after) => ({ after }))];
}

/** More changed blocks are told as one. */
const mostTold = 12;

/**
 * Which blocks of text say something else. Blocks that only moved, counters, ages and countdowns, navigation, footers, adverts, what is chosen
 * for the visitor, and what the readings tell of themselves are no changes.
 * @param readings of the same looks, in their order, where there are any
 */
export function compareTexts(
  before: readonly TextBlock[],
  after: readonly TextBlock[],
  readings: readonly (PageReading | undefined)[] = [],
  options: CompareOptions = {},
): Change[] {
  const list = new ChangeList(options);
  const told = toldTexts(readings);
  const [neutralOld, neutralNow] = withoutTold(readings[0], readings[1]);
  const [old, now] = [linesOf(before, told, neutralOld), linesOf(after, told, neutralNow)];
  const gone = [...old.values()].filter(({ calm }) => !now.has(calm));
  const come = [...now.values()].filter(({ calm }) => !old.has(calm));
  const pairs = changedPairs(gone, come);
  if (pairs.length > mostTold) {
    list.add({ kind: 'text', key: 'page', from: gone.length, to: come.length });
    return list.changes;
  }
  for (const pair of pairs) {
    const key = (pair.after ?? pair.before)?.block.key ?? 'text';
    list.add({
      kind: 'text',
      key,
      ...(pair.before ? { from: pair.before.block.text } : {}),
      ...(pair.after ? { to: pair.after.block.text } : {}),
    });
  }
  return list.changes;
}
