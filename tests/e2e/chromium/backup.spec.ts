import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { bigNotebookScript } from '../../support/big-notebook.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { databaseName, readCaptured, readStores } from '../../support/notebook.ts';

/** Presses the button and keeps the file. @returns its path */
async function backUp(page: Page, path: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Back up now' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^deckhand-\d{4}-\d\d-\d\d\.deckhand\.gz$/);
  await file.saveAs(path);
  await expect(page.getByText('Backup made, checked')).toBeVisible();
  return path;
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel('Backup file', { exact: true }).setInputFiles(path);
}

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Delete everything' })).toBeDisabled();
  await dialog.getByLabel('Confirmation').fill('delete everything');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
}

/** The page of backups with some real captures and an invented crowd behind it. */
async function filled(
  deckhand: Parameters<typeof openSample>[0] & Parameters<typeof openExtensionPage>[0],
  creators: number,
) {
  for (const name of ['instagram', 'tiktok'] as const) {
    const sample = await openSample(deckhand, name);
    await clickOverlay(sample);
    await sample.waitForTimeout(500);
    await sample.close();
  }
  const page = await openExtensionPage(deckhand, 'dashboard.html#/storage');
  await expect.poll(async () => (await readCaptured(page)).creators.length).toBe(2);
  await sendWrite(page, 'settings.save', { changes: { firstRunDone: true } });
  await page.evaluate(bigNotebookScript(databaseName, { creators, observationsEach: 5 }));
  await page.reload();
  return page;
}

const file = (info: TestInfo, name: string) => info.outputPath(`${name}.deckhand.gz`);

test('backed up, wiped, restored and backed up again: the same bytes, and the worker dies all the while', async ({
  deckhand,
  worker,
}, info) => {
  test.setTimeout(180_000);
  await worker.evaluate(() => 0);
  const page = await filled(deckhand, 1_500);
  const first = await backUp(page, file(info, 'first'));
  const before = await readStores(page);
  await deleteEverything(page);
  expect((await readCaptured(page)).creators).toEqual([]);

  await choose(page, first);
  const cdp = await deckhand.context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await page.getByRole('button', { name: 'Restore', exact: true }).click({ timeout: 60_000 });
  for (const delay of [20, 60, 150, 400, 700]) {
    await page.waitForTimeout(delay);
    await cdp.send('ServiceWorker.stopAllWorkers');
  }
  await expect(page.getByText('You can go on working.')).toBeVisible({ timeout: 120_000 });
  const after = await readStores(page);
  for (const store of ['creators', 'accounts', 'observations', 'contacts', 'tags', 'activities', 'settings'])
    expect(after[store]?.length, store).toBe(before[store]?.length);
  const numbers = (stores: typeof before) => stores.counters?.filter(({ id }) => id !== 'commits');
  expect(numbers(after)).toEqual(numbers(before));

  const second = await backUp(page, file(info, 'second'));
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);

  // and once more while the worker dies during the backup
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Back up now' }).click();
  for (const delay of [10, 80, 200]) {
    await page.waitForTimeout(delay);
    await cdp.send('ServiceWorker.stopAllWorkers');
  }
  const third = file(info, 'third');
  await (await download).saveAs(third);
  expect(readFileSync(third).equals(readFileSync(first))).toBe(true);
});

test('a page that is closed in the middle of a restore: the same file goes on', async ({
  deckhand,
  worker,
}, info) => {
  test.setTimeout(180_000);
  await worker.evaluate(() => 0);
  const page = await filled(deckhand, 1_500);
  const first = await backUp(page, file(info, 'first'));
  await deleteEverything(page);
  await choose(page, first);
  await page.getByRole('button', { name: 'Restore', exact: true }).click({ timeout: 60_000 });
  const some = async () => (await readStores(page)).accounts?.length ?? 0;
  await expect.poll(some, { intervals: [20], timeout: 30_000 }).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByText('A restore was not finished')).toBeVisible();
  await choose(page, first);
  await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 });
  await expect(page.getByText('You can go on working.')).toBeVisible({ timeout: 120_000 });
  const second = await backUp(page, file(info, 'second'));
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
});

