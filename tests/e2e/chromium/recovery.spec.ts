import { expect } from '@playwright/test';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay, eventually } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { databaseName, readCaptured, readStores } from '../../support/notebook.ts';

test('a notebook that vanished is noticed, nothing is written over it, and the second copy brings it back', async ({
  deckhand,
  worker,
}) => {
  for (const [saved, name] of (['instagram', 'tiktok'] as const).entries()) {
    const page = await openSample(deckhand, name);
    await clickOverlay(page);
    await expect.poll(async () => (await readCaptured(worker)).creators.length).toBe(saved + 1);
    await page.close();
  }
  const before = await readStores(worker);

  // the alarm that writes the second copy, now instead of in half a minute
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(name: string, info: { when: number }): Promise<void> } };
    };
    await chrome.alarms.create('second-copy', { when: Date.now() });
  });
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/settings');
  const copies = () =>
    inside.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names.length;
    });
  await eventually('a second copy', async () => (await copies()) > 0 || undefined);

  // somebody empties the browser's databases; the private files are elsewhere
  await inside.evaluate(
    (name) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
    databaseName,
  );

  const page = await openSample(deckhand, 'x');
  await clickOverlay(page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(
    popup
      .getByRole('link', { name: /recovery/i })
      .or(popup.getByRole('button', { name: /recovery/i }))
      .first(),
  ).toBeVisible();
  expect((await readCaptured(worker)).creators).toEqual([]);
  await popup.close();

  await inside.goto(inside.url().replace(/#.*$/, '#/recovery'));
  await inside.reload();
  await expect(inside.getByText('Your notebook is empty, but it was not you who emptied it.')).toBeVisible();
  await inside.getByRole('button', { name: 'Restore this copy' }).first().click();
  await inside.getByRole('dialog').getByRole('button', { name: 'Restore this copy' }).click();
  await expect(inside.getByText('You can go on working.')).toBeVisible();
  const after = await readStores(worker);
  for (const store of ['creators', 'accounts', 'contacts'] as const)
    expect(after[store]).toEqual(before[store]);
});
