import { expect } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { changedBuild } from '../../support/changed-build.ts';
import { launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { databaseName, readCaptured } from '../../support/notebook.ts';
import { samplePages } from '../../support/sample-pages.ts';

/**
 * A worker that can be told to be of a later version: from then on it wants the database one version higher. Within one start of
 * the browser: one that finds another worker than the last time loses messages now and then.
 */
function ageable(worker: string): string {
  return `
    const open = IDBFactory.prototype.open;
    let database;
    let later = 0;
    IDBFactory.prototype.open = function (name, version) {
      // the test's own looks name no version
      if (version === undefined) return open.call(this, name);
      const request = open.call(this, name, version + later);
      request.addEventListener('success', () => { database = request.result; });
      return request;
    };
    globalThis.becomeLater = () => {
      later = 1;
      database.dispatchEvent(new IDBVersionChangeEvent('versionchange', { oldVersion: database.version, newVersion: database.version + 1 }));
    };
    ${worker}`;
}

test('a database that an old page holds open: clear words, nothing written, and nothing lost when it lets go', async () => {
  const build = changedBuild((_manifest, worker) => ageable(worker));
  const deckhand = await launchChromium({ extension: build.folder });
  try {
    const worker = await whenRegistered(deckhand);
    const page = await openSample(deckhand, 'x');
    await clickOverlay(page);
    await cardIn(page);
    expect((await readCaptured(worker)).accounts).toMatchObject([{ handle: 'tobias_fell' }]);
    await closeCard(page);

    const inside = await openExtensionPage(deckhand, 'manifest.json');
    await inside.evaluate(async (name) => {
      const held = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      // an old page does not know that it should let go
      Object.assign(window, { held });
    }, databaseName);
    await worker.evaluate(() => (globalThis as unknown as { becomeLater(): void }).becomeLater());

    const other = await openAddress(deckhand, samplePages.tiktok.url);
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
    await deckhand.close();
    build.remove();
  }
});
