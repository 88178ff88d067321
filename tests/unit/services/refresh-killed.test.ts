import { describe, expect, test, vi } from 'vitest';
import type { RefreshTools } from '../../../utils/services/refresh/read-shop.ts';
import { refreshPage, waitingJobs } from '../../../utils/services/refresh/refresh-jobs.ts';
import { dump, type Machine } from '../../support/memory-notebook.ts';
import {
  listingHtml,
  refreshDue,
  ShopServer,
  shopifyJson,
  switchOn,
  toolsOf,
  waresOf,
} from '../../support/refreshed-shop.ts';
import { shopUrl, watchedShop } from '../../support/watched-shop.ts';

const secondPart = `${shopUrl}/products.json?limit=250&page=2`;

let machine: Machine;
let server: ShopServer;
const refresh = () => refreshDue(machine, toolsOf(machine, server));

// each step of each is a notebook of its own
vi.setConfig({ testTimeout: 60_000 });

describe('a background that is stopped', () => {
  /** Counts every touch of the database and the network, and dies at one of them. */
  function dyingAt(step: number, on: Machine) {
    let steps = 0;
    const touch = () => {
      steps += 1;
      if (steps === step) throw new Error('killed');
    };
    const call = () => {
      const alive = on.call();
      return {
        ...alive,
        database: async () => {
          touch();
          const opened = await alive.database();
          return opened;
        },
      };
    };
    const tools = toolsOf(on, server);
    const dying: RefreshTools = {
      ...tools,
      fetchText: async (address, now) => {
        touch();
        const answer = await tools.fetchText(address, now);
        touch();
        return answer;
      },
    };
    return { call, dying, steps: () => steps };
  }

  /** A long list in two parts, or the page itself; of one product the price is another one the second time. */
  const shops = {
    list: (price: string) =>
      ShopServer.candles(waresOf(250)).put(secondPart, shopifyJson([{ id: 999, price }])),
    page: (price: string) => new ShopServer().put(shopUrl, listingHtml(5, price)),
  };

  /** One price is other; the refresh dies at a step, another background comes up `minutes` later and refreshes what is due. */
  async function killedAt(step: number, kind: keyof typeof shops, minutes: number) {
    ({ machine } = await watchedShop());
    server = shops[kind]('24.00');
    await switchOn(machine);
    await refresh();
    machine.later(120);
    const { asked } = server;
    server = shops[kind]('18.00');
    server.asked.push(...asked);
    const { call, dying, steps } = dyingAt(step, machine);
    let killed = false;
    try {
      const waiting = await waitingJobs(call());
      if (!waiting.ok) throw new Error(waiting.code);
      for (const due of waiting.value) await refreshPage(due, call, dying);
    } catch (error) {
      killed = String(error).includes('killed');
      if (!killed) throw error;
    }
    // the same disks, another background
    machine = { ...machine, ...machine.start() };
    machine.later(minutes);
    await refresh();
    const contents = await dump(machine, ['changes', 'snapshots', 'pageFigures', 'refreshJobs']);
    return { killed, steps: steps(), contents };
  }

  test.each([
    ['list', 2],
    ['page', 2],
    ['page', 40],
  ] as const)(
    'at any step loses nothing and doubles nothing: a %s, %i minutes later',
    async (kind, minutes) => {
      const whole = await killedAt(0, kind, minutes);
      expect(whole.steps).toBeGreaterThan(7);
      for (let step = 1; step <= whole.steps; step++) {
        const { killed, contents } = await killedAt(step, kind, minutes);
        expect(killed, `step ${step}`).toBe(true);
        expect(contents.changes, `step ${step}`).toMatchObject([{ kind: 'price-down' }]);
        expect(contents.snapshots, `step ${step}`).toHaveLength(2);
        // a look that was recorded twice would say that the page was seen again
        for (const look of contents.snapshots ?? [])
          expect(look, `step ${step}`).not.toHaveProperty('timesSeenAgain');
        expect(contents.pageFigures, `step ${step}`).toHaveLength(2);
        expect(contents.refreshJobs, `step ${step}`).toMatchObject([{ failures: 0, stopped: false }]);
        expect(contents.refreshJobs?.[0]).not.toHaveProperty('run');
      }
    },
  );
});
