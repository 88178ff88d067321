import type { CDPSession, Page } from '@playwright/test';
import type { Item } from '../../utils/domain/item.ts';
import { itemKeys } from '../../utils/domain/item-keys.ts';
import { countersOf } from '../../utils/storage/counters.ts';
import { type Browsing, launchChromium, openExtensionPage, whenRegistered } from '../support/chromium.ts';
import { inventedRows } from '../support/invented-rows.ts';
import { send, sendWrite } from '../support/messages.ts';
import { databaseName } from '../support/notebook.ts';
import { samplePages } from '../support/sample-pages.ts';
import { median, medians, round } from './measure.ts';
import { openOnce } from './watch-lists.ts';

const size = { items: 100_000, cases: 500 };
const begin = Date.parse('2026-03-01T00:00:00.000Z');
const platform = 'instagram';
const said = 'The vase came on Tuesday and one side of it is broken, what can I do? '.repeat(5).slice(0, 300);

const keysAt = (index: number) =>
  itemKeys({
    platform,
    kind: 'comment',
    id: String(index),
    author: String(index % 20_000),
    text: `${index} ${said}`,
  });

/** Puts records and their counters into the notebook, past the background. Runs in the extension's origin. */
async function put({ name, rows, counted }: { name: string; rows: Item[]; counted: [string, number][] }) {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const transaction = database.transaction(['items', 'counters'], 'readwrite');
  for (const row of rows) transaction.objectStore('items').put(row);
  const counters = transaction.objectStore('counters');
  for (const [id, by] of counted) {
    const request = counters.get(id);
    request.onsuccess = () => counters.put({ id, value: (request.result?.value ?? 0) + by });
  }
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
  database.close();
}

/** Comments of 300 characters, each with one tag of the default set. */
async function fillItems(inside: Page): Promise<void> {
  const known = (await send(inside, 'tag.choices', {})) as { value: { tags: { tag: { id: string } }[] } };
  const tagIds = known.value.tags.map(({ tag }) => tag.id);
  const { row } = inventedRows();
  const step = 5_000;
  for (let from = 0; from < size.items; from += step) {
    const counted = new Map<string, number>();
    const rows = Array.from({ length: step }, (_, at): Item => {
      const index = from + at;
      const time = begin + index * 60_000;
      const tagId = tagIds[index % tagIds.length] ?? '';
      const handle = `invented.${index % 20_000}`;
      const stableId = String(index % 20_000);
      const taggedAt = new Date(time).toISOString();
      const item: Item = {
        ...row(time),
        kind: 'comment',
        platform,
        keys: keysAt(index),
        url: `https://www.instagram.com/p/Cx${index >> 6}/c/${index}/`,
        pageKey: `${platform}:post:Cx${index >> 6}`,
        author: { platform, handle, stableId },
        text: `${index} ${said}`,
        authorKeys: [`${platform}:#${stableId}`, `${platform}:${handle}`],
        tagIds: [tagId],
        taggedWith: [`${tagId} ${taggedAt}`],
        spamKeys: [],
        taggedAt,
      };
      for (const name of countersOf('items', item)) counted.set(name, (counted.get(name) ?? 0) + 1);
      return item;
    });
    await inside.evaluate(put, { name: databaseName, rows, counted: [...counted] });
  }
}

async function openCases(inside: Page): Promise<void> {
  for (let index = 0; index < size.cases; index++) {
    const waitsSince = new Date(Date.now() - index * 600_000).toISOString();
    const author = { platform, handle: `invented.${index}` };
    const made = (await sendWrite(inside, 'case.open', {
      title: `Broken vase ${index}`,
      source: 'none',
      urgent: index % 10 === 0,
      waitsSince,
      quote: said,
      platform,
      author,
      url: `https://www.instagram.com/p/Cx1/c/${index}/`,
    })) as { ok: boolean };
    if (!made.ok) throw new Error(`no case: ${JSON.stringify(made)}`);
  }
}

