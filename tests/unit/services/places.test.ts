import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { guessPlaceKind, placeLimit } from '../../../utils/domain/place-kind.ts';
import {
  addPlace,
  listPlaces,
  markPlaceLookedAt,
  movePlace,
  removePlace,
  renamePlace,
} from '../../../utils/services/places/edit-places.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const add = async (title: string, url = `https://www.instagram.com/${title}/tagged/`) =>
  addPlace(
    { operationId: newId(), place: { title, url, platform: 'instagram', kind: 'tagged' } },
    machine.call(),
  );
const places = async () => good(await listPlaces({}, machine.call())).places;
const titles = async () => (await places()).map(({ title }) => title);

test('a place is kept once, wherever on the page it was added', async () => {
  const first = good(await add('acme'));
  const again = good(await add('other', 'https://www.instagram.com/acme/tagged/#top'));
  expect(again).toEqual({ placeId: first.placeId, alreadyThere: true });
  expect(await titles()).toEqual(['acme']);
  for (let count = 1; count < placeLimit; count++) good(await add(`place${count}`));
  expect(codeOf(await add('one-more'))).toBe('invalid');
});

test('reordered, renamed, removed and taken back', async () => {
  const ids = [];
  for (const title of ['a1', 'b2', 'c3']) ids.push(good(await add(title)).placeId);
  const [first = '', second = '', third = ''] = ids;
  good(await movePlace({ operationId: newId(), placeId: third, before: first }, machine.call()));
  expect(await titles()).toEqual(['c3', 'a1', 'b2']);
  good(await movePlace({ operationId: newId(), placeId: third, before: null }, machine.call()));
  expect(await titles()).toEqual(['a1', 'b2', 'c3']);
  good(
    await renamePlace(
      { operationId: newId(), placeId: first, title: 'Ours', kind: 'hashtag' },
      machine.call(),
    ),
  );
  expect((await places())[0]).toMatchObject({ title: 'Ours', kind: 'hashtag' });
  const removal = newId();
  good(await removePlace({ operationId: removal, placeId: second }, machine.call()));
  expect(await titles()).toEqual(['Ours', 'c3']);
  good(await undoOperation({ operationId: newId(), undo: removal }, machine.call()));
  expect(await titles()).toEqual(['Ours', 'b2', 'c3']);
  expect(
    codeOf(await movePlace({ operationId: newId(), placeId: newId(), before: null }, machine.call())),
  ).toBe('not-found');
});

test('the last look is when it was opened', async () => {
  const { placeId } = good(await add('acme'));
  machine.later(90);
  good(await markPlaceLookedAt({ operationId: newId(), placeId }, machine.call()));
  expect((await places())[0]?.lookedAt).toBe('2026-03-10T10:30:00.000Z');
});

test.each([
  ['https://www.instagram.com/acme/tagged/', 'tagged'],
  ['https://www.instagram.com/explore/tags/acme/', 'hashtag'],
  ['https://x.com/hashtag/acme?src=hashtag_click', 'hashtag'],
  ['https://x.com/search?q=%23acme', 'hashtag'],
  ['https://x.com/search?q=acme%20bag', 'search'],
  ['https://x.com/notifications/mentions', 'notifications'],
  ['https://www.tiktok.com/tag/acme', 'hashtag'],
  ['https://s.weibo.com/weibo?q=%23好物%23', 'hashtag'],
  ['https://s.weibo.com/weibo?q=好物', 'search'],
  ['https://weibo.com/at/weibo', 'notifications'],
  ['https://www.xiaohongshu.com/search_result?keyword=acme', 'search'],
  ['https://www.xiaohongshu.com/page/topics/5be0?x=1', 'hashtag'],
  ['https://www.youtube.com/results?search_query=acme', 'search'],
  ['https://www.youtube.com/hashtag/acme', 'hashtag'],
  ['https://www.instagram.com/acme/', 'other'],
  ['https://example.com/?q=', 'other'],
  ['nothing', 'other'],
] as const)('%s is of the kind %s', (address, kind) => {
  expect(guessPlaceKind(address)).toBe(kind);
});
