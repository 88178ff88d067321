import type { Day } from '../../../utils/domain/record.ts';
import type { Template, TemplateStatistics } from '../../../utils/domain/template.ts';
import type { ListState, Shelf } from './list-state.ts';

/** A template with its figures, as a row of the list. */
export interface TemplateRow {
  template: Template;
  figures: TemplateStatistics | undefined;
}

/** Whether the day on which somebody should look at it has come. */
export const isStale = ({ reviewOn, archived }: Template, today: Day): boolean =>
  !archived && reviewOn !== undefined && reviewOn <= today;

/** Which shelves a template stands on. */
export function isOn(template: Template, shelf: Shelf, today: Day): boolean {
  if (shelf === 'archived') return template.archived === true;
  if (template.archived) return false;
  if (shelf === 'drafts') return template.draft === true;
  return shelf === 'current' || isStale(template, today);
}

/** Whether a folder is this one or lies in it. */
export const isInFolder = (folder: string, wanted: string): boolean =>
  wanted === '' ? folder === '' : folder === wanted || folder.startsWith(`${wanted}/`);

/** The facets of a filter: all but one of them are held while the others' numbers are counted. */
export type Facet = 'shelf' | 'folder' | 'tags' | 'platforms';

/** Whether a template fits everything but the search and one facet. */
export function fits(template: Template, state: ListState, today: Day, except?: Facet): boolean {
  const { folder, tags, platforms } = state;
  if (except !== 'shelf' && !isOn(template, state.shelf, today)) return false;
  if (except !== 'folder' && folder !== null && !isInFolder(template.folder, folder)) return false;
  if (except !== 'tags' && tags.length && !tags.some((tag) => template.tags.includes(tag))) return false;
  return (
    except === 'platforms' ||
    platforms.length === 0 ||
    template.platforms.length === 0 ||
    platforms.some((id) => template.platforms.includes(id))
  );
}

/** Orders rows; of equals the one that was changed last comes first. */
export function sorted(rows: readonly TemplateRow[], sort: ListState['sort'], locale: string): TemplateRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const used = ({ figures }: TemplateRow) => figures?.used ?? 0;
  const last = ({ figures }: TemplateRow) => figures?.lastUsed ?? '';
  const newer = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  const changed = (a: TemplateRow, b: TemplateRow) => newer(a.template.updatedAt, b.template.updatedAt);
  return rows.toSorted((a, b) => {
    if (sort === 'title') return compare(a.template.title, b.template.title) || changed(a, b);
    if (sort === 'used') return used(b) - used(a) || changed(a, b);
    if (sort === 'last-used') return newer(last(a), last(b)) || changed(a, b);
    return changed(a, b);
  });
}

/** How many templates each value of a facet would show. */
export function countBy(
  rows: readonly TemplateRow[],
  state: ListState,
  today: Day,
  facet: Facet,
  valuesOf: (template: Template) => Iterable<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { template } of rows)
    if (fits(template, state, today, facet))
      for (const value of new Set(valuesOf(template))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A folder and every folder around it: `a/b/c` → `a`, `a/b`, `a/b/c`. */
export function foldersAround(folder: string): string[] {
  if (!folder) return [''];
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Every folder that holds something, also through folders in it, in the order of the locale. */
export function allFolders(templates: Iterable<Template>, locale: string): string[] {
  const found = new Set<string>();
  for (const { folder } of templates) for (const each of foldersAround(folder)) found.add(each);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  // by parts, so that what lies in a folder stands below it
  return [...found].filter(Boolean).sort((a, b) => {
    const [one, other] = [a.split('/'), b.split('/')];
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? one.length - other.length : compare(one[at] ?? '', other[at] ?? '');
  });
}
