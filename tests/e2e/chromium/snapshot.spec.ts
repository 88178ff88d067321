import { expect, type Worker } from '@playwright/test';
import { bandedHtml, bandedShop } from '../../support/banded-shop.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { clickOverlay, overlayButton } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { pressUnderneath } from '../../support/living-pages.ts';
import { looseContents, pictureIn, snapshotsIn } from '../../support/snapshots.ts';
import {
  expectBands,
  inUse,
  isSnapshot,
  layersOf,
  openWatchedShop,
  stateOf,
  takeInPopup,
  tall,
  withAllAddresses,
} from '../../support/taking.ts';

/** Keys and menus from a test do not reach the browser: the event is fired where it would arrive. */
async function fire(worker: Worker, event: 'onCommand' | 'onClicked', url: string): Promise<void> {
  await worker.evaluate(
    async ([name, wanted]) => {
      interface Fired {
        dispatch(...args: unknown[]): void;
      }
      const { chrome } = globalThis as unknown as {
        chrome: {
          commands: { onCommand: Fired };
          contextMenus: { onClicked: Fired };
          tabs: { query(filter: object): Promise<{ url?: string }[]> };
        };
      };
      const tab = (await chrome.tabs.query({})).find((each) => each.url === wanted);
      if (name === 'onCommand') chrome.commands.onCommand.dispatch('snapshot', tab);
      else chrome.contextMenus.onClicked.dispatch({ menuItemId: 'snapshot' }, tab);
    },
    [event, url] as const,
  );
}

test('the popup’s button: four layers, the whole page in tiles, and the page as it was', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await overlayButton(page);
  await inUse(page);
  const before = await stateOf(page);
  const { snapshotId } = await takeInPopup(deckhand, page);

  // the answer comes when reading and text are durable
  const [answered] = await snapshotsIn(inside);
  expect(answered).toMatchObject({
    id: snapshotId,
    cause: 'popup',
    address: bandedShop,
    status: { state: 'ok' },
    layers: { reading: { state: 'kept' }, text: { state: 'kept' } },
  });
  const picture = await pictureIn(inside);
  expect(picture).toMatchObject({ state: 'kept', cut: false, visibleOnly: false });
  await expectBands(inside, picture, { height: tall.height });
  await expect.poll(async () => (await snapshotsIn(inside))[0]?.layers.layout.state).toBe('kept');
  expect(await stateOf(page)).toEqual(before);
  expect(await looseContents(inside)).toEqual([]);
  void worker;
});

test('what the layers hold is the page', async ({ deckhand, worker }) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 60, height: 700 }));
  const { snapshotId } = await takeInPopup(deckhand, page);
  const layer = layersOf(inside, snapshotId);
  // it follows where waiting for it would have delayed the answer
  await expect.poll(async () => (await layer('layout')).layer).toBe('layout');
  const [reading, text, layout] = [await layer('reading'), await layer('text'), await layer('layout')];
  if (reading.layer !== 'reading' || text.layer !== 'text' || layout.layer !== 'layout')
    throw new Error('a layer is missing');
  expect(reading.reading.kind).toBe('listing');
  expect(reading.reading.products).toHaveLength(60);
  expect(reading.reading.products?.[59]).toMatchObject({
    title: { value: 'Bowl 60' },
    price: { value: { amount: '70.00', currency: 'EUR' } },
  });
  const words = text.text.blocks.map((block) => block.text).join('\n');
  expect(words).toContain('Bowl 60');
  expect(words).toContain('Bowls');
  expect(layout.layout.nodes.length).toBeGreaterThan(100);
  // nothing of ours
  expect(JSON.stringify(layout.layout)).not.toMatch(/deckhand|Snapshot of this page/i);
  void worker;
});

for (const [name, event, cause] of [
  ['the key', 'onCommand', 'key'],
  ['the context menu', 'onClicked', 'menu'],
] as const) {
  test(`${name} takes a snapshot with its picture`, async ({ deckhand, worker }) => {
    const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 12, height: 1_900 }));
    await pressToolbarButton(deckhand, page);
    await page.bringToFront();
    await fire(worker, event, bandedShop);
    const picture = await pictureIn(inside);
    expect(picture).toMatchObject({ state: 'kept', visibleOnly: false });
    await expectBands(inside, picture, { height: 1_900 });
    expect((await snapshotsIn(inside)).map((row) => row.cause)).toEqual([cause]);
    expect(await looseContents(inside)).toEqual([]);
  });
}

