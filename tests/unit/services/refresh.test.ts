import { beforeEach, describe, expect, test } from 'vitest';
import type { RefreshTrouble } from '../../../utils/domain/refresh.ts';
import type { Fetched } from '../../../utils/services/refresh/fetch-text.ts';
import type { RefreshTools } from '../../../utils/services/refresh/read-shop.ts';
import { snapshotsHere } from '../../../utils/services/snapshots/take-on-visit.ts';
import { recordFromPage } from '../../../utils/services/snapshots/take-snapshot.ts';
import { watchSeries } from '../../../utils/services/snapshots/watch-series.ts';
import { databaseOf, type Machine } from '../../support/memory-notebook.ts';
import {
  jobsIn,
  listingHtml,
  refreshDue,
  ShopServer,
  type ShopWare,
  shopifyJson,
  switchOn,
  toolsOf,
  waresOf,
} from '../../support/refreshed-shop.ts';
import {
  given,
  goods,
  listing,
  shopPage,
  shopUrl,
  type WatchedShop,
  watch,
  watchedShop,
} from '../../support/watched-shop.ts';

const listAddress = `${shopUrl}/products.json?limit=250&page=1`;

let shop: WatchedShop;
let machine: Machine;
let server: ShopServer;
const later = (hours: number) => machine.later(hours * 60);
const refresh = (more: Partial<RefreshTools> = {}) => refreshDue(machine, toolsOf(machine, server, more));
const all = async <S extends 'changes' | 'snapshots' | 'pageFigures'>(store: S) =>
  (await databaseOf(machine)).getAll(store);
const job = async () => {
  const [only] = await jobsIn(machine);
  if (!only) throw new Error('no job');
  return only;
};

beforeEach(async () => {
  shop = await watchedShop();
  machine = shop.machine;
  server = ShopServer.candles(waresOf(12));
  await switchOn(machine);
});

