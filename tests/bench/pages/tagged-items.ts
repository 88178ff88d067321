import { unwrap } from 'idb';
import { itemKeys } from '../../../utils/domain/item-keys.ts';
import { tagColours } from '../../../utils/domain/tag-effect.ts';
import { chooseTags } from '../../../utils/services/items/choose-tags.ts';
import { dotStores, dotsOf, spamAuthors } from '../../../utils/services/items/item-dots.ts';
import { listItems } from '../../../utils/services/items/list-items.ts';
import { starterTagsCounter, tagItemsCounter, unnamedItemsCounter } from '../../../utils/storage/counters.ts';
import { openDatabase } from '../../../utils/storage/database.ts';
import { readNotebook } from '../../../utils/storage/reader.ts';
import { copyDatabase } from '../../../utils/storage/second-copy.ts';
import { inventedRows } from '../../support/invented-rows.ts';

/*
 * What `tests/bench/tagged.ts` measures, as a script of a page: the product's own code over a database of that page, which the browser keeps as it
 * keeps an extension's.
 */

const { idAt, row } = inventedRows();
const begin = Date.parse('2026-03-01T00:00:00.000Z');
const platform = 'instagram' as const;
const said = 'The vase came on Tuesday and one side of it is broken, what can I do? '.repeat(5).slice(0, 300);
const tagIds = tagColours.map((_colour, index) => idAt(begin - 1_000 + index));

const opened = openDatabase({ name: 'tagged', now: new Date(begin) }).then((database) => {
  if ('ok' in database) throw new Error(database.message);
  return database;
});

/** By turns a comment with its site's id, and selected words, which no site names. */
const kindAt = (index: number) => (index % 2 ? 'text' : 'comment');
const commentAt = (index: number) => ({
  author: { platform, handle: `invented.${index % 20_000}`, stableId: String(index % 20_000) },
  text: `${index} ${said}`,
  keys: itemKeys({
    platform,
    kind: kindAt(index),
    id: index % 2 ? undefined : String(index),
    author: String(index % 20_000),
    text: `${index} ${said}`,
    time: new Date(begin + index * 60_000).toISOString(),
  }),
});

async function fill(from: number, until: number): Promise<void> {
  const database = await opened;
  const transaction = database.transaction(['items', 'tags', 'counters'], 'readwrite', {
    durability: 'relaxed',
  });
  const put = (store: 'items' | 'tags' | 'counters', record: object) =>
    void transaction.objectStore(store).put(record as never);
  if (from === 0) {
    for (const [index, colour] of tagColours.entries())
      put('tags', { ...row(begin), id: tagIds[index], name: `tag ${colour}`, colour });
    put('counters', { id: starterTagsCounter, value: 0 });
  }
  for (let index = from; index < until; index++) {
    const at = new Date(begin + index * 60_000).toISOString();
    const { author, text, keys } = commentAt(index);
    const tagId = tagIds[index % tagIds.length] ?? '';
    const authorKeys = [`${platform}:#${author.stableId}`, `${platform}:${author.handle}`];
    put('items', {
      ...row(begin + index * 60_000),
      kind: kindAt(index),
      platform,
      keys,
      url: `https://www.instagram.com/p/Cx${index >> 6}/c/${index}/`,
      pageKey: `${platform}:post:Cx${index >> 6}`,
      author,
      text,
      authorKeys,
      tagIds: [tagId],
      taggedWith: [`${tagId} ${at}`],
      spamKeys: index % 50 === 0 ? authorKeys : [],
      taggedAt: at,
    });
  }
  for (const id of tagIds)
    put('counters', { id: tagItemsCounter(id), value: Math.floor(until / tagIds.length) });
  put('counters', { id: unnamedItemsCounter(platform, 'text'), value: until >> 1 });
  put('counters', { id: 'records', value: until });
  await transaction.done;
}

const ms = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The same number of plain questions to the same index, with nothing around them: what this machine can do at this moment. */
async function floor(count: number): Promise<number> {
  const database = unwrap(await opened) as unknown as IDBDatabase;
  return ms(
    () =>
      new Promise<void>((done) => {
        const index = database.transaction('items', 'readonly').objectStore('items').index('keys');
        for (let asked = 1; asked <= count; asked++) {
          const request = index.getAll(`${platform}:comment:#none${asked}`, 1);
          if (asked === count) request.onsuccess = () => done();
        }
      }),
  );
}

/** One batch: a screen of comments (or every second one selected words), of which every `everyTagged`th was tagged. */
async function mark(count: number, everyTagged: number, seed: number, stored: number, mixed: boolean) {
  const database = await opened;
  const screen = Array.from({ length: count }, (_comment, index) => {
    const isTagged = index % everyTagged === 0;
    const at = isTagged ? (seed * 7_919 + index * 37) % stored : stored + seed * 1_000 + index * 2;
    return commentAt((at - (at % 2) + (mixed ? index % 2 : 0)) % (isTagged ? stored : Infinity));
  });
  let found = 0;
  const time = await ms(async () => {
    const dots = await readNotebook(database, dotStores, (reader) => dotsOf(reader, platform, screen));
    found = dots.filter(({ length }) => length > 0).length;
  });
  return { time, found };
}

const call = () => ({
  caller: { kind: 'dashboard' as const },
  database: async () => ({ ok: true as const, value: await opened }),
  now: new Date(),
  announce: async () => {},
});

const files = new Map<string, Uint8Array<ArrayBuffer>>();
Object.assign(window, {
  bench: {
    fill,
    mark,
    floor,
    spam: async (count: number, seed: number) =>
      ms(async () => {
        const authors = Array.from({ length: count }, (_one, index) => ({
          ...commentAt(seed * 997 + index * 31).author,
          platform,
        }));
        await readNotebook(await opened, ['items'], (reader) => spamAuthors(reader, authors));
      }),
    choices: () => ms(() => chooseTags({}, call())),
    list: () => ms(() => listItems({ tagId: tagIds[0], before: null, limit: 50 }, call())),
    copy: async () => {
      const time = await ms(async () =>
        copyDatabase(
          await opened,
          {
            list: async () => [...files.keys()],
            read: async (name) => files.get(name) ?? null,
            write: async (name, bytes) => void files.set(name, bytes),
            remove: async (name) => void files.delete(name),
          },
          new Date(),
        ),
      );
      return { time, bytes: Math.max(0, ...[...files.values()].map(({ length }) => length)) };
    },
  },
});
