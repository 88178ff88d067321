import type { CreatorFilter, CreatorRow, DueChoice } from './creator-list.ts';
import { addDays } from './day.ts';
import type { Day, Id } from './record.ts';

/**
 * A text as it is compared in a search: width and compatibility forms made one (NFKC), lower case, without accents and without
 * invisible characters. Traditional and simplified Chinese are not made one.
 */
export function foldText(text: string): string {
  // most handles, addresses and e-mails
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .normalize('NFKC');
}

/** The words of a query; every one of them must be found. */
export function searchWords(query: string): string[] {
  return foldText(query).split(/\s+/).filter(Boolean);
}

const folded = new WeakMap<CreatorRow, string>();

/** What is searched of one creator: names, handles with @, notes, bios, contacts. Made once for each row object. */
export function searchText(row: CreatorRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const parts = [row.displayName, row.notes];
  for (const { handle, bio } of row.accounts) parts.push(`@${handle}`, bio ?? '');
  for (const { value } of row.contacts) parts.push(value);
  const made = foldText(parts.join('\n'));
  folded.set(row, made);
  return made;
}

/** Whether the text of a row was already made. */
export const isFolded = (row: CreatorRow): boolean => folded.has(row);

/** When the next action is due, seen from today; `week` are the seven days after today. Nobody is due who must not be contacted. */
export function dueChoice(row: CreatorRow, today: Day): DueChoice {
  const due = row.doNotContact ? undefined : row.nextAction?.due;
  if (due === undefined) return 'none';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= weekAfter(today) ? 'week' : 'later';
}

let week = { today: '', end: '' };
/** The seventh day after `today`; asked for once for every row, and the same for all of them. */
function weekAfter(today: Day): Day {
  if (week.today !== today) week = { today, end: addDays(today, 7) };
  return week.end;
}

/** What a filter needs to know beside the rows. */
export interface FilterSurroundings {
  /** the local day */
  today: Day;
  tags: readonly { id: Id; name: string }[];
}

/** The kinds of choice a filter has, beside its text. */
export const facets = ['platforms', 'roles', 'statuses', 'tagIds', 'due', 'doNotContact'] as const;
export type Facet = (typeof facets)[number];

type Test = (row: CreatorRow) => boolean;

function facetTest(filter: CreatorFilter, facet: Facet, today: Day): Test | null {
  const chosen = filter[facet];
  if (chosen === undefined || chosen === false || (Array.isArray(chosen) && chosen.length === 0)) return null;
  if (facet === 'doNotContact') return (row) => row.doNotContact;
  const wanted = new Set<string>(chosen as readonly string[]);
  return (row) => facetValues(row, facet, today).some((value) => wanted.has(value));
}

function facetValues(row: CreatorRow, facet: Facet, today: Day): readonly string[] {
  switch (facet) {
    case 'platforms':
      return row.accounts.map(({ platform }) => platform);
    case 'roles':
      return [row.role];
    case 'statuses':
      return [row.status];
    case 'tagIds':
      return row.tagIds;
    case 'due':
      return [dueChoice(row, today)];
    default:
      return row.doNotContact ? ['yes'] : [];
  }
}

function textTest(query: string | undefined, tags: FilterSurroundings['tags']): Test | null {
  const words = searchWords(query ?? '').map((word) => ({
    word,
    // a word may also be found in the name of a tag
    tagIds: new Set(tags.filter(({ name }) => foldText(name).includes(word)).map(({ id }) => id)),
  }));
  if (words.length === 0) return null;
  return (row) =>
    words.every(
      ({ word, tagIds }) =>
        searchText(row).includes(word) || (tagIds.size > 0 && row.tagIds.some((id) => tagIds.has(id))),
    );
}

/** The test of a whole filter, without one facet where its counts are asked for. */
function filterTest(filter: CreatorFilter, { today, tags }: FilterSurroundings, without?: Facet): Test {
  const tests = facets
    .filter((facet) => facet !== without)
    .map((facet) => facetTest(filter, facet, today))
    // the text last: it is the dearest
    .concat(textTest(filter.text, tags))
    .filter((test) => test !== null);
  return (row) => tests.every((test) => test(row));
}

/** The rows that a filter shows, in their order. 10,000 rows take a few milliseconds once their texts are made. */
export function filterRows(
  rows: readonly CreatorRow[],
  filter: CreatorFilter,
  surroundings: FilterSurroundings,
): CreatorRow[] {
  return rows.filter(filterTest(filter, surroundings));
}

/** How many rows each choice of a facet would show with everything else of the filter as it is. */
export function facetCounts(
  rows: readonly CreatorRow[],
  filter: CreatorFilter,
  facet: Facet,
  surroundings: FilterSurroundings,
): Map<string, number> {
  const test = filterTest(filter, surroundings, facet);
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!test(row)) continue;
    // two accounts on one platform are one creator
    for (const value of new Set(facetValues(row, facet, surroundings.today)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Whether a filter shows everything. */
export function isEmptyFilter(filter: CreatorFilter): boolean {
  return (
    facets.every((facet) => !facetTest(filter, facet, '')) && searchWords(filter.text ?? '').length === 0
  );
}

/** Whether every row that the narrower filter shows is also shown by the wider one: only the text grew. */
export function isNarrower(narrow: CreatorFilter, wide: CreatorFilter): boolean {
  const words = searchWords(narrow.text ?? '');
  return (
    searchWords(wide.text ?? '').every((old) => words.some((word) => word.includes(old))) &&
    facets.every((facet) => JSON.stringify(narrow[facet]) === JSON.stringify(wide[facet]))
  );
}
