import type { StoredChange, WatchNote } from '../../../utils/domain/change.ts';
import { withoutControls } from '../../../utils/files/plain-html.ts';
import { changeSentence } from '../../../utils/i18n/change-sentence.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { WatchKey } from './words.tsx';

type T = Translate<WatchKey>;

const prompts = ['changed', 'good', 'borrow'] as const;

/** A text of a page or a person on one line, without signs that act on what is around them. */
export const plainLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim();

/** Of whom a text is: nobody reads a sentence without it. */
export interface ShareAbout {
  /** of the competitor; '' where it is not known */
  name: string;
  address: string;
}

const head = ({ name, address }: ShareAbout, when: string) =>
  [[plainLine(name), when].filter(Boolean).join(' · '), plainLine(address)].filter(Boolean);

/** What somebody noted, a line for each prompt that was answered; what was written over several lines keeps them. */
export function noteLines(note: WatchNote | undefined, t: T): string[] {
  return prompts.flatMap((prompt) => {
    const text = note?.[prompt]?.trim();
    return text ? [`→ ${t(`watch_note_${prompt}`)} ${withoutControls(text)}`] : [];
  });
}

/** One difference, for a message to a colleague. */
export function changeText(change: StoredChange, about: ShareAbout, t: T): string {
  const when = formatTime(t.locale, change.foundAt);
  return [
    ...head(about, when),
    `• ${changeSentence(change, t, plainLine)}`,
    ...noteLines(change.note, t),
  ].join('\n');
}

/** What was noted at a look, with what changed there. */
export function lookText(
  look: { takenAt: string; note?: WatchNote | undefined },
  changes: readonly StoredChange[],
  about: ShareAbout,
  t: T,
): string {
  const told = changes.filter(({ muted }) => !muted).slice(0, 12);
  return [
    ...head(about, formatTime(t.locale, look.takenAt)),
    ...told.map((change) => `• ${changeSentence(change, t, plainLine)}`),
    ...noteLines(look.note, t),
  ].join('\n');
}