/** The world of our own script in a page. */
async function ourWorld(browsing: Browsing, page: Page): Promise<{ cdp: CDPSession; contextId: number }> {
  const cdp = await browsing.context.newCDPSession(page);
  const found: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) found.push(context.id);
  });
  await cdp.send('Runtime.enable');
  const [contextId] = found;
  if (contextId === undefined) throw new Error('no script of ours is in the page');
  return { cdp, contextId };
}

/** Milliseconds from the question of a page's script to the background's answer. */
async function askedFromPage(browsing: Browsing, runs: number) {
  const page = await browsing.context.newPage();
  await page.goto(samplePages.instagram.url);
  await page.waitForTimeout(1_500);
  const { cdp, contextId } = await ourWorld(browsing, page);
  const ask = async (type: string, items: string[][]) => {
    const message = JSON.stringify({ type, input: { platform, items } });
    const expression = `(async () => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage(${message});
      return { time: performance.now() - start, found: answer.value?.dots.filter((dots) => dots.length > 0).length ?? 0 };
    })()`;
    const { result } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value as { time: number; found: number };
  };
  const figures: Record<string, unknown> = {};
  for (const count of [50, 100, 200]) {
    const times: Record<'marked' | 'bare', number[]> = { marked: [], bare: [] };
    let found = 0;
    for (let run = 0; run <= runs * 3; run++) {
      // one in ten is tagged
      const batch = Array.from({ length: count }, (_, at) =>
        keysAt(at % 10 ? size.items + run * 1_000 + at : (run * 7_919 + at * 37) % size.items),
      );
      // the same words to the background, which refuses them: it knows no such message
      const bare = await ask('page.nothing', batch);
      const marked = await ask('page.dots', batch);
      found = marked.found;
      if (run === 0) continue;
      times.bare.push(bare.time);
      times.marked.push(marked.time);
    }
    figures[`${count} items`] = {
      found,
      questionToAnswerMs: round(median(times.marked)),
      bareRoundTripMs: round(median(times.bare)),
      leastMs: round(Math.min(...times.marked)),
    };
  }
  await page.close();
  return figures;
}

/** Time from the start of a page of the dashboard to the first of some elements. */
async function opened(browsing: Browsing, path: string, selector: string, runs: number) {
  const times: { firstMs: number; taskMs: number }[] = [];
  for (let run = 0; run <= runs; run++) {
    const { page, ...time } = await openOnce(browsing, path, selector);
    // the first start compiles and warms the disk
    if (run > 0) times.push(time);
    await page.close();
  }
  return medians(times);
}

/**
 * The real extension with 100,000 tagged items and 500 open cases: dots for a page's items from the question to the answer, beside a message of
 * the same size that is refused; and the queue from the start of its page to the first row, beside a page that reads nothing.
 */
export async function taggedQueueTimes(runs: number) {
  const browsing = await launchChromium({ viewport: { width: 1400, height: 900 } });
  try {
    await whenRegistered(browsing);
    const inside = await openExtensionPage(browsing, 'dashboard.html#/about');
    await sendWrite(inside, 'settings.save', { changes: { firstRunDone: true } });
    await fillItems(inside);
    await openCases(inside);
    const asked: number[] = [];
    for (let run = 0; run <= runs * 3; run++) {
      const time = await inside.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
        };
        const start = performance.now();
        const input = { filter: {}, after: null, limit: 50 };
        const answer = (await chrome.runtime.sendMessage({ type: 'case.queue', input })) as {
          value?: { rows: unknown[] };
        };
        if (answer.value?.rows.length !== 50) throw new Error(`no rows: ${JSON.stringify(answer)}`);
        return performance.now() - start;
      });
      if (run > 0) asked.push(time);
    }
    await inside.close();
    const dots = await askedFromPage(browsing, runs);
    return {
      ...size,
      dots,
      'queue, question to answer': { ms: round(median(asked)) },
      'queue, first row': await opened(browsing, 'dashboard.html#/queue', '[data-case]', runs),
      'a page that reads nothing': await opened(browsing, 'dashboard.html#/about', 'main h1', runs),
    };
  } finally {
    await browsing.close();
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await taggedQueueTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 7)), null, 2));
