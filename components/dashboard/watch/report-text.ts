import type { WatchNote } from '../../../utils/domain/change.ts';
import type { ChangeKind } from '../../../utils/domain/change-kind.ts';
import { changeSentence } from '../../../utils/i18n/change-sentence.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { Figures } from './compare-figures.ts';
import { figureColumns, sayFigure } from './figure-table.tsx';
import { plainLine, noteLines as plainNoteLines } from './share-text.ts';
import { type ReportPart, weekKinds } from './week-report.ts';
import type { WatchKey } from './words.tsx';

type T = Translate<WatchKey>;
/** Figures by competitor. */
export type FiguresById = ReadonlyMap<string, Figures>;

/** A text of a page or a person inside Markdown: nothing in it is a mark. */
export function markdownText(text: string): string {
  const marked = plainLine(text).replace(/[\\`*_{}[\]()<>#+!|~&@$^]/g, '\\$&');
  // what would begin a list, a rule or a heading where a line begins with it, and what some readers make a link of its own accord
  return marked
    .replace(/^(?:[-=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/(https?|ftp|xmpp|mailto):/gi, '$1\\:')
    .replace(/\bwww\./gi, 'www\\.');
}

/** An address inside `<…>`: only what cannot end it. */
const markdownAddress = (url: string) =>
  `<${encodeURI(decodeSafely(url)).replace(/[<>]/g, encodeURIComponent)}>`;

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // a stray percent sign: the address stays as it is
    return url;
  }
}

const prompts = ['changed', 'good', 'borrow'] as const;

function noteLines(note: WatchNote, t: T): string[] {
  return prompts.flatMap((prompt) => {
    const text = note[prompt];
    return text ? [`- **${t(`watch_note_${prompt}`)}** ${markdownText(text)}`] : [];
  });
}

/** How often each kind came, in the numbers of the locale; unknown where nobody looked. */
export const countsOf = ({ kinds, unseen }: ReportPart, of: readonly ChangeKind[], t: T): string[] =>
  of.map((kind) =>
    unseen ? t('watch_unknown') : formatNumber(t.locale, kinds.find((one) => one.kind === kind)?.count ?? 0),
  );

/** That nothing is there to tell, and why. */
export const sayNothing = ({ unseen }: ReportPart, t: T): string =>
  t(unseen ? 'watch_unseen' : 'watch_none_new');

/** The weekly comparison as Markdown (CommonMark with tables). */
export function reportMarkdown(
  title: string,
  parts: readonly ReportPart[],
  figures: FiguresById,
  t: T,
): string {
  const head = [t('watch_filter_competitor'), ...figureColumns.map((column) => t(`watch_figure_${column}`))];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    `# ${markdownText(title)}`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...parts.map(({ competitor: { id, name } }) => {
      const known = figures.get(id) ?? { mixed: false };
      return row([markdownText(name), ...figureColumns.map((column) => sayFigure(known, column, t))]);
    }),
  ];
  const kinds = weekKinds(parts);
  if (kinds.length > 0) {
    const names = [t('watch_filter_competitor'), ...kinds.map((kind) => t(`watch_kind_${kind}`))];
    lines.push('', `## ${t('watch_week_table')}`, '', row(names), row(names.map(() => '---')));
    for (const part of parts)
      lines.push(row([markdownText(part.competitor.name), ...countsOf(part, kinds, t)]));
  }
  for (const part of parts) {
    const { competitor, pages, changes, more, notes } = part;
    lines.push('', `## ${markdownText(competitor.name)} (${t(`tier_${competitor.tier}`)})`, '');
    for (const { title: name, url } of pages) lines.push(`- ${markdownText(name)}: ${markdownAddress(url)}`);
    lines.push('');
    if (changes.length === 0) lines.push(sayNothing(part, t));
    for (const change of changes) lines.push(`- ${changeSentence(change, t, markdownText)}`);
    if (more > 0) lines.push(`- ${t('watch_and_more', { count: more })}`);
    for (const note of notes) lines.push('', ...noteLines(note, t));
  }
  return `${lines.join('\n')}\n`;
}

/** The same as plain lines, for a message to a colleague: what changed and what we noted, no table. */
export function colleagueText(title: string, parts: readonly ReportPart[], t: T): string {
  const lines = [title];
  for (const { competitor, pages, changes, more, notes } of parts) {
    if (changes.length === 0 && notes.length === 0) continue;
    const name = `${plainLine(competitor.name)} (${t(`tier_${competitor.tier}`)})`;
    lines.push('', `${name} ${plainLine(pages[0]?.url ?? '')}`.trim());
    for (const change of changes) lines.push(`• ${changeSentence(change, t, plainLine)}`);
    if (more > 0) lines.push(`• ${t('watch_and_more', { count: more })}`);
    for (const note of notes) lines.push(...plainNoteLines(note, t));
  }
  if (lines.length === 1) lines.push('', t('watch_none_new'));
  return lines.join('\n');
}