describe('a refresh', () => {
  test('is a look with the cause of its own that says why it has no picture and no texts', async () => {
    expect(await refresh()).toBe(1);
    const [look] = await all('snapshots');
    expect(look).toMatchObject({ cause: 'refresh', via: 'shopify', status: { state: 'ok' } });
    expect(look?.layers).toMatchObject({
      reading: { state: 'kept' },
      text: { state: 'missing', reason: 'fetched' },
      layout: { state: 'missing', reason: 'fetched' },
      picture: { state: 'missing', reason: 'fetched' },
    });
    expect(await all('changes')).toEqual([]);
    expect(await job()).toMatchObject({ source: 'shopify', failures: 0, stopped: false });
    expect((await job()).run).toBeUndefined();
  });

  test('finds the one price that is another one, and is due again no sooner than the hours say', async () => {
    await refresh();
    expect(await refresh()).toBe(0);
    later(1);
    // chance adds to the interval
    expect(await refresh()).toBe(0);
    later(0.2);
    server.put(listAddress, shopifyJson([{ id: 1, price: '18.00' }, ...waresOf(12).slice(1)]));
    expect(await refresh()).toBe(1);
    expect(await all('changes')).toMatchObject([
      { kind: 'price-down', key: '1', from: '24.00 EUR', to: '18.00 EUR' },
    ]);
  });

  test('of an unchanged page leaves a time', async () => {
    await refresh();
    later(2);
    await refresh();
    expect(await all('snapshots')).toMatchObject([{ timesSeenAgain: 1 }]);
  });

  test('is not compared with what somebody saw on the page, nor that with it', async () => {
    await shop.see(goods(30));
    await refresh();
    await shop.see(goods(30));
    later(2);
    await refresh();
    expect(await all('changes')).toEqual([]);
    const looks = await all('snapshots');
    expect(looks.map(({ via, timesSeenAgain }) => [via, timesSeenAgain])).toEqual([
      [undefined, 1],
      ['shopify', 1],
    ]);
  });

  test('of a list from another source begins anew: nothing is gone because the shop closed its data', async () => {
    await refresh();
    later(2);
    server.answers.set(listAddress, { state: 'status', status: 404 });
    server.put(shopUrl, listingHtml(3));
    await refresh();
    expect(await all('changes')).toEqual([]);
    expect((await all('snapshots')).map(({ via }) => via)).toEqual(['shopify', 'page']);
    expect((await job()).source).toBe('page');
  });

  test('asks a Shopify shop for its list part by part', async () => {
    server.put(listAddress, shopifyJson(waresOf(250)));
    server.put(listAddress.replace('page=1', 'page=2'), shopifyJson([{ id: 999 }]));
    await refresh();
    const [figures] = await all('pageFigures');
    expect(figures).toMatchObject({ products: 251, via: 'shopify' });
    expect(server.asked).toHaveLength(4);
  });

  test('of a shop with more products than are asked for, what leaves the end of the list is not gone, nor new when it is back', async () => {
    const parts = (wares: readonly ShopWare[]) => {
      for (let part = 0; part < 4; part += 1)
        server.put(
          listAddress.replace('page=1', `page=${part + 1}`),
          shopifyJson(wares.slice(part * 250, part * 250 + 250)),
        );
    };
    const wares = waresOf(1_010);
    const changes = async () => (await all('changes')).map(({ kind, key }) => `${kind} ${key}`).sort();
    parts(wares);
    await refresh();
    expect(await all('pageFigures')).toMatchObject([{ products: 1_000 }]);
    later(2);
    parts([{ id: 5_001 }, { id: 5_002 }, ...wares]);
    await refresh();
    expect(await changes()).toEqual(['product-new 5001', 'product-new 5002']);
    later(2);
    parts([{ id: 5_002 }, ...wares.filter(({ id }) => id !== 400)]);
    await refresh();
    const next = ['product-gone 400', 'product-gone 5001', 'product-new 5001', 'product-new 5002'];
    expect(await changes()).toEqual(next);
    later(2);
    parts([{ id: 5_002 }, { id: 6_001 }, { id: 6_002 }, ...wares.filter(({ id }) => id !== 400)]);
    await refresh();
    expect(await changes()).toEqual([...next, 'product-new 6001', 'product-new 6002']);
  });

  test('takes the page itself where the list’s currency is not sure', async () => {
    server.put('https://nordlys.example/cart.js', '{"currency":"USD"}');
    server.put(shopUrl, listingHtml(3));
    await refresh();
    expect(await all('snapshots')).toMatchObject([{ via: 'page' }]);
    expect(server.asked).not.toContain(listAddress);
  });
});

describe('beside visits', () => {
  test('the chart follows one way of looking, and what was seen before it began', async () => {
    await shop.see(goods(30));
    await refresh();
    later(2);
    server.put(listAddress, shopifyJson([{ id: 1, price: '18.00' }, ...waresOf(12).slice(1)]));
    await refresh();
    await shop.see(goods(31));
    const { watchedPageId } = shop;
    const series = await watchSeries({ watchedPageId }, machine.call());
    // otherwise 30, 12, 12, 31: nothing of which ever happened in the shop
    expect(series).toMatchObject({
      ok: true,
      value: { looks: [{ products: 30 }, { products: 12 }, { products: 12 }] },
    });
  });

  test('a visit is looked at although a refresh just was', async () => {
    const database = await databaseOf(machine);
    await database.put('settings', {
      id: 'settings',
      createdAt: machine.clock.now.toISOString(),
      updatedAt: machine.clock.now.toISOString(),
      snapshotOnVisit: true,
    });
    await refresh();
    const here = () => snapshotsHere({}, machine.call({ kind: 'page', tabId: 4, url: shopUrl }));
    expect(await here()).toMatchObject({ ok: true, value: { due: true } });
    await shop.see(goods(3));
    expect(await here()).toMatchObject({ ok: true, value: { due: false } });
  });

  test('a page cannot pass its own word off as a refresh', async () => {
    const said = given(listing(goods(3)), { cause: 'refresh' });
    expect(await recordFromPage(said, machine.call(shopPage))).toMatchObject({ ok: false, code: 'invalid' });
  });
});

