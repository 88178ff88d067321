import type { Item } from '../../domain/item.ts';
import { ok } from '../../domain/result.ts';
import type { ItemRow } from '../../messaging/protocol/tags.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { taggedRange } from './choose-tags.ts';

/** Reading tagged items backwards, by when they were tagged at all or with one tag. */
function itemsBy(reader: Reader, tagId: string | undefined) {
  const key = (at: string) => (tagId === undefined ? at : `${tagId} ${at}`);
  const newest = (query: IDBKeyRange | null, limit: number) =>
    reader.newest('items', tagId === undefined ? 'taggedAt' : 'taggedWith', query, limit);
  return {
    /** those of one moment, the last first */
    at: (at: string) => newest(IDBKeyRange.only(key(at)), 1),
    /** those before a moment, the last first; at least `limit` where there are so many */
    before(at: string | null, limit: number) {
      if (at === null) return newest(tagId === undefined ? null : taggedRange(tagId), limit);
      const from = tagId === undefined ? '' : `${tagId} `;
      return newest(IDBKeyRange.bound(from, key(at), false, true), limit);
    },
  };
}

function rowOf(item: Item, tagId: string | undefined): ItemRow {
  const entry = tagId === undefined ? undefined : item.taggedWith.find((one) => one.startsWith(`${tagId} `));
  return { item, at: entry?.slice(entry.indexOf(' ') + 1) ?? item.taggedAt };
}

/** Tagged items, the last tagged first. Those of one moment are told apart by their ids, so that no page loses or doubles one. */
export const listItems: Service<'item.list'> = ({ tagId, before, limit }, call) =>
  readOnce(call, ['items'], async (reader) => {
    const items = itemsBy(reader, tagId);
    const sameMoment = before ? await items.at(before.at) : [];
    const here = sameMoment.filter(({ id }) => before === null || id < before.id);
    const lacking = limit + 1 - here.length;
    const older = lacking > 0 ? await items.before(before?.at ?? null, lacking) : [];
    const found = [...here, ...older];
    return ok({
      rows: found.slice(0, limit).map((item) => rowOf(item, tagId)),
      more: found.length > limit,
    });
  });
