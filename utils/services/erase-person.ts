import type { Creator } from '../domain/creator.ts';
import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Reader } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';
import { everyKey, suppress } from '../storage/suppressions.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { campaignStores, eraseEntrant } from './campaigns/erase-campaigns.ts';
import { casesOf } from './cases/erase-cases.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import { eraseWatched, watchedStores } from './erase-watched.ts';
import { eraseFans, fanRecordStores } from './fans/erase-fans.ts';
import { type Belongings, forgetInOperations, learnFromOperations } from './forget-in-operations.ts';
import { forgetInTemplates } from './forget-in-templates.ts';
import type { FrameContexts } from './frame-context.ts';
import { eraseItems } from './items/erase-items.ts';
import { eraseListened, listenedStores } from './keywords/erase-words.ts';
import { eraseRights, rightsStores } from './rights/erase-rights.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { readOnce, writeOnce } from './write-once.ts';

const personStores: StoreName[] = [
  'creators',
  'accounts',
  'contacts',
  'observations',
  'tags',
  'suppressions',
  'templateUses',
  'fillInAnswers',
  'seenComments',
  ...dayStores,
  ...watchedStores,
  'items',
  ...rightsStores,
  ...fanRecordStores,
  ...listenedStores,
  ...campaignStores,
  'cases',
];

type RecordId = [store: StoreName, id: string];

/** Observations of an account, in the order of time. */
const seriesOf = (accountId: string) => IDBKeyRange.bound([accountId], [accountId, []]);

/** Ids of a person's own records. */
async function recordsOf(reader: Reader, creatorId: string): Promise<RecordId[]> {
  const records: RecordId[] = [['creators', creatorId]];
  for (const id of await reader.keys('accounts', 'creatorId', creatorId)) {
    records.push(['accounts', id]);
    for (const look of await reader.keys('observations', 'accountAt', seriesOf(id)))
      records.push(['observations', look]);
  }
  for (const id of await reader.keys('contacts', 'creatorId', creatorId)) records.push(['contacts', id]);
  return records;
}

/** Removes a record and leaves the tombstone, and keeps no way back. */
async function eraseRecord(unit: Unit, [store, id]: RecordId): Promise<void> {
  const record = await unit.get(store, id);
  if (!record) return;
  await unit.remove(store, id, 'derived');
  const createdAt = 'createdAt' in record ? record.createdAt : unit.now;
  const row = { id, store, createdAt, updatedAt: unit.now, deletedAt: unit.now };
  await unit.put('tombstones', row, 'derived');
}

/** Tags that nobody carries any more: a tag may be a person's name. One that does something is the operator's tool. */
async function eraseUnusedTags(unit: Unit, tagIds: ReadonlySet<string>): Promise<RecordId[]> {
  const gone: RecordId[] = [];
  for (const id of tagIds) {
    if (await unit.edge('creators', 'tagIds', 'first', id)) continue;
    if (await unit.edge('items', 'tagIds', 'first', id)) continue;
    const tag = await unit.get('tags', id);
    if (tag?.starter || tag?.effect) continue;
    gone.push(['tags', id]);
  }
  for (const tag of gone) await eraseRecord(unit, tag);
  return gone;
}

/** Nobody was introduced by someone who is not there. The one place that has to look at everyone: there is no index on it. */
async function forgetIntroductions(unit: Unit, creatorId: string): Promise<void> {
  for (const creator of await unit.all('creators')) {
    if (creator.introducedBy !== creatorId) continue;
    const { introducedBy: _gone, ...rest } = creator;
    await unit.put('creators', { ...rest, updatedAt: unit.now }, 'derived');
  }
}

/** All that is known to be theirs, before anything goes. */
async function belongingsOf(unit: Unit, creator: Creator, records: RecordId[]): Promise<Belongings> {
  const accounts = await unit.list('accounts', 'creatorId', creator.id);
  return {
    creatorIds: new Set([creator.id]),
    accountIds: new Set(accounts.map(({ id }) => id)),
    keys: new Set(accounts.flatMap(everyKey)),
    tagIds: new Set(creator.tagIds),
    records: new Set(records.map(([store, id]) => `${store}:${id}`)),
  };
}

/** What could not be done now is done by the next scrub: the erasing itself is durable. */
async function orLater(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error('Deckhand: erasing beside the notebook', error);
  }
}

/**
 * Erases a person from every store, index, undo image, answer, frame and second copy, and has the browser's files scrubbed of them. The
 * activity log keeps ids. Cannot be undone.
 */
export const erasePerson =
  (notebook: Notebook, contexts: FrameContexts = tabFrames): Service<'person.erase'> =>
  async ({ operationId, creatorId, suppress: notAgain }, call) => {
    const named = await readOnce(call, ['creators', 'accounts'], async (reader) => {
      const there = (await reader.get('creators', creatorId)) !== undefined;
      const keys = new Set((await reader.list('accounts', 'creatorId', creatorId)).flatMap(everyKey));
      return ok({ there, person: { creatorId, keys } });
    });
    if (!named.ok) return named;
    const { there, person: erasedPerson } = named.value;
    if (there) await orLater(() => notebook.beforeErasing(erasedPerson));

    const erased = await writeOnce(
      call,
      {
        type: 'person.erase',
        operationId,
        stores: personStores,
        collections: [
          'creators',
          'checklist',
          'storage',
          'batches',
          'watchlist',
          'items',
          'rights',
          'cases',
          'fans',
          'campaigns',
          'keywords',
          'places',
        ],
      },
      async (unit) => {
        const creator = await unit.get('creators', creatorId);
        if (!creator) return fail('not-found', 'no creator of that id');
        const records = await recordsOf(unit, creatorId);
        const person = await belongingsOf(unit, creator, records);
        if (notAgain)
          for (const account of await unit.list('accounts', 'creatorId', creatorId))
            await suppress(unit, account);
        for (const record of records) await eraseRecord(unit, record);
        await learnFromOperations(unit, person);
        const watched: RecordId[] = [];
        const erase = async (store: StoreName, id: string) => {
          await eraseRecord(unit, [store, id]);
          watched.push([store, id]);
          person.records.add(`${store}:${id}`);
        };
        for (const id of await eraseItems(unit, person.keys, erase)) person.tagIds.add(id);
        const tags = await eraseUnusedTags(unit, person.tagIds);
        for (const [store, id] of tags) person.records.add(`${store}:${id}`);
        // with what undo knew of them: a profile watched under a former name is theirs too
        await eraseWatched(unit, person.keys, erase);
        await eraseRights(unit, person.keys, erase);
        await eraseFans(unit, person.keys, erase);
        await eraseListened(unit, person.keys, erase, (store, id) => person.records.add(`${store}:${id}`));
        await eraseEntrant(unit, person.keys, erase, (store, id) => person.records.add(`${store}:${id}`));
        for (const { id } of await casesOf(unit, person.keys)) await erase('cases', id);
        await forgetIntroductions(unit, creatorId);
        await forgetInTemplates(unit, person);
        await forgetInOperations(unit, person);
        await unit.log('creator-erased', creatorId);
        await refreshDay(unit, localDay(call.now));
        return ok({ records: records.length + tags.length + watched.length });
      },
    );
    if (!erased.ok) return erased;
    await orLater(() => contexts.forget(erasedPerson));
    await orLater(() => notebook.afterErasing());
    await call.announce(['frame', 'storage']);
    return erased;
  };
