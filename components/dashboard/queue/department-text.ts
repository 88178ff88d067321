import { caseClocks } from '../../../utils/domain/case-clocks.ts';
import type { CaseRow } from '../../../utils/domain/case-row.ts';
import { plainCell } from '../../../utils/files/plain-cell.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { clockWords, dueWords } from '../../queue/wait-words.ts';
import type { QueueTranslate } from '../../queue/words.tsx';

type Groups = Output<'case.by-department'>['groups'];

/** One case in cells: what it is, where it stands, who waits how long, until when, and where it is. */
function cells(t: QueueTranslate, one: CaseRow, now: number): string[] {
  const clocks = caseClocks(one, now);
  const { customer, department } = clockWords(t, clocks, one.department);
  const due = dueWords(t, clocks);
  return [
    one.urgent ? `${t('queue_urgent')} · ${one.title}` : one.title,
    t(`queue_state_${one.state}`),
    [customer, department].filter(Boolean).join(' · '),
    due?.words ?? '',
    one.url ?? '',
  ];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const ownerOf = (t: QueueTranslate, owner: string | null) => owner ?? t('queue_us');

/** @param now milliseconds since the epoch */
export function listPlain(t: QueueTranslate, groups: Groups, now: number): string {
  return groups
    .map(({ owner, rows }) =>
      [
        `${ownerOf(t, owner)} (${rows.length})`,
        ...rows.map((one) => `- ${cells(t, one, now).map(oneLine).filter(Boolean).join(' · ')}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** What a stranger wrote stays text: no link, no heading, no list of theirs. */
const markdown = (text: string) => oneLine(text).replace(/[\\`*_{}[\]<>#|!~]/g, (sign) => `\\${sign}`);

export function listMarkdown(t: QueueTranslate, groups: Groups, now: number): string {
  return groups
    .map(({ owner, rows }) =>
      [
        `## ${markdown(ownerOf(t, owner))} (${rows.length})`,
        '',
        ...rows.map((one) => {
          const [title = '', ...rest] = cells(t, one, now);
          const url = rest.pop() ?? '';
          const facts = [title, ...rest].filter(Boolean).map(markdown).join(' · ');
          return `- [ ] ${facts}${url ? ` <${url.replace(/[<>\s]/g, encodeURIComponent)}>` : ''}`;
        }),
      ].join('\n'),
    )
    .join('\n\n');
}

/** A spreadsheet takes no title of a stranger's for a formula. */
const cell = (text: string) => plainCell(oneLine(text));

const html = (text: string) =>
  cell(text).replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '',
  );

/** The table: its head and one row for each case. */
function rowsOf(t: QueueTranslate, groups: Groups, now: number): { head: string[]; body: string[][] } {
  const head = ['owner', 'case', 'state', 'waits', 'due', 'link'] as const;
  return {
    head: head.map((name) => t(`queue_column_${name}`)),
    body: groups.flatMap(({ owner, rows }) => rows.map((one) => [ownerOf(t, owner), ...cells(t, one, now)])),
  };
}

export function listHtml(t: QueueTranslate, groups: Groups, now: number): string {
  const { head, body } = rowsOf(t, groups, now);
  const row = (values: readonly string[], kind: 'td' | 'th') =>
    `<tr>${values.map((value) => `<${kind}>${html(value)}</${kind}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((values) => row(values, 'td')).join('')}</tbody></table>`;
}

/** The same with tabs, for what takes no HTML. */
export function listTabs(t: QueueTranslate, groups: Groups, now: number): string {
  const { head, body } = rowsOf(t, groups, now);
  return [head, ...body].map((values) => values.map(cell).join('\t')).join('\n');
}
