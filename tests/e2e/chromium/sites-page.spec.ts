import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { cardGone, cardIn } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay, eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';

/** A profile as a site may look after it was rebuilt: the number stands there, but nowhere where the reader looks. */
const profile = (handle: string, exact: string, short: string) => `<!doctype html><html lang="en"><head>
  <title>Noor (@${handle}) • Instagram photos and videos</title></head><body><main><header><section><h2>${handle}</h2>
  <ul><li>31 pieces</li><li><a id="fans" href="#fans"><span title="${exact}">${short}</span></a> fans</li></ul></section></header>
  <button id="other">Follow</button></main>
  <script>window.heard = []; for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown'])
    document.querySelector('main').addEventListener(type, () => heard.push(type)); addEventListener('hashchange', () => heard.push('moved'));
  </script></body></html>`;
const noor = 'https://www.instagram.com/noor.knits/';
const lin = 'https://www.instagram.com/lin.clay/';
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const picking = (page: Page) =>
  eventually('line that says how to point', async () =>
    (await wordsInClosedRoots(page)).includes('Click where'),
  );

async function pointAtFollowers(page: Page): Promise<void> {
  const card = await cardIn(page);
  const button = card.getByRole('button', { name: 'Point at it: Followers' });
  await button.waitFor();
  await page.screenshot({ path: picture('point-card') });
  expect(await axeFaults(card)).toEqual([]);
  // the frame goes while the driver still waits for the end of the click
  await Promise.all([button.click().catch(() => {}), cardGone(page)]);
  await picking(page);
}

test('a number that cannot be read is pointed at once and read from then on, on other pages too', async ({
  deckhand,
  worker,
}) => {
  deckhand.pages
    .put(noor, profile('noor.knits', '12,345', '12.3K'))
    .put(lin, profile('lin.clay', '980', '980'));
  const page = await openAddress(deckhand, noor);
  await clickOverlay(page);
  await pointAtFollowers(page);
  await page.screenshot({ path: picture('point-keys') });
  const before = await page.evaluate(() => document.body.outerHTML);
  await page.evaluate(() => {
    (window as unknown as { heard: string[] }).heard.length = 0;
  });
  await page.locator('#fans').hover();
  await page.screenshot({ path: picture('point-outline') });
  await page.mouse.down();
  await page.mouse.up();
  const question = await cardIn(page);
  await expect(question.getByRole('heading', { name: 'Is this right?' })).toBeVisible();
  await expect(question.getByText('12,345')).toHaveCount(2);
  await page.screenshot({ path: picture('point-question') });
  expect(await axeFaults(question)).toEqual([]);
  // nothing of the press reached the site, and nothing of it was changed
  expect(await heard(page)).toEqual([]);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);

  await question.getByRole('button', { name: 'Remember this place' }).click();
  await expect(question.getByText('Numbers noted 2 times')).toBeVisible();
  await expect(question.getByText('12,345').first()).toBeVisible();
  const { hints, accounts } = await readStores(worker);
  expect(hints).toMatchObject([
    {
      platform: 'instagram',
      kind: 'profile',
      field: 'creator.followers',
      selector: '#fans span',
      attribute: 'title',
    },
  ]);
  expect(JSON.stringify(hints)).not.toMatch(/noor|12,?345/);
  expect(accounts).toMatchObject([
    { facts: { followers: { value: 12_345, source: 'user', raw: '12,345' } } },
  ]);

  const other = await openAddress(deckhand, lin);
  await clickOverlay(other);
  await cardIn(other);
  await expect.poll(async () => (await readStores(worker)).accounts?.length).toBe(2);
  expect((await readStores(worker)).accounts).toContainEqual(
    expect.objectContaining({
      handle: 'lin.clay',
      facts: expect.objectContaining({ followers: { value: 980, source: 'user', raw: '980' } }),
    }),
  );

  const inside = await openExtensionPage(deckhand, 'dashboard.html#/sites');
  await expect(inside.getByRole('heading', { name: 'Instagram: profile' })).toBeVisible();
  const row = inside.getByRole('row', { name: /^Followers/ });
  await expect(row).toContainText('where you pointed');
  await expect(row).toContainText(/\d of \d looks/);
  await expect(inside.getByText('#fans span → title')).toBeVisible();
  const { siteHealth } = await readStores(worker);
  expect(JSON.stringify(siteHealth)).not.toMatch(/noor|lin\.clay|12,?345|instagram\.com/i);
  expect(siteHealth).toMatchObject([
    { id: 'instagram:profile', skeleton: expect.stringContaining('header') },
  ]);
});

test('an element is pointed at by keys alone, and Escape leaves all as it was', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  deckhand.pages.put(noor, profile('noor.knits', '12,345', '12.3K'));
  const page = await openAddress(deckhand, noor);
  await clickOverlay(page);
  await pointAtFollowers(page);
  await page.keyboard.press('Escape');
  const card = await cardIn(page);
  await expect(card.getByRole('button', { name: 'Point at it: Followers' })).toBeVisible();
  await pointAtFollowers(page);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft'])
    await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  const question = await cardIn(page);
  await expect(question.getByText('31', { exact: true })).toBeVisible();
  await question.getByRole('button', { name: 'Point again' }).press('Enter');
  await cardGone(page);
  await picking(page);
  await page.keyboard.press('Enter');
  const doubt = await cardIn(page);
  await expect(doubt.getByText(/must be one whole number/)).toBeVisible();
  await expect(doubt.getByRole('button', { name: 'Remember this place' })).toHaveCount(0);
  expect((await heard(page)).filter((type) => type === 'keydown')).toEqual([]);
  expect((await readStores(worker)).hints).toEqual([]);
});

