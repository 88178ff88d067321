import { type Change, unreadableReasons } from '../domain/change-kind.ts';
import { readPriceText } from '../domain/said-price.ts';
import { formatMoney, formatNumber } from './format.ts';
import { isolated } from './isolated.ts';
import type { watch } from './locales/en/watch.ts';
import type { watching } from './locales/en/watching.ts';
import type { Translate, WordKey } from './translate.ts';

/** What a sentence about a change needs. */
export type SentenceKey = WordKey<typeof watching & typeof watch>;

type T = Translate<SentenceKey>;

/** A sentence is for the eye: of a long text it has the beginning, the whole stands behind it. In code points. */
const longest = 90;

/** The beginning of a text of a page, on one line. */
export function shortened(text: string, most = longest): string {
  const points = [...text.replace(/\s+/g, ' ').trim()];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
}

/** A price as the screen says it: "€24.00", "€24.00 – €55.00", "from €24.00"; what is no price stays as it is. */
export function sayPrice(text: string, t: T): string {
  const price = readPriceText(text);
  if (!price) return text;
  const low = formatMoney(t.locale, price.low);
  if (price.high) return `${low} – ${formatMoney(t.locale, price.high)}`;
  return price.isFrom ? t('watch_from_price', { price: low }) : low;
}

/** " (−12.5%)" with its space, for the end of a sentence; nothing where the change has no percentage. */
export function sayPercent(percent: number | undefined, locale: string, signed = true): string {
  if (percent === undefined) return '';
  const style = {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: signed ? 'exceptZero' : 'auto',
  } as const;
  return ` (${new Intl.NumberFormat(locale, style).format(percent / 100)})`;
}

/** Fields of a page that are no product: their names in words. */
const fields: Partial<Record<string, SentenceKey>> = {
  avatarUrl: 'watch_what_avatar',
  logoUrl: 'watch_what_logo',
  'post.imageUrl': 'watch_what_post',
  page: 'watch_what_page',
};

/** The key of the sentence where a kind has several, by the field that changed. */
function sentenceKey({ kind, key, from, to }: Change): SentenceKey {
  if (kind === 'title' && (key === 'displayName' || key === 'name')) return 'watch_say_name';
  if (kind === 'followers' && (key === 'members' || key === 'week')) return `watch_say_followers_${key}`;
  if (kind === 'posts' && key === 'rhythm') return 'watch_say_posts_rhythm';
  if (kind === 'bio' && key === 'links') return 'watch_say_bio_links';
  if (kind === 'picture' && key === 'page') return 'watch_say_picture_page';
  if (kind === 'layout' && key === 'banner') return 'watch_say_layout_banner';
  if (kind === 'text' && typeof (to ?? from) === 'number') return 'watch_say_text_many';
  if (kind === 'text' && from === undefined) return 'watch_say_text_new';
  if (kind === 'text' && to === undefined) return 'watch_say_text_gone';
  if (kind === 'rating' && key === 'rating') return 'watch_say_rating_own';
  if ((kind === 'sold-out' || kind === 'restocked') && to === 'preorder') return 'watch_say_preorder';
  if (kind === 'sold-out' && to === 'discontinued') return 'watch_say_discontinued';
  if (kind === 'product-new' && to === undefined) return 'watch_say_product-new_somewhere';
  if (kind === 'product-gone' && from === undefined) return 'watch_say_product-gone_somewhere';
  return `watch_say_${kind}`;
}

/** "39.00 EUR · Sale": the struck price that a promotion begins with is money, the rest words of the page. */
function sayPromotion(text: string, t: T): string {
  return text
    .split(' · ')
    .map((part, index) =>
      index === 0 && readPriceText(part) ? t('watch_instead', { price: sayPrice(part, t) }) : part,
    )
    .join(' · ');
}

/**
 * One difference in one sentence of the screen's language, money and numbers as the locale writes them.
 * @param isolate puts a text of the page apart from the words around it, so that its direction of writing ends with it; plain text files take
 *   the identity
 */
export function changeSentence(change: Change, t: T, isolate: (text: string) => string = isolated): string {
  const { kind, key, title } = change;
  const side = (value: string | number | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'number') return formatNumber(t.locale, value);
    if (kind.startsWith('price-'))
      return readPriceText(value) ? sayPrice(value, t) : isolate(shortened(value));
    if (kind.startsWith('promotion-')) return isolate(shortened(sayPromotion(value, t)));
    return isolate(shortened(value));
  };
  const field = fields[key];
  const what = title !== undefined || !field ? isolate(shortened(title ?? key)) : t(field);
  const known = unreadableReasons.find((one) => one === change.to) ?? 'not-understood';
  const reason = kind === 'unreadable' ? t(`watch_reason_${known}`) : '';
  return t(sentenceKey(change), {
    what,
    reason,
    from: side(change.from),
    to: side(change.to),
    percent: sayPercent(change.percent, t.locale, kind !== 'layout' && kind !== 'picture'),
  });
}
