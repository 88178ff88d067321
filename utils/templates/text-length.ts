import type { PlatformId } from '../domain/platform.ts';
import { type LimitKind, replyLimits } from './reply-limits.ts';

/** Weights in hundredths of a character: docs.x.com, "Counting characters" and the configuration of twitter-text, version 3 (read 2026-11). */
const light: readonly [number, number][] = [
  [0x0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];
const addressWeight = 23;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Addresses that X makes links of: with a scheme any, without one a name that ends in a domain people write. twitter-text knows every
 * top-level domain; a bare address in one that is not here counts by its characters, which is never less than it really is by more
 * than a few.
 */
const address =
  /https?:\/\/[^\s\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF"'<>]+|(?<![@\w./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|co|shop|store|app|dev|me|info|biz|tv|gg|link|cn|tw|hk|jp|kr|uk|de|fr|es|it|nl|pl|eu|us|ca|au|br|mx|in|id|sg|my|th|vn|ph|ru|tr|se|no|dk|fi|ch|at|be|pt)(?![\w-])(?:\/[^\s\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF"'<>]*)?/giu;
const trailing = /[.,;:!?)\]}'"…]+$/;

function weightOf(grapheme: string): number {
  // a picture counts two, however many people, skins and hair it is made of
  if (/\p{RGI_Emoji}/v.test(grapheme)) return 200;
  let weight = 0;
  for (const sign of grapheme) {
    const point = sign.codePointAt(0) ?? 0;
    weight += light.some(([from, to]) => point >= from && point <= to) ? 100 : 200;
  }
  return weight;
}

/** How long a post is for X: addresses 23, Chinese, Japanese, Korean and pictures 2, most else 1. */
export function weightedLength(text: string): number {
  let weight = 0;
  let at = 0;
  const said = text.normalize('NFC');
  const plain = (part: string) => {
    for (const { segment } of segmenter.segment(part)) weight += weightOf(segment);
  };
  for (const match of said.matchAll(address)) {
    const found = match[0].replace(trailing, '');
    plain(said.slice(at, match.index));
    weight += addressWeight * 100;
    at = match.index + found.length;
  }
  plain(said.slice(at));
  return Math.ceil(weight / 100);
}

/** Whole characters as people count them: a family of four is one. */
export function graphemes(text: string): number {
  let found = 0;
  for (const _each of segmenter.segment(text)) found++;
  return found;
}

function measure(text: string, counted: 'weighted' | 'units' | 'bytes'): number {
  if (counted === 'weighted') return weightedLength(text);
  return counted === 'bytes' ? new TextEncoder().encode(text).length : text.length;
}

export interface TextLength {
  length: number;
  /** absent: nobody knows one */
  limit?: number;
  /** how much is left; negative: too long by that */
  left?: number;
  /** `platform`: as the site counts · `field`: the editor's own `maxlength` */
  from?: 'platform' | 'field';
}

/**
 * How long a reply is where it shall stand, against the tighter of the site's limit and the field's.
 * @param maxlength of the field, in UTF-16 units as browsers count it; what would be cut off is told before the insert
 * @param kind what is being written there
 */
export function textLength(
  text: string,
  platform: PlatformId,
  { maxlength, kind = 'comment' }: { maxlength?: number | undefined; kind?: LimitKind } = {},
): TextLength {
  const known = replyLimits.find((limit) => limit.platform === platform && limit.kind === kind);
  const site = known && {
    length: measure(text, known.counted),
    limit: known.limit,
    from: 'platform' as const,
  };
  const field =
    maxlength !== undefined && maxlength >= 0
      ? { length: text.length, limit: maxlength, from: 'field' as const }
      : undefined;
  const [tighter] = [site, field]
    .filter((each) => each !== undefined)
    .map((each) => ({ ...each, left: each.limit - each.length }))
    .sort((a, b) => a.left - b.left);
  return tighter ?? { length: graphemes(text) };
}
