import { holderOf } from '../../utils/domain/case-order.ts';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import type { Language } from '../../utils/domain/vocabulary.ts';
import { formatTime } from '../../utils/i18n/format.ts';
import { holdTexts } from '../../utils/i18n/hold-texts.ts';
import { guessLanguage } from '../../utils/templates/detect-language.ts';
import { spanWords } from './wait-words.ts';
import type { QueueTranslate } from './words.tsx';

/** What a text is made of: a row of the queue, or the whole case. */
export type Told = Pick<
  CaseRow,
  | 'title'
  | 'state'
  | 'platform'
  | 'author'
  | 'quote'
  | 'url'
  | 'waitsSince'
  | 'owner'
  | 'department'
  | 'departmentDue'
  | 'passedOnAt'
  | 'urgent'
> &
  Partial<Pick<CaseRow, 'nudges'>>;

const lines = (parts: readonly (string | number | false | undefined)[]) =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('\n');

/** Who wrote it and where, as far as that is known. */
function whoWrote(t: QueueTranslate, { author, platform }: Told): string | undefined {
  const where = platform && t(`platform_${platform}`);
  if (!author) return where && t('queue_text_where', { where });
  const named = author.displayName ? `${author.displayName} (@${author.handle})` : `@${author.handle}`;
  return t('queue_text_who', { name: named, where: where ?? t(`platform_${author.platform}`) });
}

const since = (t: QueueTranslate, from: string, now: number) => spanWords(t.locale, now - Date.parse(from));

/**
 * The message with which a case is passed on: what it is, who waits how long, what they wrote and where, until when an answer is needed.
 * @param now milliseconds since the epoch
 */
export function passOnText(
  t: QueueTranslate,
  one: Told,
  {
    department,
    due,
    note,
    now,
  }: { department: string; due?: string | undefined; note?: string; now: number },
): string {
  return lines([
    t(one.urgent ? 'queue_text_pass_on_urgent' : 'queue_text_pass_on', { department, title: one.title }),
    whoWrote(t, one),
    t('queue_text_waits', { time: since(t, one.waitsSince, now) }),
    one.quote && t('queue_text_quote', { quote: one.quote }),
    note?.trim() && t('queue_text_note', { note: note.trim() }),
    one.url && t('queue_text_link', { url: one.url }),
    due && t('queue_text_due', { time: formatTime(t.locale, due) }),
  ]);
}

/** The reminder to the department that has it (催办). */
export function nudgeText(t: QueueTranslate, one: Told, now: number): string {
  const department = holderOf(one) ?? t('queue_department');
  return lines([
    t('queue_text_nudge', { department, title: one.title }),
    one.passedOnAt && t('queue_text_nudge_since', { time: since(t, one.passedOnAt, now) }),
    one.nudges && t('queue_text_nudge_again', { count: one.nudges }),
    t('queue_text_waits', { time: since(t, one.waitsSince, now) }),
    one.departmentDue &&
      t(Date.parse(one.departmentDue) > now ? 'queue_text_due' : 'queue_text_due_past', {
        time: formatTime(t.locale, one.departmentDue),
      }),
    one.url && t('queue_text_link', { url: one.url }),
  ]);
}

/** In which of our languages the customer is written to: that of their words where it shows, else English. */
export function customerLanguage({ quote }: Pick<Told, 'quote'>): Language {
  const language = quote === undefined ? null : guessLanguage(quote).language;
  if (!language?.toLowerCase().startsWith('zh')) return 'en';
  return /hant|tw|hk|mo/i.test(language) ? 'zh_TW' : 'zh_CN';
}

/** What keeps the customer from waiting in silence (安抚), in their language. */
export function holdText(one: Told, language: Language = customerLanguage(one)): string {
  return holdTexts[language];
}
