/** Marks without a width: zero-width spaces and joiners, soft hyphens, direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Plain letters and single spaces, as nearly all addresses and most titles are: nothing to do, thousands of times. */
const alreadyPlain = /^[!-~]+(?: [!-~]+)*$/;

/** A text as it is shown and kept: one space for any, no invisible marks, nothing else changed. */
export function tidyText(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** A text for comparing: the same however it was typed (NFKC: full-width signs are others). Never shown. */
export function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return tidyText(text.normalize('NFKC'));
}

const unit =
  '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw](?![a-z])|秒钟?|秒鐘|分钟?|分鐘|小?时|小?時|时间|時間|天|日|周|週|个?月|個月|年|sekunden?|minuten?|stunden?|tage?n?|wochen?|secondes?|heures?|jours?|semaines?|mois|segundos?|minutos?|horas?|días?|semanas?)';
/** Units of a countdown: months and years, with which a date is written in Chinese, are none. */
const shortUnit =
  '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|[smhd](?![a-z])|秒钟?|秒鐘|分钟?|分鐘|小?时|小?時|时间|時間|天|sekunden?|minuten?|stunden?|tage?n?|secondes?|heures?|jours?|segundos?|minutos?|horas?|días?)';
// bounded: a page may hold a megabyte of digits, and each of them could begin a number
const count = '\\d[\\d.,  ]{0,14}\\s?(?:[kmb](?![a-z])|万|萬|亿|億|千)?\\+?';
const counted =
  '(?:(?:items?|pieces?|pcs|units?|times|others?|happy|verified|global|artikel)\\s)?(?:views?|likes?|people|persons?|shoppers?|customers?|visitors?|sold|bought|orders?|watching|watchers?|viewing|viewed|reviews?|ratings?|comments?|followers?|subscribers?|fans?|plays?|shares?|saves?|votes?|in (?:carts?|baskets?)|left(?: in stock)?|in stock|remaining|verkauft|bewertungen|vendus?|avis|vendidos?|人|次|件已售|已售|条|條|则|則|个赞|個讚|播放|浏览|瀏覽|评价|評價|评论|評論|收藏|粉丝|粉絲|付款|收货|收貨|想要|关注|關注)';

/**
 * What changes by itself: times of day and countdowns, ages ("3 hours ago"), counters ("12 people are looking", "已售 57"), dates of the last
 * update, numbers of a session. Amounts of money, percentages, terms ("free returns for 30 days") and dates of events stay: those are news.
 * Each stands for one sign, so that a text with another number is the same text.
 */
const restless: [RegExp, string][] = [
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g, '◷'],
  [/(?<![\d:])\d{1,3}\s?:\s?\d{2}(?:\s?:\s?\d{2}){0,2}(?:\s?[ap]\.?m\b\.?)?/gi, '◷'],
  [new RegExp(`(?:\\d{1,6}\\s?${shortUnit}[\\s,:]{0,3}(?:and |et |und |y )?){2,6}`, 'gi'), '◷ '],
  [new RegExp(`\\b(?:an?|\\d{1,6})\\s?${unit} ago\\b`, 'gi'), '◷'],
  [new RegExp(`\\d{1,6}\\s?${unit}(?:之)?前`, 'gi'), '◷'],
  [new RegExp(`\\b(?:vor|il y a|hace|há|fa)\\s(?:ein\\w*|une?|\\d{1,6})\\s?${unit}`, 'gi'), '◷'],
  [/\b(?:just now|yesterday)\b|刚刚|剛剛|昨天|前天/gi, '◷'],
  [
    /((?:last )?(?:updated?|refreshed|generated|as of)(?: on| at)?|更新(?:于|於|时间|時間)?)[:：]?\s*\d[\d\s/.,:年月日-]{0,24}(?:[A-Z][a-z]{2,8}\.? ?\d{0,4})?/gi,
    '$1 ◷',
  ],
  [/(?:©|\(c\)|copyright)\s*\d{4}(?:\s?[-–]\s?\d{4})?/gi, '©'],
  [
    new RegExp(
      `(已售|销量|銷量|月销|月銷|浏览|瀏覽|播放|阅读|閱讀|粉丝|粉絲|关注|關注|获赞|獲讚|sold|views?|visitors?|followers?|following|subscribers?)[:：]?\\s?${count}`,
      'gi',
    ),
    '$1 #',
  ],
  [/(仅剩|僅剩|还剩|還剩|剩余|剩餘|库存|庫存|only|just|noch)\s?\d+/gi, '$1 #'],
  [new RegExp(`(?<![\\d.,$€£¥%])${count}\\s?${counted}`, 'gi'), '#'],
  [/\b(?:[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{20,}|\d{10,})\b/gi, '#'],
];

/** `plainText` with what changes by itself replaced by a sign: two texts with the same calm text say the same. */
export function calmText(text: string): string {
  let calm = plainText(text);
  // nothing without a digit moves, except these words
  if (!/\d|just now|yesterday|刚刚|剛剛|昨天|前天|an? \w+ ago/i.test(calm)) return calm;
  for (const [pattern, sign] of restless) calm = calm.replace(pattern, sign);
  return calm.replace(/\s+/g, ' ').trim();
}

/** Cut to a number of UTF-16 units, never inside of a character. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const inside = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return `${text.slice(0, inside ? end - 1 : end)}…`;
}

/** Whether two titles are one: the same words, or one is the other cut short. */
export function sameTitle(before: string, after: string): boolean {
  if (before === after) return true;
  const [a, b] = [plainText(before), plainText(after)];
  if (a === b) return true;
  return isCutOf(a, b) || isCutOf(b, a);
}

function isCutOf(short: string, long: string): boolean {
  const cut = short.match(/^(.{8,}?)\s?(?:…|\.{3})$/su)?.[1];
  return cut !== undefined && long.startsWith(cut);
}
