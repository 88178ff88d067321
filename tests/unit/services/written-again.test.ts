import { beforeEach, expect, test } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { itemKeys } from '../../../utils/domain/item-keys.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { tagOneItem } from '../../../utils/services/items/handlers.ts';
import { saveTag } from '../../../utils/services/items/save-tag.ts';
import { listUnanswered, seeUnanswered } from '../../../utils/services/queue/see-unanswered.ts';
import { makeUnansweredStore } from '../../../utils/services/queue/unanswered-store.ts';
import { move, onlyCase } from '../../support/cases.ts';
import { good, type Machine, memoryArea, newMachine } from '../../support/memory-notebook.ts';

/*
 * The operator answered or closed a case, and scrolls past what its customer wrote since. The clock of the notebook begins at 09:00 UTC on
 * 10 March 2026.
 */

const url = 'https://www.instagram.com/p/C9x/';

function comment(handle: string, text: string, over: Partial<SeenItem> = {}): SeenItem {
  return {
    kind: 'comment',
    platform: 'instagram',
    keys: itemKeys({ platform: 'instagram', kind: 'comment', author: handle, text }),
    url,
    pageKey: 'instagram:post:C9x',
    author: { platform: 'instagram', handle },
    text,
    ...over,
  };
}

let machine: Machine;
let see: (...open: SeenItem[]) => Promise<void>;
let listed: () => Promise<(string | undefined)[]>;

beforeEach(async () => {
  machine = newMachine();
  const store = makeUnansweredStore(memoryArea());
  see = async (...open) => {
    const call = machine.call({ kind: 'page', tabId: 1, url });
    good(await seeUnanswered(store)({ open, answered: [] }, call));
  };
  listed = async () =>
    good(await listUnanswered(store)({}, machine.call())).rows.map(({ item }) => item.text);
  const details = { name: 'Complaint', colour: 'red', effect: 'case' } as const;
  const { id } = good(await saveTag({ operationId: newId(), details }, machine.call()));
  const item = comment('lin', 'it broke', { publishedAt: '2026-03-10T08:00:00.000Z' });
  good(await tagOneItem({ operationId: newId(), item, add: [id], remove: [] }, machine.call()));
  machine.later(30);
});

const at = (time: string) => ({ publishedAt: `2026-03-10T${time}:00.000Z` });

test('a comment after the reply brings the case back, and waits from when it was written', async () => {
  await move(machine, await onlyCase(machine), { to: 'replied' });
  machine.later(60);
  await see(comment('lin', 'the new one broke as well', at('10:10')));
  expect(await onlyCase(machine)).toMatchObject({
    state: 'to-answer',
    reopened: 1,
    waitsSince: '2026-03-10T10:10:00.000Z',
    quote: 'the new one broke as well',
    rounds: [{ waitsSince: '2026-03-10T08:00:00.000Z', repliedAt: '2026-03-10T09:30:00.000Z' }],
  });
  // it stands in the queue once, however often the page is visited
  await see(comment('lin', 'the new one broke as well', at('10:10')));
  expect(await listed()).toEqual([]);
  expect((await onlyCase(machine)).reopened).toBe(1);
});

test('answered again, another tag on the first comment brings nothing back: its words are no new ones', async () => {
  await move(machine, await onlyCase(machine), { to: 'replied' });
  machine.later(60);
  await see(comment('lin', 'the new one broke as well', at('10:10')));
  await move(machine, await onlyCase(machine), { to: 'replied' });
  const details = { name: 'Parcel', colour: 'blue', effect: 'case' } as const;
  const { id } = good(await saveTag({ operationId: newId(), details }, machine.call()));
  const item = comment('lin', 'it broke', { publishedAt: '2026-03-10T08:00:00.000Z' });
  good(await tagOneItem({ operationId: newId(), item, add: [id], remove: [] }, machine.call()));
  expect(await onlyCase(machine)).toMatchObject({
    state: 'replied',
    reopened: 1,
    quote: 'the new one broke as well',
  });
});

test('answered again, the same comment brings nothing back a second time', async () => {
  await move(machine, await onlyCase(machine), { to: 'replied' });
  machine.later(60);
  const again = comment('lin', 'still broken', at('10:10'));
  await see(again);
  await move(machine, await onlyCase(machine), { to: 'closed' });
  machine.later(60);
  await see(again);
  expect(await onlyCase(machine)).toMatchObject({ state: 'closed', reopened: 1 });
});

test.each([
  ['was written before the reply', comment('lin', 'hello?', at('09:10'))],
  [
    'was written in the second of the reply, by a page that knows no parts of one',
    comment('lin', 'and?', { publishedAt: '2026-03-10T09:30:00Z' }),
  ],
  ['has no exact time', comment('lin', 'hello again')],
  ['is from the future', comment('lin', 'hello there', at('23:00'))],
  ['is somebody else’s', comment('mo', 'mine broke too', at('10:10'))],
  ['stands on another page', comment('lin', 'nice', { ...at('10:10'), pageKey: 'instagram:post:D1' })],
])('nothing comes back where the comment %s: it is listed as seen', async (_why, seen) => {
  await move(machine, await onlyCase(machine), { to: 'replied' });
  machine.later(60);
  await see(seen);
  expect(await onlyCase(machine)).toMatchObject({ state: 'replied', reopened: 0 });
  expect(await listed()).toEqual([seen.text]);
});

test('after thirty days it is another matter', async () => {
  await move(machine, await onlyCase(machine), { to: 'replied' });
  machine.later(31 * 24 * 60);
  await see(comment('lin', 'me again', { publishedAt: '2026-04-10T08:00:00.000Z' }));
  expect(await onlyCase(machine)).toMatchObject({ state: 'replied', reopened: 0 });
});

test('a case that waits takes no second comment in: both are seen', async () => {
  await see(comment('lin', 'anybody there?', at('09:20')));
  expect(await onlyCase(machine)).toMatchObject({ quote: 'it broke', reopened: 0 });
  expect(await listed()).toEqual(['anybody there?']);
});
