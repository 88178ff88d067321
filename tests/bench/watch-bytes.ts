import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium, openExtensionPage } from '../support/chromium.ts';
import type { Shop } from '../support/generated-shops.ts';
import { readStores } from '../support/notebook.ts';
import { round } from './measure.ts';
import { asked, startWatching, takeLook, type Watching, watchStore } from './watch-look.ts';
import { findPeers, type Kept, keepBy } from './watch-peers.ts';
import { changeStore, makeStore, serveStore, storeAddress, storePage } from './watch-store.ts';

const days = Number(process.env.DECKHAND_BENCH_DAYS ?? 30);
const allPages = 5;
/** Each page is another store, so that nothing of one is in another: the sum of five is five times one unless all five are asked for. */
const pages = Number(process.env.DECKHAND_BENCH_PAGES ?? 1);

interface Day {
  shop: Shop;
  /** of the visit: what is different on every visit (clock, counters, adverts, order of neighbours) comes from it */
  seed: number;
  what: 'first' | 'same' | 'noise' | 'changed';
}

/** The first days are one of each kind; then every other day is changed, and on every day the page is another visit's. */
function daysOf(store: number): Day[] {
  let shop = makeStore(store);
  const list: Day[] = [
    { shop, seed: store * 1_000, what: 'first' },
    { shop, seed: store * 1_000, what: 'same' },
    { shop, seed: store * 1_000 + 1, what: 'noise' },
  ];
  for (let day = list.length; day < days; day++) {
    const changed = day % 2 === 1 || day === days - 2;
    if (changed) shop = changeStore(shop, store * 100 + day);
    list.push({ shop, seed: store * 1_000 + day, what: changed ? 'changed' : 'noise' });
  }
  return list;
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

interface Held {
  /** contents as the product's own gauge has them */
  contents: Record<string, number>;
  /** all other records of the notebook as JSON */
  rows: number;
}

async function held(orders: Page, { worker }: Watching): Promise<Held> {
  const { bytes } = await asked<{ bytes: Record<string, number> }>(orders, 'watch.storage', {});
  const { blobContents: _contents, ...stores } = await readStores(worker);
  return { contents: bytes, rows: Buffer.byteLength(JSON.stringify(stores)) };
}

/** Why looks have no picture, by reason: a day without one costs nothing and says nothing. */
async function pictureless({ worker }: Watching): Promise<Record<string, number>> {
  const { snapshots = [] } = await readStores(worker);
  const reasons: Record<string, number> = {};
  for (const { layers } of snapshots as { layers: { picture: { state: string; reason?: string } } }[])
    if (layers.picture.state === 'missing')
      reasons[layers.picture.reason ?? ''] = (reasons[layers.picture.reason ?? ''] ?? 0) + 1;
  return reasons;
}

const total = ({ contents, rows }: Held) => Object.values(contents).reduce((sum, each) => sum + each, rows);

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** What a kind of day cost: the middle one and the most expensive one. */
function costs(values: number[]) {
  return { median: round(middle(values)), most: Math.max(...values), days: values.length };
}

async function byProduct(photos?: readonly Buffer[]) {
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-bench-'));
  const spent: Record<Day['what'], number[]> = { first: [], same: [], noise: [], changed: [] };
  const lookMs: number[] = [];
  const named = { noise: 0, changed: 0 };
  let closed = false;
  const watching = await startWatching(profile, photos);
  try {
    const dashboard = await openExtensionPage(watching.browsing, 'dashboard.html#/about');
    const empty = await held(dashboard, watching);
    let last = empty;
    for (let page = 1; page <= pages; page++) {
      const url = storeAddress(page);
      await watchStore(watching, url, `Store ${page}`);
      last = await held(dashboard, watching);
      for (const { shop, seed, what } of daysOf(page)) {
        const { ms, changes } = await takeLook(watching, url, storePage(shop, { seed }));
        const now = await held(dashboard, watching);
        spent[what].push(total(now) - total(last));
        if (what === 'noise' || what === 'changed')
          named[what] += changes.low + changes.medium + changes.high;
        last = now;
        lookMs.push(ms);
        process.stderr.write(`  ${what}: ${spent[what].at(-1)} bytes, ${round(ms, 0)} ms\n`);
      }
    }
    const contents = last.contents;
    const without = await pictureless(watching);
    const all = total(last) - total(empty);
    await watching.browsing.close();
    closed = true;
    const files = bytesUnder(join(profile, 'Default', 'IndexedDB'));
    return {
      photos: watching.photos,
      figures: {
        'first day': costs(spent.first),
        'unchanged day': costs(spent.same),
        'unchanged day, with clocks, counters, adverts and neighbours that changed places': costs(
          spent.noise,
        ),
        'changed day': costs(spent.changed),
        [`${pages} page${pages > 1 ? 's' : ''} × ${days} days`]: all,
        [`${allPages} pages × ${days} days`]:
          pages === allPages ? all : { computed: (all / pages) * allPages },
        layers: contents,
        'files of the browser’s database': files,
        'changes named': named,
        'looks without a picture': without,
        'a look with its picture, ms': round(middle(lookMs), 0),
      },
    };
  } finally {
    if (!closed) await watching.browsing.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function byPeers(photos: readonly Buffer[]) {
  const { peers, absent } = await findPeers();
  const browsing = await launchChromium({ extension: null });
  const figures: Record<string, unknown> = { ...absent };
  try {
    await serveStore(browsing.context, photos);
    const all = daysOf(1);
    const wanted = (['first', 'noise', 'changed'] as const).flatMap(
      (what) => all.find((day) => day.what === what) ?? [],
    );
    for (const peer of peers) {
      const kept: Kept[] = [];
      for (const { shop, seed } of wanted) {
        const page = await browsing.context.newPage();
        browsing.pages.put(storeAddress(1), storePage(shop, { seed }));
        kept.push(await keepBy(peer, page, storeAddress(1)));
        await page.close();
      }
      const mean = kept.reduce((sum, { bytes }) => sum + bytes, 0) / kept.length;
      const packed = kept.reduce((sum, { gzip }) => sum + gzip, 0) / kept.length;
      figures[peer.name] = {
        'any day': round(mean, 0),
        'any day, gzip': round(packed, 0),
        [`${allPages} pages × ${days} days`]: {
          computed: round(mean * allPages * days, 0),
          gzip: round(packed * allPages * days, 0),
        },
        ms: round(middle(kept.map(({ ms }) => ms)), 0),
      };
    }
  } finally {
    await browsing.close();
  }
  return figures;
}

/**
 * Bytes of a store's page of 60 products, day by day, by the real extension with pictures and by other ways to keep the same pages in the
 * same run. `most` is the most expensive day. Peers keep every day anew, so that all their days cost about the same.
 */
export async function watchBytes() {
  const { photos, figures } = await byProduct();
  return { deckhand: figures, peers: await byPeers(photos) };
}

if (import.meta.main) console.log(JSON.stringify(await watchBytes(), null, 2));