const captcha =
  '<html><head><title>Just a moment...</title></head><body><div id="cf-chl-widget"></div><form id="challenge-form" action="/cdn-cgi/challenge"></form></body></html>';

describe('a refresh stops', () => {
  const stops: [string, Fetched, RefreshTrouble][] = [
    ['403', { state: 'status', status: 403 }, 'refused'],
    ['429', { state: 'status', status: 429 }, 'too-many'],
  ];
  test.each(stops)(
    'at %s, says so, and asks nothing more until the person says so',
    async (_name, answer, reason) => {
      await refresh();
      later(2);
      server.answers.set(listAddress, answer);
      await refresh();
      expect(await job()).toMatchObject({
        stopped: true,
        trouble: { reason, at: machine.clock.now.toISOString() },
      });
      const asked = server.asked.length;
      later(100);
      expect(await refresh()).toBe(0);
      expect(server.asked).toHaveLength(asked);
      expect(await all('changes')).toEqual([]);
    },
  );

  test('at a captcha; the page is unreadable and nothing is gone', async () => {
    const database = await databaseOf(machine);
    for (const page of await database.getAll('watchedPages'))
      await database.put('watchedPages', { ...page, platform: 'web' });
    server.put(shopUrl, listingHtml(12));
    await refresh();
    later(2);
    server.put(shopUrl, captcha);
    await refresh();
    expect(await job()).toMatchObject({ stopped: true, trouble: { reason: 'wall' } });
    expect((await all('changes')).map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  test('at a redirect, which is not followed', async () => {
    server.answers.clear();
    server.answers.set(shopUrl, { state: 'moved' });
    await refresh();
    expect(await job()).toMatchObject({ stopped: true, trouble: { reason: 'moved' } });
    expect(await all('snapshots')).toMatchObject([{ status: { state: 'unreadable', reason: 'wall' } }]);
  });

  test('where the browser does not let it reach the site, without a request', async () => {
    await refresh({ mayReach: async () => false });
    expect(await job()).toMatchObject({ stopped: true, trouble: { reason: 'no-permission' } });
    expect(server.asked).toEqual([]);
  });

  test('at a page that scripts fill: an empty shell is no empty shop', async () => {
    server.answers.clear();
    server.put(shopUrl, '<html><head><title>Candles</title></head><body><div id="root"></div></body></html>');
    await refresh();
    expect(await job()).toMatchObject({ stopped: true, trouble: { reason: 'nothing-read' } });
    expect(await all('snapshots')).toEqual([]);
  });
});

describe('a refresh backs off', () => {
  test('twice as long after each fault of the network, a day at most, and goes on by itself', async () => {
    const address = 'https://nordlys.example/meta.json';
    server.answers.set(address, { state: 'unreachable' });
    const waits: number[] = [];
    for (let n = 0; n < 7; n++) {
      await refresh();
      const { dueAt, stopped } = await job();
      expect(stopped).toBe(false);
      const wait = Date.parse(dueAt) - machine.clock.now.getTime();
      waits.push(Math.round(wait / 360_000) / 10);
      machine.later(wait / 60_000);
    }
    expect(waits).toEqual([2.2, 4.4, 8.8, 17.6, 26.4, 26.4, 26.4]);
    server.put(address, '{"currency":"EUR"}');
    await refresh();
    expect(await job()).toMatchObject({ failures: 0, source: 'shopify' });
    expect((await job()).trouble).toBeUndefined();
  });

  test('as long as a server in trouble asks for', async () => {
    const notBefore = new Date(machine.clock.now.getTime() + 50 * 3_600_000);
    server.answers.set('https://nordlys.example/meta.json', { state: 'status', status: 503, notBefore });
    await refresh();
    expect((await job()).dueAt).toBe(notBefore.toISOString());
  });
});

test('no request goes to a social platform, whatever the notebook says', async () => {
  await watch(machine, 'Mira', 'https://www.instagram.com/mira/', 'instagram:profile:mira');
  await switchOn(machine);
  await refresh();
  expect(server.asked.filter((address) => !address.startsWith('https://nordlys.example/'))).toEqual([]);
});
