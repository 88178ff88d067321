import type { WatchNote } from '../../../utils/domain/change.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import { changeSentence } from './change-sentence.ts';
import type { Figures } from './compare-figures.ts';
import { figureColumns, sayFigure } from './figure-table.tsx';
import type { ReportPart } from './week-report.ts';
import type { WatchKey } from './words.tsx';

type T = Translate<WatchKey>;
/** Figures by competitor. */
export type FiguresById = ReadonlyMap<string, Figures>;

/** A text of a page or a person inside Markdown: nothing in it is a mark. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
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

function noteLines(note: WatchNote, t: T, say: (label: string, text: string) => string): string[] {
  return prompts.flatMap((prompt) => {
    const text = note[prompt];
    return text ? [say(t(`watch_note_${prompt}`), text)] : [];
  });
}

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
  for (const { competitor, pages, changes, more, notes } of parts) {
    lines.push('', `## ${markdownText(competitor.name)} (${t(`tier_${competitor.tier}`)})`, '');
    for (const { title: name, url } of pages) lines.push(`- ${markdownText(name)}: ${markdownAddress(url)}`);
    lines.push('');
    if (changes.length === 0) lines.push(t('watch_none_new'));
    for (const change of changes) lines.push(`- ${changeSentence(change, t, markdownText)}`);
    if (more > 0) lines.push(`- ${t('watch_and_more', { count: more })}`);
    for (const note of notes)
      lines.push('', ...noteLines(note, t, (label, text) => `- **${label}** ${markdownText(text)}`));
  }
  return `${lines.join('\n')}\n`;
}

/** The same as plain lines, for a message to a colleague: what changed and what we noted, no table. */
export function colleagueText(title: string, parts: readonly ReportPart[], t: T): string {
  const plain = (text: string) => text;
  const lines = [title];
  for (const { competitor, pages, changes, more, notes } of parts) {
    if (changes.length === 0 && notes.length === 0) continue;
    lines.push('', `${competitor.name} (${t(`tier_${competitor.tier}`)}) ${pages[0]?.url ?? ''}`.trim());
    for (const change of changes) lines.push(`• ${changeSentence(change, t, plain)}`);
    if (more > 0) lines.push(`• ${t('watch_and_more', { count: more })}`);
    for (const note of notes) lines.push(...noteLines(note, t, (label, text) => `→ ${label} ${text}`));
  }
  if (lines.length === 1) lines.push('', t('watch_none_new'));
  return lines.join('\n');
}
