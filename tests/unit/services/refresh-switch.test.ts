import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { nextRefresh, noRefreshFor, refreshOrigin } from '../../../utils/domain/refresh.ts';
import { runRefreshes } from '../../../utils/services/refresh/run-refreshes.ts';
import { goOnRefreshing, listRefreshes, setRefresh } from '../../../utils/services/refresh/set-refresh.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { codeOf, databaseOf, good, type Machine } from '../../support/memory-notebook.ts';
import { jobsIn, ShopServer, shopifyJson, toolsOf } from '../../support/refreshed-shop.ts';
import { shopUrl, watch, watchedShop } from '../../support/watched-shop.ts';

let machine: Machine;
let watchedPageId: string;
let allowed: boolean;
const alarms = new Map<string, object>();

beforeEach(async () => {
  fakeBrowser.reset();
  ({ machine, watchedPageId } = await watchedShop());
  allowed = true;
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => allowed);
  alarms.clear();
  vi.spyOn(browser.alarms, 'create').mockImplementation(async (name, info) => {
    alarms.set(name, info);
  });
  vi.spyOn(browser.alarms, 'clear').mockImplementation(async (name = '') => alarms.delete(name));
});
afterEach(() => void vi.restoreAllMocks());

const set = (hours: number | null, id = watchedPageId, operationId = newId()) =>
  setRefresh({ operationId, watchedPageId: id, hours }, machine.call());
const goOn = () => goOnRefreshing({ operationId: newId(), watchedPageId }, machine.call());
const rows = async () => good(await listRefreshes({}, machine.call())).rows;
const alarm = async () => alarms.get('refresh');
const run = (server: ShopServer) => runRefreshes(() => machine.call(), toolsOf(machine, server));

describe('the switch of a page', () => {
  test('is off, and no alarm waits', async () => {
    expect(await rows()).toEqual([]);
    expect(await alarm()).toBeUndefined();
  });

  test('switched on it is due at once; switched off no alarm is left', async () => {
    good(await set(6));
    expect(await rows()).toMatchObject([
      { watchedPageId, hours: 6, nextAt: machine.clock.now.toISOString() },
    ]);
    expect(await alarm()).toBeDefined();
    good(await set(null));
    expect(await rows()).toEqual([]);
    expect(await alarm()).toBeUndefined();
  });

  test('is not switched on without the permission of the site', async () => {
    allowed = false;
    expect(codeOf(await set(6))).toBe('no-access');
    expect(await rows()).toEqual([]);
  });

  test('is not switched on for a social platform, whatever the page was taken for', async () => {
    await watch(machine, 'Mira', 'https://www.instagram.com/mira/', 'instagram:profile:mira');
    const pages = await (await databaseOf(machine)).getAll('watchedPages');
    const other = pages.find(({ url }) => url.includes('instagram'));
    expect(codeOf(await set(6, other?.id))).toBe('invalid');
  });

  test('is taken back by undo', async () => {
    const operationId = newId();
    good(await set(6, watchedPageId, operationId));
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(await rows()).toEqual([]);
  });

  test('on and off again and again asks the shop once an hour at most', async () => {
    const server = ShopServer.candles([{ id: 1 }]);
    good(await set(1));
    await run(server);
    const asked = server.asked.length;
    expect(asked).toBeGreaterThan(0);
    machine.later(10);
    good(await set(null));
    good(await set(1));
    await run(server);
    expect(server.asked).toHaveLength(asked);
    machine.later(51);
    await run(server);
    expect(server.asked.length).toBeGreaterThan(asked);
  });

  test('another interval does not wake one that has stopped; “go on” does, but not before the shop’s own word', async () => {
    const server = ShopServer.candles([{ id: 1 }]);
    const notBefore = new Date(machine.clock.now.getTime() + 2 * 3_600_000);
    server.answers.set('https://nordlys.example/meta.json', { state: 'status', status: 429, notBefore });
    good(await set(1));
    await run(server);
    expect(await alarm()).toBeUndefined();
    good(await set(3));
    expect((await rows())[0]).not.toHaveProperty('nextAt');
    good(await goOn());
    expect(await rows()).toMatchObject([{ nextAt: notBefore.toISOString() }]);
    expect(await alarm()).toBeDefined();
  });

  test('of a page that was taken off the watchlist nothing is asked, and its job goes', async () => {
    const server = ShopServer.candles([{ id: 1 }]);
    good(await set(1));
    await (await databaseOf(machine)).delete('watchedPages', watchedPageId);
    await run(server);
    expect(server.asked).toEqual([]);
    expect(await alarm()).toBeUndefined();
    expect(await jobsIn(machine)).toEqual([]);
  });
});

test('pages are asked for one after the other, and one that breaks does not hold up the others', async () => {
  await watch(machine, 'Second', `${shopUrl}-2`, 'shopify:listing:nordlys.example/collections/candles-2');
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = ShopServer.candles([{ id: 1 }]);
  server.put(`${shopUrl}-2/products.json?limit=250&page=1`, shopifyJson([{ id: 2 }]));
  for (const { id } of await (await databaseOf(machine)).getAll('watchedPages')) good(await set(1, id));
  const open: number[] = [];
  let now = 0;
  const tools = toolsOf(machine, server);
  let broken = 0;
  await runRefreshes(() => machine.call(), {
    ...tools,
    fetchText: async (address, at) => {
      now += 1;
      open.push(now);
      await new Promise((done) => setTimeout(done, 1));
      now -= 1;
      if (address.includes('candles/') && broken++ === 0) throw new Error('a bug');
      return tools.fetchText(address, at);
    },
  });
  expect(Math.max(...open)).toBe(1);
  const jobs = await jobsIn(machine);
  expect(jobs.filter(({ doneAt }) => doneAt)).toHaveLength(1);
  expect(logged).toHaveBeenCalledOnce();
  // the other one is gone on with
  expect(jobs.filter(({ run: left }) => left)).toHaveLength(1);
  expect(await alarm()).toBeDefined();
});

test.each([
  ['https://nordlys.example/', 'shopify', 'shop', null],
  ['https://nordlys.example/', 'web', 'listing', null],
  ['https://item.taobao.com/item.htm?id=1', 'taobao', 'product', null],
  ['https://weibo.com/lin', 'weibo', 'profile', 'social'],
  ['https://www.youtube.com/@lin', 'youtube', 'profile', 'social'],
  ['https://kilnnotes.example/ten-glazes/', 'web', 'article', 'no-shop'],
  ['http://nordlys.example/', 'shopify', 'shop', 'insecure'],
] as const)('%s of %s (%s): %s', (url, platform, kind, reason) => {
  expect(noRefreshFor({ url, platform, kind })).toBe(reason);
});

test('a page is due within a fifth of its interval after it, never sooner', () => {
  const now = new Date('2026-03-10T09:00:00.000Z');
  expect(nextRefresh(now, 1, 0, 0).toISOString()).toBe('2026-03-10T10:00:00.000Z');
  expect(nextRefresh(now, 1, 0, 1).toISOString()).toBe('2026-03-10T10:12:00.000Z');
  // faults never shorten a long interval
  expect(nextRefresh(now, 72, 3, 0).toISOString()).toBe('2026-03-13T09:00:00.000Z');
  expect(refreshOrigin('https://nordlys.example:8443/a')).toBe('https://nordlys.example/*');
});