const hint = (field: string, selector: string) => ({ platform: 'tieba', kind: 'profile', field, selector });

test('places are saved as a file, forgotten, brought back and taken over; a bad file changes nothing', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/sites');
  await expect(inside.getByText('No page read yet')).toBeVisible();
  const choose = (rows: object[]) =>
    inside.locator('input[type=file]').setInputFiles({
      name: 'places.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'deckhand-hints', version: 1, hints: rows })),
    });
  await choose([
    hint('creator.followers', '.fans'),
    hint('creator.emails', 'b'),
    hint('creator.bio', 'a:has(b)'),
  ]);
  await expect(inside.getByText('Row 2: a field that cannot be pointed at')).toBeVisible();
  await expect(inside.getByText('Row 3: a selector that is not allowed')).toBeVisible();
  expect((await readStores(inside)).hints).toEqual([]);

  await choose([hint('creator.followers', '.fans'), hint('creator.bio', '[data-field="bio"]')]);
  await expect(inside.getByText('Taken over: 2 new, 0 replaced.').first()).toBeVisible();
  const rows = inside.getByRole('listitem').filter({ hasText: 'on Tieba, profile' });
  await expect(rows).toHaveCount(2);
  await inside.getByRole('button', { name: 'Remove Followers on Tieba, profile' }).click();
  await expect(rows).toHaveCount(1);
  await inside.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);

  const saving = inside.waitForEvent('download');
  await inside.getByRole('button', { name: 'Save as a file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^deckhand-hints-\d{4}-\d{2}-\d{2}\.json$/);
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as { hints: object[] };
  expect(saved).toMatchObject({ format: 'deckhand-hints', version: 1 });
  await choose(saved.hints);
  await expect(inside.getByText('Taken over: 0 new, 2 replaced.').first()).toBeVisible();
});

/** Rows as weeks of work leave them, put there past the product's code. */
async function someHealth(inside: Page): Promise<void> {
  const at = '2026-11-22T08:00:00.000Z';
  const seen = { recent: '11111111', lastFound: at, source: 'state' };
  const row = (platform: string, kind: string, fields: object, more = {}) => ({
    id: `${platform}:${kind}`,
    createdAt: at,
    updatedAt: at,
    platform,
    kind,
    fields,
    ...more,
  });
  const rows = [
    row(
      'weibo',
      'profile',
      {
        'creator.followers': {
          recent: '00011111',
          lastFound: '2026-11-20T08:00:00.000Z',
          lastMissed: at,
          source: 'state',
        },
        'creator.displayName': seen,
        'creator.location': { recent: '00', lastMissed: at },
      },
      { skeleton: 'html[lang]\n body\n  div[class] ×40', skeletonAt: at },
    ),
    row('shopify', 'product', { 'product.price': { ...seen, source: 'json-ld' }, 'product.title': seen }),
  ];
  await inside.evaluate(async (records) => {
    await new Promise<void>((done, failed) => {
      const request = indexedDB.open('deckhand');
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        const transaction = request.result.transaction('siteHealth', 'readwrite');
        for (const record of records) transaction.objectStore('siteHealth').put(record);
        transaction.oncomplete = () => {
          request.result.close();
          done();
        };
      };
    });
  }, rows);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    for (const language of ['en', 'zh_CN', 'zh_TW'] as const) {
      test(`the page of site health in ${language} is in order and looks as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        await worker.evaluate(() => 0);
        const inside = await openExtensionPage(deckhand, 'dashboard.html#/sites');
        await sendWrite(inside, 'settings.save', { changes: { language } });
        const look = async (name: string) => {
          await inside.waitForTimeout(350);
          await inside.screenshot({
            path: picture(`sites-${name}-${language}-${colorScheme}`),
            fullPage: true,
          });
          expect(await axeFaults(inside), name).toEqual([]);
        };
        await inside.locator('#hints').waitFor();
        await look('empty');
        await someHealth(inside);
        await sendWrite(inside, 'hint.import', {
          hints: [hint('creator.followers', 'main > div:nth-of-type(2) .fans')],
        });
        await inside.reload();
        await inside.locator('table').first().waitFor();
        await look('read');
        // the worst first; the filter leaves that alone
        await expect(inside.locator('h2').first()).toContainText(language === 'en' ? 'Weibo' : '微博');
        await inside.getByRole('checkbox').focus();
        await inside.keyboard.press('Space');
        await expect(inside.locator('tbody tr')).toHaveCount(1);
        await look('drifting');
        await inside.keyboard.press('Space');
        await inside.setViewportSize({ width: 400, height: 800 });
        await look('narrow');
        expect(await sideways(inside)).toBeLessThanOrEqual(0);
      });
    }
  });
}

test('the report on a site is copied with its structure and without anything of a page', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/sites');
  await inside.locator('#hints').waitFor();
  await someHealth(inside);
  await inside.reload();
  await deckhand.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await inside.getByRole('button', { name: 'Copy report: Weibo: profile' }).click();
  await expect(inside.getByText('The report on Weibo: profile is in the clipboard.').first()).toBeVisible();
  const report = await inside.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('| **creator.followers** | 5/8 `00011111` | 2026-11-20 | 2026-11-22 | state |');
  expect(report).toContain('div[class] ×40');
});