test('the button in the page keeps everything but the picture and says why; the page does not move', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources } = entry as unknown as { sources: { node: Node | null }[] };
        // what stands in a closed root of ours has no name here
        for (const { node } of sources) if (node) shifts.push(node.nodeName);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await clickOverlay(page, isSnapshot);
  const picture = await pictureIn(inside);
  expect(picture).toEqual({ state: 'missing', reason: 'no-permission' });
  await expect
    .poll(() => snapshotsIn(inside))
    .toMatchObject([
      {
        cause: 'button',
        layers: { reading: { state: 'kept' }, text: { state: 'kept' }, layout: { state: 'kept' } },
      },
    ]);
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
  void worker;
});

test('a visit of a watched page is a snapshot of its own accord, once within the hour', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall), { onVisit: true });
  const picture = await pictureIn(inside);
  expect(picture).toEqual({ state: 'missing', reason: 'no-permission' });
  await expect
    .poll(() => snapshotsIn(inside))
    .toMatchObject([
      {
        cause: 'visit',
        layers: { reading: { state: 'kept' }, text: { state: 'kept' }, layout: { state: 'kept' } },
      },
    ]);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.reload();
  await page.waitForTimeout(3_000);
  expect(await snapshotsIn(inside)).toHaveLength(1);
  expect((await snapshotsIn(inside))[0]?.timesSeenAgain).toBeUndefined();
  void worker;
});

test('with all addresses granted the button in the page takes the whole picture', () =>
  withAllAddresses(async (deckhand) => {
    const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
    await clickOverlay(page, isSnapshot);
    const picture = await pictureIn(inside);
    expect(picture).toMatchObject({ state: 'kept', visibleOnly: false, cut: false });
    await expectBands(inside, picture, { height: tall.height });
  }));

test('with all addresses granted a visit takes what is on the screen, and moves nothing', () =>
  withAllAddresses(async (deckhand) => {
    // by the page itself: the visit does not wait for the test
    const body = '<script>scrollTo({ top: 600, behavior: "instant" })</script>';
    const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ ...tall, body }), {
      onVisit: true,
    });
    const before = await stateOf(page);
    expect(before.scroll).toEqual([0, 600]);
    const picture = await pictureIn(inside);
    expect(picture).toMatchObject({ state: 'kept', visibleOnly: true, cut: true });
    expect((await snapshotsIn(inside)).map((row) => row.cause)).toEqual(['visit']);
    await expectBands(inside, picture, { height: 800, from: 600 });
    const { html: _before, ...still } = before;
    expect(await stateOf(page)).toMatchObject(still);
  }));

test('the popup: progress, a way to cancel, and the reason where there is no picture', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 30, height: 12_000 }));
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await pressUnderneath(popup.getByRole('button', { name: 'Take a snapshot' }), page);
  await expect(popup.getByText('First snapshot saved.')).toHaveCount(2);
  await expect(popup.getByText(/Picture of the page: [1-9]\d?%/)).toBeVisible();
  // another popup over the same page finds the picture that is under way
  const second = await openExtensionPage(deckhand, 'popup.html');
  await page.bringToFront();
  const cancel = second.getByRole('button', { name: 'Cancel picture' });
  await pressUnderneath(cancel, page);
  for (const each of [popup, second]) {
    await expect(each.getByText('Kept without a picture: it was cancelled')).toHaveCount(1);
    await expect(each.getByText(/Picture of the page:/)).toHaveCount(0);
  }
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'cancelled' });

  // once more, to the end
  await pressUnderneath(popup.getByRole('button', { name: 'Take a snapshot' }), page);
  await expect(popup.getByText('Nothing is different since the last snapshot').first()).toBeVisible();
  await expect(popup.getByText(/Picture of the page:/)).toBeVisible();
  await expect(popup.getByText(/Picture of the page:/)).toHaveCount(0, { timeout: 20_000 });
  await expect(popup.getByText('Kept without a picture')).toHaveCount(0);
  expect(await snapshotsIn(inside)).toMatchObject([{ layers: { picture: { state: 'kept' } } }]);
  void worker;
});
