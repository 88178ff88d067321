import { readFile } from 'node:fs/promises';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bandColour, bandedHtml, bandedShop, bandHeight } from '../../support/banded-shop.ts';
import { findChromium } from '../../support/browsers.ts';
import { type Browsing, openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import { alike, type Picture, pictureIn, snapshotsIn, tabOf, watchAddress } from '../../support/snapshots.ts';

/** What a hostile shop would put before whoever opens its look: marks, scripts, addresses to load, signs that turn the line around. */
const hostile = `
  <h2>&lt;script&gt;document.title='taken'&lt;/script&gt;</h2>
  <p>"&gt;&lt;img src=x onerror="document.title='taken'"&gt; \u202e drawkcab \u202c</p>
  <p>&lt;/style&gt;&lt;/iframe&gt;&lt;script&gt;top.document.title='taken'&lt;/script&gt;</p>
  <a href="javascript:document.title='taken'">a link</a>
  <img src="https://tracker.example/pixel.png" alt="=HYPERLINK(&quot;https://tracker.example&quot;)" width="9" height="9">`;
const hostileStyles = `<style>
  main { background: url(https://tracker.example/bg.png) }
  h1::after { content: "</sty" "le><script>" }
</style>`;
const height = 5_000;

async function take(deckhand: Browsing, page: Page) {
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await tabOf(popup, page.url());
  await page.bringToFront();
  const answer = await sendWrite(popup, 'snapshot.take', { tabId });
  expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
  await popup.close();
}

/** A shop seen twice: the second time a wide box of another colour lies over its bands. */
async function seenTwice(deckhand: Browsing) {
  const inside = await openExtensionPage(deckhand, 'dashboard.html');
  // only looks that are asked for
  await sendWrite(inside, 'settings.save', { changes: { snapshotOnVisit: false } });
  await watchAddress(inside, bandedShop, 'Lin <b>Ceramics</b>');
  const shop = { products: 12, height, head: hostileStyles, body: hostile };
  deckhand.pages.put(bandedShop, bandedHtml(shop));
  const page = await openAddress(deckhand, bandedShop);
  await take(deckhand, page);
  await pictureIn(inside);
  const box =
    '<div style="position:absolute;top:1000px;left:0;width:70%;height:900px;background:rgb(10,120,60)"></div>';
  deckhand.pages.put(bandedShop, bandedHtml({ ...shop, prices: { 3: '9.00' }, body: hostile + box }));
  await page.reload();
  await take(deckhand, page);
  await expect.poll(async () => (await snapshotsIn(inside)).length).toBe(2);
  const picture = await pictureIn(inside);
  if (picture.state !== 'kept') throw new Error(`no picture: ${picture.reason}`);
  return { inside, picture };
}

/** Shows another page of the dashboard. */
async function go(inside: Page, hash: string) {
  await inside.bringToFront();
  await inside.evaluate((next) => {
    location.hash = next;
  }, hash);
}

/** The same as a file that was saved. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Decodes a picture in a page that knows nothing else. */
function decoded(page: Page, bytes: Buffer, type: string, points: readonly (readonly [number, number])[]) {
  return page.evaluate(
    async ({ data, type, points }) => {
      const packed = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([packed], { type }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const colours = points.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3));
      return { width: bitmap.width, height: bitmap.height, colours };
    },
    { data: bytes.toString('base64'), type, points: points.map(([x, y]) => [x, y] as const) },
  );
}

type Kept = Extract<Picture, { state: 'kept' }>;
const sizeOf = ({ tiles }: Kept) => ({
  width: tiles[0]?.width ?? 0,
  height: tiles.reduce((sum, tile) => sum + tile.height, 0),
});

/** A browser of its own without any network. */
async function offlinePage(browser: Browser) {
  const context = await browser.newContext({ offline: true });
  const asked: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => void dialog.dismiss());
  return { page, asked };
}

