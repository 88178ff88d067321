import type { WatchedPage } from '../domain/competitor.ts';
import { identityKeys } from '../domain/creator.ts';
import { identify } from '../sites/registry.ts';
import { putSnapshot } from '../storage/blobs.ts';
import type { StoreName } from '../storage/schema.ts';
import { withoutContents } from '../storage/snapshot-rows.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** What a watched page has, with the contents of its looks. */
export const watchedStores: StoreName[] = [
  'competitors',
  'watchedPages',
  'watchStates',
  'snapshots',
  'changes',
  'pageFigures',
  'pictureJobs',
  'alerts',
  'blobs',
  'blobContents',
];

/** The profiles for which a watched page may stand, as accounts name them: by its address, and by what the page said of itself. */
function profileKeysOf({ platform, url, key }: WatchedPage): string[] {
  const keys: string[] = [];
  const page = URL.canParse(url) ? identify(new URL(url)) : null;
  if (page?.kind === 'profile')
    keys.push(...identityKeys({ platform, handle: page.handle ?? page.id ?? '', stableId: page.id }));
  const said = key?.startsWith(`${platform}:profile:`) ? key.slice(`${platform}:profile:`.length) : '';
  if (said) keys.push(...identityKeys({ platform, handle: said, stableId: said }));
  return keys;
}

async function erasePage(
  unit: Unit,
  page: WatchedPage,
  erase: (store: StoreName, id: string) => Promise<void>,
): Promise<void> {
  const all = IDBKeyRange.bound([page.id, ''], [page.id, []]);
  for (const snapshot of await unit.list('snapshots', 'pageAt', all)) {
    // its contents first: undo may not know them, and another page's look may hold the same
    await putSnapshot(unit, snapshot, withoutContents(snapshot, 'unreadable'));
    await unit.remove('pictureJobs', snapshot.id, 'derived');
    await erase('snapshots', snapshot.id);
  }
  for (const { id } of await unit.list('changes', 'pageAt', all)) await erase('changes', id);
  for (const { id } of await unit.list('pageFigures', 'pageAt', all))
    await unit.remove('pageFigures', id, 'derived');
  await unit.remove('watchStates', page.id, 'derived');
  await erase('watchedPages', page.id);
}

/**
 * Erases the watched pages that are a person's own profiles: every look with its contents, what was found and noted there, and the competitor
 * if nothing else of it is watched. Pages of others on which a name may stand are not looked through: pictures cannot be.
 * @param keys of the person's accounts
 * @param erase takes a record away with no way back
 */
export async function eraseWatched(
  unit: Unit,
  keys: ReadonlySet<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
): Promise<void> {
  const competitors = new Set<string>();
  for (const page of await unit.all('watchedPages')) {
    if (!profileKeysOf(page).some((key) => keys.has(key))) continue;
    competitors.add(page.competitorId);
    await erasePage(unit, page, erase);
  }
  for (const id of competitors)
    if (!(await unit.edge('watchedPages', 'competitorId', 'first', id))) await erase('competitors', id);
}
