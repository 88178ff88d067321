import type { PageReading } from '../../utils/domain/page-reading.ts';
import type { Fetched } from '../../utils/services/refresh/fetch-text.ts';
import type { RefreshTools } from '../../utils/services/refresh/read-shop.ts';
import { refreshPage, waitingJobs } from '../../utils/services/refresh/refresh-jobs.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { databaseOf, good, type Machine } from './memory-notebook.ts';
import { parsePage } from './parse-page.ts';

/** Products of an invented Shopify shop, as its public list has them. */
export interface ShopWare {
  id: number;
  title?: string;
  price?: string;
  was?: string | null;
  available?: boolean;
}

/** So many of them, with the ids from 1. */
export const waresOf = (count: number): ShopWare[] =>
  Array.from({ length: count }, (_, n) => ({ id: n + 1 }));

/** `/products.json` of an invented shop. */
export function shopifyJson(wares: readonly ShopWare[]): string {
  return JSON.stringify({
    products: wares.map(({ id, title = `Candle ${id}`, price = '24.00', was = null, available = true }) => ({
      id,
      title,
      handle: `candle-${id}`,
      vendor: 'Nordlys',
      tags: [],
      images: [{ src: `https://nordlys.example/cdn/candle-${id}.jpg` }],
      variants: [{ id: id * 10, title: 'Default', price, compare_at_price: was, available }],
    })),
  });
}

/** A shop's server: what stands at its addresses, and what was asked for. */
export class ShopServer {
  readonly answers = new Map<string, Fetched>();
  readonly asked: string[] = [];

  put(address: string, text: string): this {
    this.answers.set(address, { state: 'text', text });
    return this;
  }

  /** a Shopify shop with a collection of candles */
  static candles(wares: readonly ShopWare[], origin = 'https://nordlys.example'): ShopServer {
    return new ShopServer()
      .put(`${origin}/meta.json`, '{"currency":"EUR"}')
      .put(`${origin}/cart.js`, '{"currency":"EUR"}')
      .put(`${origin}/collections/candles/products.json?limit=250&page=1`, shopifyJson(wares));
  }
}

/** What a refresh needs of the world, without one. */
export function toolsOf(
  machine: Pick<Machine, 'clock'>,
  server: ShopServer,
  more: Partial<RefreshTools> = {},
) {
  const tools: RefreshTools = {
    fetchText: async (address) => {
      server.asked.push(address);
      return server.answers.get(address) ?? { state: 'status', status: 404 };
    },
    readHtml: async (html, url): Promise<PageReading> => readPage(parsePage(html), url),
    mayReach: async () => true,
    pause: async () => {},
    now: () => machine.clock.now,
    chance: () => 0.5,
    ...more,
  };
  return tools;
}

/** Switches the refresh of every watched page on, as the service does once the browser allows it. */
export async function switchOn(machine: Machine, hours = 1): Promise<void> {
  const database = await databaseOf(machine);
  for (const page of await database.getAll('watchedPages'))
    await database.put('watchedPages', { ...page, refresh: { hours } });
}

/** Refreshes what is due now. @returns how many pages were */
export async function refreshDue(machine: Machine, tools: RefreshTools): Promise<number> {
  const waiting = good(await waitingJobs(machine.call()));
  const due = waiting.filter(({ job }) => job.dueAt <= machine.clock.now.toISOString());
  for (const one of due) await refreshPage(one, () => machine.call(), tools);
  return due.length;
}

export const jobsIn = async (machine: Machine) => (await databaseOf(machine)).getAll('refreshJobs');

/** The HTML of a list of candles, as it comes over the wire. @param first price of the first one */
export const listingHtml = (count: number, first = '24.00') =>
  `<html lang="en"><head><title>Candles</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: Array.from({ length: count }, (_, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      item: {
        '@type': 'Product',
        name: `Candle ${n + 1}`,
        url: `https://nordlys.example/products/candle-${n + 1}`,
        offers: { '@type': 'Offer', price: n === 0 ? first : '24.00', priceCurrency: 'EUR' },
      },
    })),
  })}</script></head><body><h1>Candles</h1></body></html>`;
