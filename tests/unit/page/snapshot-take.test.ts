// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { readersSlot } from '../../../utils/page/readers-slot.ts';
import { inSlices } from '../../../utils/page/snapshot/in-slices.ts';
import { takeSnapshot } from '../../../utils/page/snapshot/take-snapshot.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';

interface Sent {
  type: string;
  input: Record<string, unknown>;
}
const sent = (type: string) => (fakeBrowser.sent as Sent[]).filter((message) => message.type === type);
const answer = { snapshotId: newId(), watchedPageId: newId(), unchanged: false };
let answers: Record<string, (input: Record<string, unknown>) => unknown>;
let time: number;
/** A clock on which handing the thread back takes `turn` milliseconds. */
const clockOf = (turn: number) => ({
  now: () => time,
  pause: async () => {
    time += turn;
  },
});
const reading = (url: string): PageReading => ({
  platform: 'shopify',
  kind: 'listing',
  key: 'shopify:listing:candles',
  url,
  problems: [],
});
const order = () => ({ operationId: newId(), cause: 'popup' as const });

beforeEach(() => {
  fakeBrowser.reset();
  time = 0;
  history.replaceState({}, '', '/collections/candles');
  document.body.innerHTML = '<main><h1>Candles</h1><p>Amber, 12 €</p></main>';
  readersSlot.provide({ readPage: (_document, url) => reading(url) });
  answers = {
    'page.need': () => ({ ok: true, value: { hints: [] } }),
    'page.state': () => ({ ok: true, value: { state: {} } }),
    'snapshot.record': () => ({ ok: true, value: answer }),
    'snapshot.add-layout': () => ({ ok: true, value: answer }),
  };
  fakeBrowser.answer = (message) => answers[(message as Sent).type]?.((message as Sent).input);
});
afterEach(() => vi.restoreAllMocks());

test('what the page shows, in one message, and the page is as it was', async () => {
  const before = document.documentElement.outerHTML;
  const asked = order();
  expect(await takeSnapshot(document, asked, clockOf(1))).toEqual({ ok: true, value: answer });
  const input = sent('snapshot.record')[0]?.input;
  expect(input).toMatchObject({
    ...asked,
    url: location.href,
    reading: { key: 'shopify:listing:candles' },
    text: { cut: false },
    layout: { cut: false },
  });
  expect(JSON.stringify(input?.text)).toContain('Amber, 12 €');
  expect(sent('snapshot.add-layout')).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a page for which there is no time for the layout: the answer first, the layout afterwards', async () => {
  const result = await takeSnapshot(document, order(), clockOf(100));
  expect(result.ok).toBe(true);
  expect(sent('snapshot.record')[0]?.input.layout).toEqual({ missing: 'not-asked' });
  await vi.waitFor(() => expect(sent('snapshot.add-layout')).toHaveLength(1));
  expect(sent('snapshot.add-layout')[0]?.input).toMatchObject({
    snapshotId: answer.snapshotId,
    url: location.href,
    layout: { cut: false },
  });
});

test('without an answer it is sent again, under the same name', async () => {
  vi.useFakeTimers();
  let tries = 0;
  answers['snapshot.record'] = () => (++tries < 3 ? undefined : { ok: true, value: answer });
  const asked = order();
  const taken = takeSnapshot(document, asked, clockOf(1));
  await vi.runAllTimersAsync();
  expect((await taken).ok).toBe(true);
  vi.useRealTimers();
  expect(sent('snapshot.record').map(({ input }) => input.operationId)).toEqual(
    Array(3).fill(asked.operationId),
  );
});

test('a reader that fails takes no other layer with it', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  readersSlot.provide({
    readPage() {
      throw new Error('a page nobody has seen');
    },
  });
  await takeSnapshot(document, order(), clockOf(1));
  expect(sent('snapshot.record')[0]?.input).toMatchObject({
    reading: { missing: 'failed' },
    text: { cut: false },
    layout: { cut: false },
  });
  expect(logged).toHaveBeenCalledTimes(1);
});

test('a page that moves on while it is read is not recorded under the other address', async () => {
  readersSlot.provide({
    readPage(_document, url) {
      history.pushState({}, '', '/products/amber');
      return reading(url);
    },
  });
  expect(await takeSnapshot(document, order(), clockOf(1))).toMatchObject({ ok: false, code: 'not-found' });
  expect(sent('snapshot.record')).toEqual([]);
});

test('a refused reader or record is the answer', async () => {
  answers['snapshot.record'] = () => ({ ok: false, code: 'not-watched', message: '' });
  expect(await takeSnapshot(document, order(), clockOf(1))).toMatchObject({ code: 'not-watched' });
  answers['page.need'] = () => ({ ok: false, code: 'no-access', message: '' });
  expect(await takeSnapshot(document, order(), clockOf(1))).toMatchObject({ code: 'no-access' });
});

test('work is done in slices of a few milliseconds', async () => {
  let now = 0;
  const slices: number[] = [];
  let since = 0;
  const clock = {
    now: () => now,
    pause: async () => {
      slices.push(now - since);
      now += 5;
      since = now;
    },
  };
  function* work(): Generator<void, string, void> {
    for (let step = 0; step < 200; step++) {
      now += 1;
      yield;
    }
    return 'done';
  }
  expect(await inSlices(work(), clock)).toBe('done');
  expect(slices.length).toBeGreaterThan(15);
  expect(Math.max(...slices)).toBeLessThanOrEqual(12);
});

test('a large page gives the same text and layout in slices as at once', async () => {
  document.body.innerHTML = `<main>${'<div class="card"><p>Amber</p><a href="/a">more</a></div>'.repeat(2_000)}</main>`;
  let pauses = 0;
  // on which any look at it finds a slice over
  const clock = { now: () => (time += 20), pause: async () => void pauses++ };
  const { textBlocks, textBlocksInSteps } = await import('../../../utils/snapshots/text-blocks.ts');
  const { pageLayout, pageLayoutInSteps } = await import('../../../utils/snapshots/page-layout.ts');
  expect(await inSlices(textBlocksInSteps(document), clock)).toEqual(textBlocks(document));
  expect(pauses).toBeGreaterThan(50);
  expect(await inSlices(pageLayoutInSteps(document, location.href), clock)).toEqual(
    pageLayout(document, location.href),
  );
});
