import type { CommentReading } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { absolute } from '../shared/address.ts';
import { compact, fact } from '../shared/fields.ts';
import { languageOf } from '../shared/page.ts';
import { lineOf, textOf } from '../shared/text.ts';

const months = new Map<string, string[]>();

/** The names of the months inside a date, in a language: "3 marca" is not "marzec". */
function monthsOf(language: string): string[] {
  const known = months.get(language);
  if (known) return known;
  let names: string[] = [];
  try {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, month) =>
      (
        format.formatToParts(Date.UTC(2024, month, 15)).find((part) => part.type === 'month')?.value ?? ''
      ).toLowerCase(),
    );
  } catch {
    // the page's lang attribute is no language tag
  }
  months.set(language, names);
  return names;
}

/** The day in "Reviewed in the United States on March 3, 2023", "2023年3月3日に日本でレビュー済み". */
export function reviewDay(text: string | undefined, language: string | undefined): string | undefined {
  if (!text || text.length > 200) return undefined;
  const two = (part: string | number) => String(part).padStart(2, '0');
  const day = (year: string, month: number, date: string) =>
    month >= 1 && month <= 12 && Number(date) >= 1 && Number(date) <= 31
      ? `${year}-${two(month)}-${two(date)}`
      : undefined;
  const east = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(text);
  if (east) return day(east[1] ?? '', Number(east[2]), east[3] ?? '');
  const years = text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  const days = text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  const [year] = years;
  const [date] = days;
  if (!language || !year || !date || years.length > 1 || days.length > 1) return undefined;
  const lower = text.toLowerCase();
  const named = monthsOf(language).flatMap((name, index) =>
    name.length > 2 && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(lower) ? [index + 1] : [],
  );
  const [month] = named;
  return month !== undefined && named.length === 1 ? day(year, month, date) : undefined;
}

const bodies = [
  '[data-hook="review-collapsed"]',
  '[data-hook="reviewRichContentContainer"]',
  '[data-hook="review-body"]',
  '[data-hook="reviewText"]',
];

/** Customer reviews that the document holds, in page order. */
export function readComments(document: Document, url: URL): CommentReading[] {
  const language = languageOf(document);
  const seen = new Set<string>();
  const comments: CommentReading[] = [];
  for (const review of document.querySelectorAll('[data-hook="review"]')) {
    if (comments.length >= 500) break;
    const id = review.getAttribute('id')?.replace(/^(?:customer_review(?:_foreign)?-|review-)/, '') ?? '';
    if (id && seen.has(id)) continue;
    seen.add(id);
    // the text itself stands inside of what may also hold "Read more"
    const body = bodies.map((selector) => review.querySelector(selector)).find((element) => element !== null);
    const text = textOf(body);
    const author = lineOf(review.querySelector('.a-profile-name'));
    const profile = review.querySelector('a.a-profile[href]')?.getAttribute('href');
    const link = profile ? absolute(profile, url.href)?.replace(/\/ref=.*$|\?.*$/, '') : undefined;
    const said = lineOf(review.querySelector('[data-hook="review-date"]'));
    const published = reviewDay(said, language);
    if (!text || text.length > textLimits.long) continue;
    comments.push({
      id: /^R[A-Z0-9]{8,20}$/.test(id) ? id : null,
      ...compact<Omit<CommentReading, 'id'>>({
        author: author && author.length <= textLimits.short ? fact(author, 'dom') : undefined,
        authorUrl: link?.includes('/profile/') ? fact(link, 'dom') : undefined,
        text: fact(text, 'dom'),
        publishedAt: published ? fact(published, 'dom', said) : undefined,
      }),
    });
  }
  return comments;
}