test('a look goes out as picture and as a page that opens without a network, and a hostile shop stays text in it', async ({
  deckhand,
}, info) => {
  test.setTimeout(120_000);
  const { inside, picture } = await seenTwice(deckhand);

  // the picture is another one, told once, of the page
  const { changes = [] } = await readStores(inside);
  const found = changes.filter(({ kind }) => kind === 'picture');
  expect(found).toMatchObject([{ key: 'page', severity: 'low', read: false }]);
  // 70 % of 900 of 5,000 px
  const percent = Number(found[0]?.percent);
  expect(percent).toBeGreaterThan(6);
  expect(percent).toBeLessThan(20);

  await go(inside, '#/watch');
  await expect(inside.getByText(/The page looks different \(/)).toBeVisible();
  await inside
    .getByRole('link', { name: /Open this look/ })
    .first()
    .click();
  await expect(inside.locator('.watch-picture')).toHaveCount(2);
  await inside.getByText('Save this look').click();
  await inside.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
    Object.assign(globalThis, { seen });
  });

  const browser = await chromium.launch({ executablePath: findChromium() });
  const { page, asked } = await offlinePage(browser);
  const size = sizeOf(picture);
  const scale = size.height / height;
  // the middle of bands at the right edge, and of the box
  const bands = [3, 22, 37];
  const points = bands.map(
    (band) => [size.width - 20, Math.round((band + 0.5) * bandHeight * scale)] as const,
  );
  const box = [Math.round(size.width * 0.1), Math.round(1_450 * scale)] as const;
  for (const format of ['PNG', 'WebP'] as const) {
    const file = await saved(inside, () =>
      inside.getByRole('button', { name: `Picture as ${format}` }).click(),
    );
    expect(file.name).toMatch(
      new RegExp(`^deckhand-Lin-b-Ceramics-b-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.${format.toLowerCase()}$`),
    );
    const { colours, ...shown } = await decoded(page, file.bytes, `image/${format.toLowerCase()}`, [
      ...points,
      box,
    ]);
    expect(shown).toEqual(size);
    bands.forEach((band, index) => {
      expect(alike(colours[index] ?? [], bandColour(band)), `${format} band ${band}: ${colours[index]}`).toBe(
        true,
      );
    });
    expect(alike(colours.at(-1) ?? [], [10, 120, 60]), `${format} box: ${colours.at(-1)}`).toBe(true);
  }

  const zip = await saved(inside, () => inside.getByRole('button', { name: 'All of it as ZIP' }).click());
  const files = unzipSync(new Uint8Array(zip.bytes));
  const names = Object.keys(files);
  expect(names).toEqual([expect.stringMatching(/^[\d-]+\.html$/), expect.stringMatching(/^[\d-]+\.json$/)]);
  const [html = '', json = ''] = names;
  const look = JSON.parse(strFromU8(files[json] ?? new Uint8Array())) as { reading: { products: object[] } };
  expect(look.reading.products).toHaveLength(12);

  const { writeFile } = await import('node:fs/promises');
  const path = info.outputPath('look.html');
  await writeFile(path, files[html] ?? '');
  asked.length = 0;
  await page.goto(`file://${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lin <b>Ceramics</b>');
  // the strips are there, in their size, and nothing was asked for beside the file and what stands in it
  const strips = await page
    .locator('.picture img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalHeight));
  expect(strips).toEqual(picture.tiles.map((tile) => tile.height));
  await expect(page.getByRole('cell', { name: '9.00 EUR', exact: true })).toBeVisible();
  await expect(
    page.getByText("<script>document.title='taken'</script>", { exact: true }).first(),
  ).toBeVisible();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Bowl 12').first()).toBeAttached();
  await expect(frame.locator('a, script, img, [onerror]')).toHaveCount(0);
  await expect(frame.locator('.deckhand-picture')).not.toHaveCount(0);
  await expect(page.locator('a, script, form')).toHaveCount(0);
  expect(asked.filter((url) => !/^(?:data|about|file):/.test(url))).toEqual([]);
  expect(await page.title()).toBe('Lin <b>Ceramics</b>');
  expect(strFromU8(files[html] ?? new Uint8Array())).not.toMatch(/[\u202a-\u202e]/);
  await browser.close();

  // all looks in one file, with a list of them
  const all = await saved(inside, () =>
    inside.getByRole('button', { name: 'Save every look as ZIP' }).click(),
  );
  const every = Object.keys(unzipSync(new Uint8Array(all.bytes)));
  expect(every.filter((name) => name.endsWith('.html'))).toHaveLength(3);
  expect(every.at(-1)).toBe('index.html');
  console.log(
    'tasks over 50 ms while saving',
    await inside.evaluate(() => (globalThis as never as { seen: number[] }).seen),
  );
});

test('a change and a week are copied for a colleague, and nothing is sent', async ({ deckhand }) => {
  test.setTimeout(90_000);
  const { inside } = await seenTwice(deckhand);
  await deckhand.context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  await go(inside, '#/watch');
  const copied = () => inside.evaluate(() => navigator.clipboard.readText());
  await inside
    .getByRole('button', { name: /^Copy for a colleague: Bowl 3|^Copy for a colleague: .*Bowl 3/ })
    .first()
    .click();
  await expect
    .poll(copied)
    .toMatch(/^Lin <b>Ceramics<\/b> · .+\nhttps:\/\/lin-ceramics\.example.+\n• .*Bowl 3.*costs less/);
  await go(inside, '#/watch/report');
  await inside.getByRole('button', { name: 'Copy for a colleague: Lin <b>Ceramics</b>' }).click();
  await expect.poll(copied).toContain('The page looks different');
  await expect(inside.getByRole('heading', { name: 'This week' })).toBeVisible();
});
