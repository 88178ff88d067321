import type { FileArea } from './areas.ts';
import { copyNames, fileNames } from './second-copy.ts';
import { decodeCopy, encodeCopy, type SecondCopy } from './second-copy-format.ts';
import { everyKey, type NamedProfile } from './suppressions.ts';

/** Who is to be erased, as far as another notebook's copy can name them. */
export interface ErasedPerson {
  creatorId: string;
  /** every key of every account */
  keys: ReadonlySet<string>;
}

type Row = {
  id: string;
  creatorId?: string;
  tagIds?: readonly string[];
  authorKeys?: readonly string[];
  keys?: readonly string[];
  starter?: string;
  effect?: string;
};

function rowsOf(copy: SecondCopy, store: string): Row[] {
  return (copy.stores[store] ?? []) as Row[];
}

function withoutPerson(copy: SecondCopy, person: ErasedPerson): SecondCopy | null {
  const ids = new Set([person.creatorId]);
  for (const account of rowsOf(copy, 'accounts')) {
    const keys = everyKey(account as unknown as NamedProfile);
    if (account.creatorId !== undefined && keys.some((key) => person.keys.has(key)))
      ids.add(account.creatorId);
  }
  const creators = rowsOf(copy, 'creators');
  const gone = creators.filter(({ id }) => ids.has(id));
  const stay = creators.filter(({ id }) => !ids.has(id));
  const isTheirs = ({ authorKeys = [] }: Row) => authorKeys.some((key) => person.keys.has(key));
  const [theirs, others] = [true, false].map((of) =>
    rowsOf(copy, 'items').filter((item) => isTheirs(item) === of),
  );
  const carried = new Set([...stay, ...(others ?? [])].flatMap(({ tagIds = [] }) => tagIds));
  const goneTags = new Set(
    [...gone, ...(theirs ?? [])].flatMap(({ tagIds = [] }) => tagIds).filter((id) => !carried.has(id)),
  );
  const stores: SecondCopy['stores'] = { ...copy.stores, creators: stay };
  let removed = gone.length;
  const drop = (store: string, goes: (row: Row) => boolean) => {
    const rows = rowsOf(copy, store);
    const kept = rows.filter((row) => !goes(row));
    removed += rows.length - kept.length;
    if (copy.stores[store]) stores[store] = kept;
  };
  for (const store of ['accounts', 'contacts'])
    drop(store, ({ creatorId }) => creatorId !== undefined && ids.has(creatorId));
  // one that does something is the operator's tool
  drop('tags', ({ id, starter, effect }) => goneTags.has(id) && !starter && !effect);
  for (const store of ['items', 'cases', 'rightsGrants', 'entries', 'draws']) drop(store, isTheirs);
  drop('fans', ({ keys = [] }) => keys.some((key) => person.keys.has(key)));
  if (removed === 0) return null;
  const { header } = copy;
  const creatorCount = header.creators - gone.length;
  return { header: { ...header, creators: creatorCount, records: header.records - removed }, stores };
}

/**
 * Takes a person out of the copies of other databases, which a recovery set aside. A copy that cannot be read may hold them and goes.
 * Harmless to do twice.
 * @param databaseId of the notebook, whose own copies are written anew from it and stay as they are here
 */
export async function eraseFromOtherCopies(
  files: FileArea,
  databaseId: string,
  person: ErasedPerson,
): Promise<void> {
  const own = fileNames(databaseId);
  for (const name of await copyNames(files)) {
    if (own.includes(name)) continue;
    const bytes = await files.read(name);
    const copy = bytes && (await decodeCopy(bytes));
    if (!copy) {
      await files.remove(name);
      continue;
    }
    const cleaned = withoutPerson(copy, person);
    if (cleaned) await files.write(name, await encodeCopy(cleaned));
  }
}
