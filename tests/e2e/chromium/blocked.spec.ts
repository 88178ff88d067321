import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { changedBuild } from '../../support/changed-build.ts';
import { launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { databaseName, readCaptured } from '../../support/notebook.ts';
import { samplePages } from '../../support/sample-pages.ts';

const goSign = 'deckhand-test-go';

/**
 * The worker of a later version: it wants the database one version higher, and waits for a sign before it starts, so that an old
 * page can be there first.
 */
function laterVersion(worker: string): string {
  return `
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      return version === undefined ? open.call(this, name) : open.call(this, name, version + 1);
    };
    const sign = new BroadcastChannel(${JSON.stringify(goSign)});
    sign.onmessage = () => { sign.close(); product(); };
    function product() { ${worker}
    }`;
}

test('a database that an old page holds open: clear words, nothing written, and nothing lost when it lets go', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
  const build = changedBuild((_manifest, worker) => worker);
  try {
    const today = await launchChromium({ profile, extension: build.folder });
    const worker = await whenRegistered(today);
    const page = await openSample(today, 'x');
    await clickOverlay(page);
    await cardIn(page);
    expect((await readCaptured(worker)).accounts).toMatchObject([{ handle: 'tobias_fell' }]);
    await today.close();

    build.rewrite((manifest, script) => {
      manifest.version = '99.0.0';
      manifest.background = { service_worker: 'later.js' };
      return laterVersion(script);
    });
    const tomorrow = await launchChromium({ profile, extension: build.folder });
    try {
      const inside = await openExtensionPage(tomorrow, 'frame.html');
      await inside.evaluate(async (name) => {
        const held = await new Promise<IDBDatabase>((done, failed) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
        // an old page does not know that it should let go
        Object.assign(window, { held });
      }, databaseName);
      await inside.evaluate((name) => new BroadcastChannel(name).postMessage('go'), goSign);
      await whenRegistered(tomorrow);

      const other = await openAddress(tomorrow, samplePages.tiktok.url);
      await clickOverlay(other);
      const card = await cardIn(other);
      await expect(card.getByText(/holds an older notebook open/)).toBeVisible();
      await closeCard(other);

      await inside.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
      await clickOverlay(other);
      await expect((await cardIn(other)).getByText('Saved to your creator list.')).toBeVisible();
      const { accounts } = await readCaptured(inside);
      expect(accounts.map(({ handle }) => handle).sort()).toEqual(['lune.et.laine', 'tobias_fell']);
    } finally {
      await tomorrow.close();
    }
  } finally {
    build.remove();
    rmSync(profile, { recursive: true, force: true });
  }
});