test('files that are cut off, altered, newer or foreign are refused with the reason, and nothing changes', async ({
  deckhand,
  worker,
}, info) => {
  await worker.evaluate(() => 0);
  const page = await filled(deckhand, 40);
  const whole = readFileSync(await backUp(page, file(info, 'whole')));
  const before = await readStores(page);
  const text = gunzipSync(whole).toString('utf8');
  const bad: [string, Buffer, string][] = [
    ['cut', whole.subarray(0, whole.length / 2), 'Its end is missing'],
    ['altered', gzipSync(text.replace('"notes":"', '"notes":"x')), 'altered or damaged'],
    ['newer', gzipSync(text.replace('"version":1', '"version":9')), 'made by a newer Deckhand'],
    ['foreign', gzipSync('{"hello":"world"}\n'), 'not made by Deckhand'],
    ['table', Buffer.from('name,handle\nMira,mira\n'), 'It is not a backup'],
    [
      'bomb',
      gzipSync(Buffer.concat([Buffer.from(`${text.split('\n')[0]}\n`), Buffer.alloc(50_000_000, 'a')])),
      'far more than a backup',
    ],
  ];
  for (const [name, bytes, words] of bad) {
    const path = file(info, name);
    writeFileSync(path, bytes);
    await choose(page, path);
    await expect(page.getByRole('alert').filter({ hasText: words }), name).toContainText(
      'Nothing was changed.',
    );
  }
  expect(await readStores(page)).toEqual(before);
});

test('a backup is merged after a look at what it would do, and taken back as one', async ({
  deckhand,
  worker,
}, info) => {
  await worker.evaluate(() => 0);
  const page = await filled(deckhand, 30);
  const path = await backUp(page, file(info, 'whole'));
  await deleteEverything(page);
  const sample = await openSample(deckhand, 'instagram');
  await clickOverlay(sample);
  await expect.poll(async () => (await readCaptured(page)).creators.length).toBe(1);
  await sample.close();
  await page.reload();
  const before = await readCaptured(page);
  await choose(page, path);
  const preview = page.getByRole('region', { name: 'What is in the file' });
  await expect(preview).toContainText('Left out');
  await preview.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('Merged. It can be taken back')).toBeVisible();
  // the person who was saved on both sides is one
  const merged = await readCaptured(page);
  expect(merged.creators).toHaveLength(32);
  expect(merged.accounts.filter(({ handle }) => handle === 'mira.holm.ceramics')).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await readCaptured(page)).creators.length).toBe(1);
  expect(await readCaptured(page)).toEqual(before);
});

test('a notebook that vanished comes back from a backup file', async ({ deckhand, worker }, info) => {
  test.setTimeout(120_000);
  await worker.evaluate(() => 0);
  const page = await filled(deckhand, 60);
  const path = await backUp(page, file(info, 'whole'));
  await page.evaluate(
    (name) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
    databaseName,
  );
  await page.goto(page.url().replace(/#.*$/, '#/recovery'));
  await page.reload();
  await expect(page.getByText('Your notebook is empty, but it was not you who emptied it.')).toBeVisible();
  const bad = file(info, 'bad');
  writeFileSync(bad, readFileSync(path).subarray(0, 4_000));
  await choose(page, bad);
  await expect(page.getByRole('alert').filter({ hasText: 'Its end is missing' })).toBeVisible();
  await choose(page, path);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('You can go on working.')).toBeVisible();
  expect((await readCaptured(page)).creators).toHaveLength(62);
  await page.goto(page.url().replace(/#.*$/, '#/storage'));
  const again = await backUp(page, file(info, 'again'));
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
});
