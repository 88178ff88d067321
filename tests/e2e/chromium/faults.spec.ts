import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { changedBuild } from '../../support/changed-build.ts';
import { type Browsing, launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { buttonsInClosedRoots, clickOverlay, eventually, overlayButton } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { changedSample, samplePages } from '../../support/sample-pages.ts';

/** A page of the extension that stays open while its worker comes and goes, and a line to the protocol through it. */
async function backDoor(
  deckhand: Browsing,
  path = 'dashboard.html',
): Promise<{ inside: Page; cdp: CDPSession }> {
  const inside = await openExtensionPage(deckhand, path);
  return { inside, cdp: await deckhand.context.newCDPSession(inside) };
}

test('a worker that dies in the middle of a capture loses nothing and doubles nothing', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(120_000);
  await worker.evaluate(() => 0);
  const { inside, cdp } = await backDoor(deckhand);
  await cdp.send('ServiceWorker.enable');
  const page = await deckhand.context.newPage();
  const delays = [0, 3, 8, 15, 25, 40, 70, 120];
  for (const [i, delay] of delays.entries()) {
    const handle = `mira.number.${i}`;
    const url = `https://www.instagram.com/${handle}/`;
    const person = { 'mira.holm.ceramics': handle, '58120437719': `5812043772${i}` };
    deckhand.pages.put(url, changedSample('instagram', person));
    await page.goto(url);
    await clickOverlay(page);
    await page.waitForTimeout(delay);
    await cdp.send('ServiceWorker.stopAllWorkers');
    await cardIn(page);
    const { creators, accounts, observations } = await readCaptured(inside);
    expect(accounts.map((account) => account.handle).sort()).toEqual(
      delays.slice(0, i + 1).map((_delay, before) => `mira.number.${before}`),
    );
    expect([creators.length, observations.length]).toEqual([i + 1, i + 1]);
  }
});

test('an update under an open page leaves one button, and a click on it saves once', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await worker
    .evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      chrome.runtime.reload();
    })
    .catch(() => {}); // the worker goes before it can answer
  await page.waitForTimeout(3_000);
  const fresh = await whenRegistered(deckhand);
  await eventually('single button', async () => (await buttonsInClosedRoots(page)).length === 1);
  await clickOverlay(page);
  await cardIn(page);
  const { creators, observations } = await readCaptured(fresh);
  expect([creators.length, observations.length]).toEqual([1, 1]);
});

test('a removed extension steps back from an open page', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await worker
    .evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { management: { uninstallSelf(): Promise<void> } };
      };
      return chrome.management.uninstallSelf();
    })
    .catch(() => {}); // the worker goes before it can answer
  // something moves in the page, as it always does
  await eventually(
    'page without a button',
    async () => {
      await page.evaluate(() => document.body.append(document.createElement('p')));
      return (await buttonsInClosedRoots(page)).length === 0;
    },
    15_000,
  );
  await expect(page.getByText('Slow stoneware from a fjord.')).toBeVisible();
});

interface SmallDisk {
  /** a page of the extension */
  inside: Page;
  full(): Promise<void>;
  roomy(): Promise<void>;
}

/**
 * A browser whose disk can be made full: the browser's override of the quota does not reach an extension with unlimited storage,
 * so this one goes without.
 */
async function withSmallDisk(
  work: (deckhand: Browsing, disk: SmallDisk) => Promise<void>,
  before: (deckhand: Browsing) => Promise<void> = async () => {},
): Promise<void> {
  const build = changedBuild((manifest, worker) => {
    manifest.permissions =
      manifest.permissions?.filter((permission) => permission !== 'unlimitedStorage') ?? [];
    return worker;
  });
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
  const options = { extension: build.folder, profile };
  const earlier = await launchChromium(options);
  await before(earlier).finally(earlier.close);
  const deckhand = await launchChromium(options);
  try {
    // a picture of ours: of the same origin, and unlike a page of ours it does not have the notebook opened
    const { inside, cdp } = await backDoor(deckhand, 'icon/16.png');
    const origin = `chrome-extension://${deckhand.extensionId}`;
    await work(deckhand, {
      inside,
      full: async () => void (await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })),
      roomy: async () => void (await cdp.send('Storage.overrideQuotaForOrigin', { origin })),
    });
  } finally {
    await deckhand.close();
    build.remove();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** One click on a full disk: says so, writes nothing; with room again the next click saves once. */
async function clickOnFullDisk(deckhand: Browsing, inside: Page, roomy: () => Promise<void>): Promise<void> {
  const before = await readStores(inside);
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  const card = await cardIn(page);
  await expect(card.getByText('The disk is full.')).toBeVisible();
  const during = await readStores(inside);
  for (const store of ['creators', 'accounts', 'observations', 'contacts', 'activities', 'operations'])
    expect(during[store] ?? [], store).toEqual(before[store] ?? []);
  await roomy();
  await closeCard(page);
  await clickOverlay(page);
  await expect((await cardIn(page)).getByText('Saved to your creator list.')).toBeVisible();
  const after = await readCaptured(inside);
  expect([after.creators.length, after.observations.length]).toEqual([1, 1]);
}

test('a full disk: clear words, nothing half; with room again it is saved', () =>
  withSmallDisk(
    async (deckhand, { inside, full, roomy }) => {
      // before the first write since the start: later the browser spends what it has set aside
      await full();
      await whenRegistered(deckhand);
      await clickOnFullDisk(deckhand, inside, roomy);
    },
    async (deckhand) => {
      const inside = await openExtensionPage(deckhand, 'dashboard.html');
      expect(await sendWrite(inside, 'settings.save', { changes: { theme: 'dark' } })).toMatchObject({
        ok: true,
      });
    },
  ));

test('a disk that is full from the start is not taken for a damaged notebook', () =>
  withSmallDisk(async (deckhand, { inside, full, roomy }) => {
    await full();
    await whenRegistered(deckhand);
    await clickOnFullDisk(deckhand, inside, roomy);
  }));

test('a page with the strictest policies still gets button and card', async ({ deckhand, worker }) => {
  const { url } = samplePages.instagram;
  deckhand.pages.put(url, changedSample('instagram', {}), {
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
    },
  });
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  const card = await cardIn(page);
  await expect(card.getByText('Saved to your creator list.')).toBeVisible();
  expect((await readCaptured(worker)).creators).toHaveLength(1);
});

test('the registered scripts come back after the worker was stopped', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const { cdp } = await backDoor(deckhand);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  const page = await openSample(deckhand, 'x');
  const button = await overlayButton(page);
  expect(button.name).toBe('Save creator');
});
