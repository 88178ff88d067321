import { newId } from '../../utils/domain/new-id.ts';
import type { PageReading, ProductReading } from '../../utils/domain/page-reading.ts';
import type { PageLayout, PageText } from '../../utils/domain/snapshot.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { addToWatchlist } from '../../utils/services/add-to-watchlist.ts';
import type { Caller } from '../../utils/services/service.ts';
import { recordSnapshot } from '../../utils/services/snapshots/record-snapshot.ts';
import { databaseOf, good, type Machine, newMachine } from './memory-notebook.ts';

export const shopUrl = 'https://nordlys.example/collections/candles';
export const shopPage: Caller = { kind: 'page', tabId: 4, url: shopUrl };

export interface Ware {
  id: string;
  price?: string;
  was?: string;
}

function product({ id, price = '24.00', was }: Ware): ProductReading {
  const money = (amount: string) => ({
    value: { amount, currency: 'EUR' },
    source: 'json-ld' as const,
  });
  return {
    id: { value: id, source: 'json-ld' },
    title: { value: `Candle ${id}`, source: 'json-ld' },
    price: money(price),
    ...(was ? { listPrice: money(was) } : {}),
  };
}

/** A listing of an invented shop, as a reader returns it. */
export function listing(wares: readonly Ware[], url = shopUrl): PageReading {
  return {
    platform: 'shopify',
    kind: 'listing',
    key: 'shopify:listing:nordlys.example/collections/candles',
    url,
    products: wares.map(product),
    problems: [],
  };
}

export const wall: PageReading = {
  platform: 'shopify',
  kind: 'blocked',
  key: 'shopify:listing:nordlys.example/collections/candles',
  url: shopUrl,
  problems: [{ field: 'page', reason: 'blocked' }],
};

export const goods = (count: number): Ware[] =>
  Array.from({ length: count }, (_, n) => ({ id: `c${n + 1}` }));

export const words = (text: string): PageText => ({
  blocks: [{ key: 'main/h1 1', tag: 'h1', region: 'main', text }],
  cut: false,
});

export const boxes = (tags: readonly string[]): PageLayout => ({
  nodes: [{ parent: -1, tag: 'body' }, ...tags.map((tag) => ({ parent: 0, tag }))],
  styles: '',
  cut: false,
});

export type Given = Input<'snapshot.record'>;

/** What a page's part hands in. */
export function given(reading: PageReading, more: Partial<Given> = {}): Given {
  return {
    operationId: newId(),
    cause: 'popup',
    url: shopUrl,
    reading,
    text: words('Candles'),
    layout: { missing: 'not-asked' },
    ...more,
  };
}

/** A notebook with one competitor of one watched page. */
export async function watchedShop(url = shopUrl) {
  const machine = newMachine();
  const competitorId = await watch(machine, 'Nordlys', url);
  const [page] = await (await databaseOf(machine)).getAll('watchedPages');
  const look = async (input: Given) => {
    machine.later(60);
    return recordSnapshot(input, machine.call(shopPage));
  };
  return {
    machine,
    competitorId,
    watchedPageId: page?.id ?? '',
    look,
    /** a look that must be good */
    see: async (wares: readonly Ware[], more: Partial<Given> = {}) =>
      good(await look(given(listing(wares), more))),
  };
}
export type WatchedShop = Awaited<ReturnType<typeof watchedShop>>;

/** Puts a page on the watchlist. @returns the competitor's id */
export async function watch(
  machine: Machine,
  name: string,
  url: string,
  key = 'shopify:listing:nordlys.example/collections/candles',
): Promise<string> {
  const page = {
    url,
    key,
    title: name,
    platform: 'shopify' as const,
    kind: 'listing' as const,
  };
  const input = { operationId: newId(), name, tier: 'better' as const, page };
  return good(await addToWatchlist(input, machine.call())).competitorId;
}
