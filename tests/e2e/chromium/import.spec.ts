import { expect, type Page } from '@playwright/test';
import { inventedTable } from '../../bench/import.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { readStores, type Stores } from '../../support/notebook.ts';

const file = (text: string | Buffer, name = 'fair.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const sizes = ({ creators = [], accounts = [], contacts = [], observations = [], tags = [] }: Stores) => ({
  creators: creators.length,
  accounts: accounts.length,
  contacts: contacts.length,
  observations: observations.length,
  tags: tags.length,
});
const nothing = { creators: 0, accounts: 0, contacts: 0, observations: 0, tags: 0 };

async function choose(page: Page, text: string | Buffer, name?: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file(text, name));
}

test('an import loses nothing and doubles nothing, however often the worker dies, and is one undo', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(120_000);
  await worker.evaluate(() => 0);
  const page = await openExtensionPage(deckhand, 'dashboard.html#/import');
  await choose(page, inventedTable(3_000));
  await page.getByRole('button', { name: 'Check 3,000 rows' }).click();
  const start = page.getByRole('button', { name: 'Import 3,000 rows' });
  await start.waitFor();
  const cdp = await deckhand.context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await start.click();
  const again = page.getByRole('button', { name: 'Go on' });
  for (let kill = 0; kill < 8; kill++) {
    await page.waitForTimeout(120 + 70 * kill);
    await cdp.send('ServiceWorker.stopAllWorkers');
    // a step that got no answer often enough asks the person
    if (await again.isVisible()) await again.click();
  }
  await expect
    .poll(
      async () => {
        if (await again.isVisible()) await again.click();
        return sizes(await readStores(page));
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ creators: 3_000 });
  await expect(page.getByText('The table is imported.')).toBeVisible();
  expect(sizes(await readStores(page))).toEqual({
    creators: 3_000,
    accounts: 3_000,
    contacts: 3_000,
    observations: 3_000,
    tags: 22,
  });

  await page
    .getByRole('button', { name: /Take.*back/ })
    .first()
    .click();
  await expect.poll(async () => sizes(await readStores(page)), { timeout: 60_000 }).toEqual(nothing);
});

test('tables that cannot be read say why, and nothing is written', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await openExtensionPage(deckhand, 'dashboard.html#/import');
  const refused = [
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old.xls'],
    ['Name,Notes\nMara,"never closed', 'open.csv'],
    [Buffer.from('%PDF-1.7 and so on'), 'page.pdf'],
    ['', 'empty.csv'],
  ] as const;
  for (const [content, name] of refused) {
    await choose(page, content, name);
    await expect(page.getByRole('alert').first(), name).toBeVisible();
  }
  expect(sizes(await readStores(page))).toEqual(nothing);
});

test('GBK with semicolons is read, and what looks like a formula or a prototype stays text', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const page = await openExtensionPage(deckhand, 'dashboard.html#/import');
  // 昵称;备注 / 陶小鹿;=1+1 in GBK
  const gbk = Buffer.from(
    'eac7b3c63bb1b8d7a20accd5d0a1c2b93b3d312b310a5f5f70726f746f5f5f3b40636d640a',
    'hex',
  );
  await choose(page, gbk);
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect.poll(async () => (await readStores(page)).creators?.length).toBe(2);
  const { creators = [] } = await readStores(page);
  expect(creators.map(({ displayName, notes }) => [displayName, notes]).sort()).toEqual([
    ['__proto__', '@cmd'],
    ['陶小鹿', '=1+1'],
  ]);
});
