import { type ChangeFilter, type ChangeRow, readChanges } from './read-changes.ts';
import { type Pages, usePages } from './use-pages.ts';
import { watchCollections } from './watch-collections.ts';

/** A rare filter is answered in steps that may find nothing; after so many the person decides whether to go on. */
const mostSteps = 20;

/**
 * What changed on watched pages, newest first, page by page.
 * @param limit rows of one page, at most 200
 */
export function useChanges(
  filter: ChangeFilter,
  limit = 100,
): Omit<Pages<ChangeRow>, 'rows'> & { changes: readonly ChangeRow[] | null } {
  const { rows, ...pages } = usePages(
    JSON.stringify([filter, limit]),
    watchCollections,
    (wanted, overtaken) =>
      readChanges(filter, { most: wanted * limit, steps: wanted + mostSteps, limit }, overtaken),
  );
  return { changes: rows, ...pages };
}
