import type { ImportRow } from '../domain/import-row.ts';
import { textLimits } from '../domain/text-limits.ts';
import { emailsIn, parseCount, parseDay, phonesIn, tagsIn } from './cell-values.ts';
import type { ColumnField, ColumnMeaning } from './column-meaning.ts';
import { type AccountNote, accountsOf, type Identify } from './row-accounts.ts';
import { noWords, roleWords, statusWords, wordKey, yesWords } from './table-words.ts';

/** What of a row could not be used, while the rest of it could. The words stand in the locales under `importing_note_<kind>`. */
export type NoteKind =
  | AccountNote
  | 'followers'
  | 'followers-of-several'
  | 'followers-without-account'
  | 'day'
  | 'day-unclear'
  | 'role'
  | 'status'
  | 'email'
  | 'phone'
  | 'tags'
  | 'notes-too-long'
  | 'action-without-due'
  | 'due-without-action'
  | 'do-not-contact'
  | 'merged'
  | 'other-account';
export interface RowNote {
  kind: NoteKind;
  /** the cell, cut short; of `merged` the number of the row */
  text: string;
}

/** Why a row cannot be imported at all. */
export type RowFault = 'nothing' | 'name-too-long';

/** One row of a table as it will be saved. */
export interface ReadRow {
  /** the first row of data is 1 */
  line: number;
  row: Omit<ImportRow, 'action' | 'creatorId'>;
  notes: RowNote[];
  fault?: RowFault;
}

const longestName = 200;
const longestNotes = 20_000;
const longestTag = 60;
const mostTags = 50;
const mostContacts = 10;
const longestAction = 500;

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text).trim();

/** A name on one line; one of nothing but spaces and invisible characters is none. */
function nameOf(cell: string): string {
  const name = cell.replace(/\s+/g, ' ').trim();
  return /[^\s\p{Cf}\p{Cc}]/u.test(name) ? name : '';
}

/**
 * Gives the cells of one row their meaning. Whatever is doubtful is left out with a note, never guessed.
 * @param columns the meaning of each column
 */
export function readRow(
  cells: readonly string[],
  columns: readonly ColumnMeaning[],
  line: number,
  identify: Identify,
): ReadRow {
  const notes: RowNote[] = [];
  const note = (kind: NoteKind, text: string) => notes.push({ kind, text: short(text) });
  const all = (field: ColumnField) =>
    columns.flatMap((column, at) => {
      const cell = column.field === field ? cells[at] : undefined;
      return cell?.trim() ? [{ cell, column }] : [];
    });
  const one = (field: ColumnField) => all(field)[0]?.cell ?? '';
  const day = (field: 'lastContact' | 'due') => {
    const [found] = all(field);
    const value = found ? parseDay(found.cell, found.column.order ?? null) : null;
    if (found && value === null) note('day', found.cell);
    if (found && value === 'unclear') note('day-unclear', found.cell);
    return value === 'unclear' ? null : value;
  };

  const displayName = nameOf(one('name'));
  const profiles = accountsOf(
    {
      platform: one('platform'),
      profiles: all('profile').map(({ cell }) => cell),
      handles: all('handle').map(({ cell, column }) => ({ cell, platform: column.platform })),
      accounts: one('accounts'),
    },
    identify,
  );
  for (const { kind, text } of profiles.notes) note(kind, text);
  const accounts = withFollowers(profiles, one('followers'), yesWords.has(wordKey(one('rounded'))), note);

  const emails = all('email').flatMap(({ cell }) => {
    const found = emailsIn(cell);
    if (found.length === 0) note('email', cell);
    return found;
  });
  const phones = all('phone').flatMap(({ cell }) => {
    const found = phonesIn(cell);
    if (found.rest) note('phone', cell);
    return found.phones;
  });
  const word = <V>(field: 'role' | 'status', words: ReadonlyMap<string, V>) => {
    const cell = one(field);
    const found = words.get(wordKey(cell));
    if (cell && !found) note(field, cell);
    return found;
  };
  const role = word('role', roleWords);
  const status = word('status', statusWords);
  const named = [...new Set(all('tags').flatMap(({ cell }) => tagsIn(cell)))];
  const tags = named.filter((tag) => tag.length <= longestTag).slice(0, mostTags);
  if (tags.length < named.length) note('tags', named.filter((tag) => !tags.includes(tag)).join(', '));
  const text = all('notes')
    .map(({ cell }) => cell.trim())
    .join('\n');
  if (text.length > longestNotes) note('notes-too-long', text);

  const lastContact = day('lastContact');
  const due = day('due');
  const action = one('nextAction').trim();
  if (action && !due) note('action-without-due', action);
  if (due && !action) note('due-without-action', due);
  const wish = wordKey(one('doNotContact'));
  if (one('doNotContact') && !yesWords.has(wish) && !noWords.has(wish) && one('doNotContact').trim() !== '-')
    note('do-not-contact', one('doNotContact'));

  const row: ReadRow['row'] = {
    line,
    ...(displayName && displayName.length <= longestName ? { displayName } : {}),
    accounts,
    emails: [...new Set(emails)].slice(0, mostContacts),
    phones: [...new Set(phones)].filter(({ length }) => length <= textLimits.short).slice(0, mostContacts),
    ...(role ? { role } : {}),
    ...(status ? { status } : {}),
    tags,
    ...(text && text.length <= longestNotes ? { notes: text } : {}),
    ...(lastContact ? { lastContact } : {}),
    ...(action && due ? { nextAction: { text: action.slice(0, longestAction), due } } : {}),
    ...(yesWords.has(wish) ? { doNotContact: true } : {}),
  };
  if (displayName.length > longestName) return { line, row, notes, fault: 'name-too-long' };
  const usable = displayName || accounts.length + row.emails.length + row.phones.length > 0;
  return usable ? { line, row, notes } : { line, row, notes, fault: 'nothing' };
}

/** The number belongs to the one profile that the row's columns name; of several nobody knows to which. */
function withFollowers(
  { accounts, own }: ReturnType<typeof accountsOf>,
  cell: string,
  rounded: boolean,
  note: (kind: NoteKind, text: string) => void,
): ImportRow['accounts'] {
  if (!cell.trim()) return accounts;
  if (accounts.length === 0) note('followers-without-account', cell);
  const count = parseCount(cell);
  const [first, ...others] = accounts;
  if (!first) return accounts;
  if (!count) {
    note('followers', cell);
    return accounts;
  }
  if (own > 1 || (own === 0 && others.length > 0)) {
    note('followers-of-several', cell);
    return accounts;
  }
  const raw = count.raw ?? (rounded ? cell.trim().slice(0, 60) : undefined);
  return [{ ...first, followers: count.value, ...(raw ? { followersRaw: raw } : {}) }, ...others];
}
