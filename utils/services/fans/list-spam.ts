import type { Item } from '../../domain/item.ts';
import { fail, ok } from '../../domain/result.ts';
import type { SpamRow } from '../../messaging/protocol/fans.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { pageBack } from './page-back.ts';

/** Spam of one author that is shown at once: a hundred links to block are one block. */
const mostOfAuthor = 1_000;

async function rowOf(reader: Reader, item: Item): Promise<SpamRow> {
  const [key] = item.spamKeys;
  return key === undefined ? { item } : { item, ofAuthor: await reader.countIn('items', 'spamKeys', key) };
}

/** What is tagged as spam, the last one first. */
export const listSpam: Service<'spam.list'> = ({ which, before, limit }, call) =>
  readOnce(call, ['items'], async (reader) => {
    if ('authorKey' in which) {
      const all = await reader.list('items', 'spamKeys', which.authorKey, mostOfAuthor);
      all.sort((a, b) => b.taggedAt.localeCompare(a.taggedAt) || (a.id < b.id ? 1 : -1));
      const after = (item: Item) =>
        before === null || item.taggedAt < before.at || (item.taggedAt === before.at && item.id < before.id);
      const left = all.filter(after);
      const rows = await Promise.all(left.slice(0, limit).map((item) => rowOf(reader, item)));
      return ok({ rows, more: left.length > limit });
    }
    const index = which.done ? 'spamDone' : 'spamOpen';
    const { rows, more } = await pageBack(
      reader,
      {
        store: 'items',
        index,
        range: (upTo: IDBValidKey = []) => IDBKeyRange.upperBound(upTo),
        keyOf: (item) => item[index] ?? '',
      },
      before && { key: before.at, id: before.id },
      limit,
    );
    return ok({ rows: await Promise.all(rows.map((item) => rowOf(reader, item))), more });
  });

/** Notes that spam was hidden or blocked by hand, or waits for it again. */
export const noteSpamDone: Service<'spam.done'> = ({ operationId, itemId, done }, call) =>
  writeOnce(
    call,
    { type: 'spam.done', operationId, stores: ['items'], collections: ['items'] },
    async (unit) => {
      const item = await unit.get('items', itemId);
      if (!item || (!item.spamOpen && !item.spamDone)) return fail('not-found', 'no spam of that id');
      const { spamOpen: _open, spamDone: _done, ...rest } = item;
      await unit.put('items', {
        ...rest,
        ...(done ? { spamDone: unit.now } : { spamOpen: unit.now }),
        updatedAt: unit.now,
      });
      return ok({});
    },
  );
