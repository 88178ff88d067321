import type { Image, Operation, StoreName } from '../storage/schema.ts';
import { everyKey } from '../storage/suppressions.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** All that belongs to one person, here and in what undo keeps: the same person may have been saved, taken back and saved again. */
export interface Belongings {
  creatorIds: Set<string>;
  accountIds: Set<string>;
  /** every key of every account */
  keys: Set<string>;
  /** tags that they carry or carried */
  tagIds: Set<string>;
  /** `<store>:<id>` of the records that go */
  records: Set<string>;
}

interface Loose {
  id?: unknown;
  /** of what they wrote, and of a fan */
  authorKeys?: unknown;
  keys?: unknown;
  creatorId?: unknown;
  accountId?: unknown;
  createdAt?: unknown;
  tagIds?: unknown;
  platform?: unknown;
  handle?: unknown;
  /** of a picture: the permission that it belongs to */
  grantId?: unknown;
  /** of a point: the fan who has it */
  fanId?: unknown;
}

const has = (ids: ReadonlySet<string>, id: unknown): boolean => typeof id === 'string' && ids.has(id);
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const sidesOf = ({ before, after }: Image): Loose[] => [before, after].filter(isObject);

function keysOf(account: Loose): string[] {
  const { platform, handle } = account;
  if (typeof platform !== 'string' || typeof handle !== 'string') return [];
  return everyKey(account as Parameters<typeof everyKey>[0]);
}

/** Operations read at once: a step of a batch carries images of hundreds of records. */
const pageSize = 20;

async function eachOperation(
  unit: Unit,
  visit: (operation: Operation) => Promise<void> | void,
): Promise<void> {
  const ids = await unit.keys('operations', 'at', IDBKeyRange.lowerBound(''));
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = await Promise.all(ids.slice(at, at + pageSize).map((id) => unit.get('operations', id)));
    for (const operation of page) if (operation) await visit(operation);
  }
}

/** Learns from the images what else was this person's. @returns creators who had an account of theirs under another id */
async function learn(unit: Unit, person: Belongings): Promise<Set<string>> {
  const others = new Set<string>();
  await eachOperation(unit, ({ images }) => {
    for (const image of images)
      for (const record of sidesOf(image)) {
        if (image.store === 'creators' && has(person.creatorIds, image.key) && Array.isArray(record.tagIds))
          for (const id of record.tagIds) if (typeof id === 'string') person.tagIds.add(id);
        // removed since: its pictures are known by nothing else
        if (image.store === 'rightsGrants' && isTheirs(person, record))
          person.records.add(`rightsGrants:${image.key}`);
        // so are the points of somebody who is no fan any more
        if (image.store === 'fans' && isTheirs(person, record)) person.records.add(`fans:${image.key}`);
        if (image.store !== 'accounts') continue;
        const keys = keysOf(record);
        if (has(person.creatorIds, record.creatorId)) {
          person.accountIds.add(image.key);
          for (const key of keys) person.keys.add(key);
        } else if (typeof record.creatorId === 'string' && keys.some((key) => person.keys.has(key))) {
          others.add(record.creatorId);
        }
      }
  });
  return others;
}

/** Adds to what belongs to a person what only undo still knows of them. */
export async function learnFromOperations(unit: Unit, person: Belongings): Promise<void> {
  for (let grown = true; grown; ) {
    const size = () => person.keys.size + person.creatorIds.size + person.accountIds.size;
    const before = size();
    for (const id of await learn(unit, person)) {
      // someone who is still here may have had the same handle once: their records are their own
      if (!(await unit.get('creators', id))) person.creatorIds.add(id);
    }
    grown = size() > before;
  }
}

/** Whether a record stands for what the person wrote, or for them as a fan. */
function isTheirs({ keys }: Belongings, { authorKeys, keys: own }: Loose): boolean {
  return [authorKeys, own].some((list) => Array.isArray(list) && list.some((key) => has(keys, key)));
}

function concerns(person: Belongings, image: Image): boolean {
  const { creatorIds, accountIds, records } = person;
  if (records.has(`${image.store}:${image.key}`) || has(creatorIds, image.key)) return true;
  return sidesOf(image).some(
    (side) =>
      has(creatorIds, side.creatorId) ||
      has(accountIds, side.accountId) ||
      has(records, `rightsGrants:${side.grantId}`) ||
      has(records, `fans:${side.fanId}`) ||
      isTheirs(person, side),
  );
}

const recordStores: readonly StoreName[] = [
  'accounts',
  'contacts',
  'observations',
  'tags',
  'competitors',
  'watchedPages',
  'changes',
  'items',
  'cases',
  'rightsGrants',
  'fans',
  'entries',
  'draws',
  'keywordGroups',
  'places',
];

/** Whether an answer holds a record of the person; an id alone says nothing about anyone. */
function tellsOf(person: Belongings, answer: unknown): boolean {
  if (!isObject(answer)) return false;
  if (Array.isArray(answer)) return answer.some((each) => tellsOf(person, each));
  const own =
    has(person.creatorIds, answer.creatorId) ||
    (typeof answer.id === 'string' &&
      (has(person.creatorIds, answer.id) ||
        recordStores.some((store) => person.records.has(`${store}:${String(answer.id)}`))));
  if ((own || isTheirs(person, answer)) && answer.createdAt !== undefined) return true;
  return Object.values(answer).some((value) => tellsOf(person, value));
}

/**
 * Takes everything about a person out of the operations that could be undone or repeated. What is left of one that was about others
 * too can still be taken back; one of which nothing is left counts as taken back by this erasing. A repeat of one whose answer told
 * of the person is refused.
 */
export async function forgetInOperations(unit: Unit, person: Belongings): Promise<void> {
  await eachOperation(unit, async (operation) => {
    const images = operation.images.filter((image) => !concerns(person, image));
    const tells = tellsOf(person, operation.answer);
    const lost = images.length < operation.images.length;
    if (!lost && !tells) return;
    const { answer, ...rest } = operation;
    const over = lost && images.length === 0 && !operation.undoneBy;
    await unit.amend({
      ...rest,
      images,
      ...(tells ? {} : { answer }),
      ...(over ? { undoneBy: unit.operationId } : {}),
    });
  });
}
