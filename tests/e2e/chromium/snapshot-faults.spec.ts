import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { newId } from '../../../utils/domain/new-id.ts';
import { snapshotLimits } from '../../../utils/domain/snapshot-limits.ts';
import { bandedHtml, bandedShop } from '../../support/banded-shop.ts';
import { changedBuild } from '../../support/changed-build.ts';
import {
  launchChromium,
  openExtensionPage,
  pressToolbarButton,
  whenRegistered,
} from '../../support/chromium.ts';
import { clickOverlay, eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import { sampleHtml, samplePages } from '../../support/sample-pages.ts';
import {
  looseContents,
  pictureIn,
  sendAgain,
  snapshotsIn,
  tabOf,
  watchAddress,
  workerSwitch,
} from '../../support/snapshots.ts';
import {
  expectBands,
  isSnapshot,
  layersOf,
  openWatchedShop,
  stateOf,
  takeInPopup,
  tall,
} from '../../support/taking.ts';

test('a worker that is stopped at any step: one snapshot, nothing half, and the page gets back what is its own', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(240_000);
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html');
  await sendWrite(inside, 'settings.save', { changes: { snapshotOnVisit: false } });
  const stop = await workerSwitch(inside);
  const delays = [0, 15, 40, 80, 150, 300, 800, 1_600, 2_600];
  for (const [i, delay] of delays.entries()) {
    const url = `https://lin-ceramics.example/collections/bowls-${i}`;
    await watchAddress(inside, url, `Lin ${i}`);
    deckhand.pages.put(url, bandedHtml({ products: 20 + i, height: 3_000 }));
    const page = await openAddress(deckhand, url);
    const before = await stateOf(page);
    await pressToolbarButton(deckhand, page);
    const popup = await openExtensionPage(deckhand, 'popup.html');
    const tabId = await tabOf(popup, url);
    await page.bringToFront();
    const operationId = newId();
    const take = () => sendAgain(popup, 'snapshot.take', { operationId, tabId });
    const answer = take();
    await page.waitForTimeout(delay);
    await stop();
    const first = (await answer) as { ok: boolean };
    // a worker that is being stopped may still say that it could not, seldom: what it said stands in the log; the same press again is the same look
    if (!first.ok) console.warn(`stopped after ${delay} ms, the first answer was ${JSON.stringify(first)}`);
    expect(first.ok ? first : await take(), `after ${delay} ms: ${JSON.stringify(first)}`).toMatchObject({
      ok: true,
    });
    const rows = await snapshotsIn(inside);
    expect(rows.map((row) => row.address).sort(), `after ${delay} ms`).toEqual(
      delays
        .slice(0, i + 1)
        .map((_delay, before) => `https://lin-ceramics.example/collections/bowls-${before}`),
    );
    const decided = await eventually(
      `decision about the picture after ${delay} ms`,
      async () => {
        // the popup asks while it is open, which wakes a worker
        await sendAgain(popup, 'snapshot.picture', { tabId });
        const { pictureJobs = [] } = await readStores(inside);
        const picture = (await snapshotsIn(inside)).at(-1)?.layers.picture;
        return pictureJobs.length === 0 ? picture : undefined;
      },
      20_000,
    );
    if (decided.state === 'missing')
      expect(['failed', 'not-asked'], `after ${delay} ms`).toContain(decided.reason);
    else await expectBands(inside, decided, { height: 3_000 });
    const { html: _html, ...still } = before;
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toMatchObject(still);
    expect(await page.locator('[style]:not(i):not(h1)').count(), `after ${delay} ms`).toBe(0);
    expect(await looseContents(inside), `after ${delay} ms`).toEqual([]);
    await popup.close();
    await page.close();
  }
});

test('a page of 3,000 products is taken; what is over a limit is cut and says so', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 3_000, height: 125_000 }));
  const { snapshotId } = await takeInPopup(deckhand, page);
  await sendWrite(inside, 'snapshot.cancel-picture', { snapshotId });
  const layer = layersOf(inside, snapshotId);
  const reading = await layer('reading');
  const read = reading.layer === 'reading' ? reading.reading.products?.length : 0;
  // as many as the site's reader takes
  expect(read).toBeGreaterThanOrEqual(1_000);
  const text = await layer('text');
  expect(text.layer === 'text' && text.text.blocks.length).toBe(snapshotLimits.blocks);
  expect(text.layer === 'text' && text.text.cut).toBe(true);
  // it follows where waiting for it would have delayed the answer
  const layout = await eventually('layout', async () => {
    const found = await layer('layout');
    return found.layer === 'layout' && found.layout;
  });
  expect(layout).toMatchObject({ cut: true });
  expect(layout.nodes).toHaveLength(snapshotLimits.nodes);
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'cancelled' });
  void worker;
});

test('a wall is no page: no picture of it, and nothing of its words', async ({ deckhand, worker }) => {
  const { url } = samplePages.loginWall;
  const { inside, page } = await openWatchedShop(deckhand, sampleHtml('loginWall'), { url });
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await tabOf(popup, url);
  await page.bringToFront();
  const answer = await sendWrite(popup, 'snapshot.take', { tabId });
  expect(answer).toMatchObject({ ok: true, value: { status: { state: 'unreadable', reason: 'wall' } } });
  const missing = { state: 'missing', reason: 'unreadable' };
  await expect
    .poll(async () => (await snapshotsIn(inside))[0]?.layers)
    .toEqual({ reading: missing, text: missing, layout: missing, picture: missing });
  void worker;
});

test('a full disk: nothing half, and with room again the same press is one snapshot', async () => {
  const build = changedBuild((manifest, worker) => {
    // the browser's override of the quota does not reach an extension with unlimited storage
    manifest.permissions = manifest.permissions?.filter((name) => name !== 'unlimitedStorage') ?? [];
    return worker;
  });
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
  const options = { extension: build.folder, profile };
  const earlier = await launchChromium(options);
  const dashboard = await openExtensionPage(earlier, 'dashboard.html');
  await sendWrite(dashboard, 'settings.save', { changes: { snapshotOnVisit: false } });
  await watchAddress(dashboard, bandedShop);
  await earlier.close();
  const deckhand = await launchChromium(options);
  try {
    // a picture of ours: of the same origin, and unlike a page of ours it does not have the notebook opened
    const inside = await openExtensionPage(deckhand, 'icon/16.png');
    const cdp = await deckhand.context.newCDPSession(inside);
    const origin = `chrome-extension://${deckhand.extensionId}`;
    // before the first write since the start: later the browser spends what it has set aside
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await whenRegistered(deckhand);
    deckhand.pages.put(bandedShop, bandedHtml(tall));
    const page = await openAddress(deckhand, bandedShop);
    await clickOverlay(page, isSnapshot);
    await eventually('word about the disk', async () =>
      (await wordsInClosedRoots(page)).includes('the disk is full'),
    );
    expect(await snapshotsIn(inside)).toEqual([]);
    expect(await looseContents(inside)).toEqual([]);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await clickOverlay(page, isSnapshot);
    await eventually('snapshot', async () => (await snapshotsIn(inside)).length > 0);
    expect(await snapshotsIn(inside)).toHaveLength(1);
    expect(await looseContents(inside)).toEqual([]);
  } finally {
    await deckhand.close();
    build.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
