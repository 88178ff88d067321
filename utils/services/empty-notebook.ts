import type { Reader } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';

/** Stores of which every record was made or wanted by a person. */
const made = [
  'accounts',
  'contacts',
  'competitors',
  'watchedPages',
  'brands',
  'savedViews',
  'suppressions',
  'hints',
  'observations',
  'items',
  'cases',
  'rightsGrants',
  'fans',
  'campaigns',
  'entries',
  'draws',
  'places',
] as const satisfies StoreName[];

/** Stores that have records of ours from the first day: those count once they were changed. */
const begun = ['routines', 'tags', 'keywordGroups'] as const satisfies StoreName[];

export const emptyStores: readonly StoreName[] = ['creators', ...made, ...begun];

/** Whether an item of the routine is one of the default ones, as it was made. */
export function isUntouchedDefault(item: {
  key?: unknown;
  text?: unknown;
  createdAt: string;
  updatedAt: string;
}) {
  return item.key !== undefined && item.text === undefined && item.createdAt === item.updatedAt;
}

/** Whether a tag or a group of keywords is one of the default ones, as it was made. */
export function isUntouchedStarter(record: {
  starter?: string | undefined;
  createdAt: string;
  updatedAt: string;
}) {
  return record.starter !== undefined && record.createdAt === record.updatedAt;
}

/**
 * Whether nothing that a person made is in the notebook. Settings, the default routine, its ticks, the default tags and the log of what was done do not
 * count: they are there from the first day.
 * @param reader over `emptyStores`
 */
export async function isEmptyNotebook(reader: Pick<Reader, 'newest' | 'all'>): Promise<boolean> {
  for (const store of ['creators', ...made] as const)
    if ((await reader.newest(store, null, null, 1)).length > 0) return false;
  const [routines, tags, groups] = await Promise.all([
    reader.all('routines'),
    reader.all('tags'),
    reader.all('keywordGroups'),
  ]);
  return (
    routines.every(isUntouchedDefault) && tags.every(isUntouchedStarter) && groups.every(isUntouchedStarter)
  );
}
