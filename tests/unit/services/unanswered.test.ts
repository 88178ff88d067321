import { beforeEach, expect, test } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { itemKeys } from '../../../utils/domain/item-keys.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { frameContexts, unansweredKey } from '../../../utils/services/frame-context.ts';
import { tagOneItem } from '../../../utils/services/items/handlers.ts';
import { saveTag } from '../../../utils/services/items/save-tag.ts';
import {
  dismissUnanswered,
  listUnanswered,
  seeUnanswered,
} from '../../../utils/services/queue/see-unanswered.ts';
import { makeUnansweredStore } from '../../../utils/services/queue/unanswered-store.ts';
import { codeOf, good, type Machine, memoryArea, newMachine } from '../../support/memory-notebook.ts';

const url = 'https://www.instagram.com/p/C9x/';

function said(handle: string, text: string, over: Partial<SeenItem> & { id?: string } = {}): SeenItem {
  const { id, ...rest } = over;
  return {
    kind: 'comment',
    platform: 'instagram',
    keys: itemKeys({ platform: 'instagram', kind: 'comment', id, author: handle, text }),
    url,
    author: { platform: 'instagram', handle },
    text,
    ...rest,
  };
}

let machine: Machine;
let area: ReturnType<typeof memoryArea>;
let see: (open: SeenItem[], answered?: string[][]) => ReturnType<ReturnType<typeof seeUnanswered>>;
let list: () => Promise<SeenItem[]>;
let dismiss: ReturnType<typeof dismissUnanswered>;

beforeEach(() => {
  machine = newMachine();
  area = memoryArea();
  const store = makeUnansweredStore(area);
  see = (open, answered = []) =>
    seeUnanswered(store)({ open, answered }, machine.call({ kind: 'page', tabId: 1, url }));
  list = async () => good(await listUnanswered(store)({}, machine.call())).rows.map(({ item }) => item);
  dismiss = dismissUnanswered(store);
});

test('what was seen without an answer is listed, the last written first, and goes with its answer', async () => {
  const first = said('lin', 'where?', { publishedAt: '2026-03-08T09:00:00.000Z' });
  const second = said('mo', 'how much?', { publishedAt: '2026-03-09T09:00:00.000Z' });
  good(await see([first, second]));
  expect((await list()).map(({ text }) => text)).toEqual(['how much?', 'where?']);
  good(await see([], [second.keys]));
  expect((await list()).map(({ text }) => text)).toEqual(['where?']);
});

test('the same comment seen twice stands once; two "😍" of one person stay two where the site gives ids', async () => {
  good(await see([said('lin', 'where?')]));
  good(await see([said('lin', 'where?', { id: '17' })]));
  good(await see([said('mo', '😍', { id: '1' }), said('mo', '😍', { id: '2' })]));
  expect(await list()).toHaveLength(3);
});

test('a long text is cut, and says so', async () => {
  good(await see([said('lin', `${'a'.repeat(299)}😍 and more`)]));
  const [item] = await list();
  expect(item).toMatchObject({ text: 'a'.repeat(299), cut: true });
});

test('a comment that is tagged is in its own list, before and after it was seen', async () => {
  const row = said('lin', 'parcel?', { id: '5' });
  good(await see([row]));
  const { id } = good(
    await saveTag(
      { operationId: newId(), details: { name: 'Parcel', colour: 'blue', effect: 'case' } },
      machine.call(),
    ),
  );
  good(await tagOneItem({ operationId: newId(), item: row, add: [id], remove: [] }, machine.call()));
  expect(await list()).toEqual([]);
  good(await see([row]));
  expect(await list()).toEqual([]);
});

test('one that was tagged before its page said when it was written stays in its own list; the same words written later are another', async () => {
  const said = (publishedAt?: string): SeenItem => ({
    ...row,
    keys: itemKeys({
      platform: 'instagram',
      kind: 'comment',
      author: 'lin',
      text: 'parcel?',
      time: publishedAt,
    }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  });
  const row: SeenItem = {
    kind: 'comment',
    platform: 'instagram',
    keys: [],
    url,
    author: { platform: 'instagram', handle: 'lin' },
    text: 'parcel?',
  };
  const { id } = good(
    await saveTag(
      { operationId: newId(), details: { name: 'Parcel', colour: 'blue', effect: 'plain' } },
      machine.call(),
    ),
  );
  good(await tagOneItem({ operationId: newId(), item: said(), add: [id], remove: [] }, machine.call()));
  const minutes = (from: number) => new Date(machine.call().now.getTime() + from * 60_000).toISOString();
  good(await see([said(minutes(-3))]));
  expect(await list()).toEqual([]);
  machine.later(60);
  good(await see([said(minutes(-10))]));
  expect(await list()).toHaveLength(1);
});

test('what was left out stays out when it is seen again, and can be brought back', async () => {
  const row = said('lin', 'where?');
  good(await see([row]));
  good(await dismiss({ keys: row.keys }, machine.call()));
  good(await see([row]));
  expect(await list()).toEqual([]);
  good(await dismiss({ keys: row.keys, back: true }, machine.call()));
  expect(await list()).toHaveLength(1);
});

test('it keeps the last 300, for seven days', async () => {
  for (let look = 0; look < 7; look++)
    good(await see(Array.from({ length: 50 }, (_, at) => said(`p${look}-${at}`, 'where?'))));
  const stored = area.values.get(unansweredKey) as { rows: unknown[] };
  expect(stored.rows).toHaveLength(300);
  machine.later(7 * 24 * 60);
  expect(await list()).toEqual([]);
});

test('a page speaks only of comments of its own platform', async () => {
  expect(codeOf(await see([said('lin', 'x', { platform: 'weibo' })]))).toBe('invalid');
  expect(codeOf(await see([said('lin', 'x', { author: { platform: 'weibo', handle: 'lin' } })]))).toBe(
    'invalid',
  );
  expect(codeOf(await see([said('lin', 'x', { kind: 'post' })]))).toBe('invalid');
  expect(await list()).toEqual([]);
});

test('of somebody who shall not be stored nothing is kept, and with an erased person all of it goes', async () => {
  const account = { platform: 'instagram', handle: 'lin', url: 'https://www.instagram.com/lin/' } as const;
  const { creatorId } = good(
    await addCreator({ operationId: newId(), displayName: 'Lin', account }, machine.call()),
  );
  good(await see([said('lin', 'where?'), said('mo', 'when?')]));
  const contexts = frameContexts(area, () => null);
  good(
    await erasePerson(machine.notebook, contexts)(
      { operationId: newId(), creatorId, suppress: true },
      machine.call(),
    ),
  );
  expect(area.values.has(unansweredKey)).toBe(false);
  good(await see([said('lin', 'where?'), said('mo', 'when?')]));
  expect((await list()).map(({ author }) => author?.handle)).toEqual(['mo']);
});
