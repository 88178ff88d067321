import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badgesIn, marksIn } from './badges.ts';
import { cardIn, closeCard } from './card.ts';
import { launchChromium, openExtensionPage, pressToolbarButton, whenRegistered } from './chromium.ts';
import { clickOverlay, eventually } from './closed-roots.ts';
import { type Job, open, type Tools } from './demo-job.ts';
import { savedReplies } from './demo-replies.ts';
import { taggedThings } from './demo-tags.ts';
import { watchedShop } from './demo-watch.ts';
import { pressGroupButton, pressUnderneath } from './living-pages.ts';
import { sendWrite } from './messages.ts';
import { readCaptured, readStores } from './notebook.ts';
import type { SampleName } from './sample-pages.ts';

const captured: SampleName[] = ['instagram', 'tiktok', 'weibo'];

async function openPopup({ browsing }: Tools): Promise<Page> {
  const popup = await browsing.context.newPage();
  await popup.setViewportSize({ width: 560, height: 600 });
  await popup.goto(`chrome-extension://${browsing.extensionId}/popup.html`);
  await popup.getByRole('checkbox').first().waitFor();
  return popup;
}

const jobs: Job[] = [
  {
    name: 'first run: where do you work',
    async run(tools) {
      const page = await openExtensionPage(tools.browsing, 'dashboard.html#/welcome');
      await page.locator('button').first().waitFor();
      await tools.picture(page, 'first-run');
      await page.close();
    },
  },
  {
    name: 'who we are: the brand Fjordlicht',
    async run(tools) {
      const page = await openExtensionPage(tools.browsing, 'dashboard.html#/settings');
      const details = {
        name: 'Fjordlicht',
        accounts: [
          { platform: 'instagram', handle: 'fjordlicht', main: true },
          { platform: 'youtube', handle: 'fjordlicht', main: true },
        ],
        shops: ['https://fjordlicht.example'],
        officialLinks: [],
        hashtags: ['#fjordlicht'],
        countries: ['NO', 'DE'],
        languages: ['en', 'de', 'zh-CN'],
      };
      const saved = (await sendWrite(page, 'brand.save', { details })) as {
        ok: boolean;
        value?: { id: string };
      };
      if (!saved.ok || !saved.value) throw new Error(`the brand was not saved: ${JSON.stringify(saved)}`);
      await sendWrite(page, 'settings.save', {
        changes: { firstRunDone: true, currentBrandId: saved.value.id },
      });
      await page.reload();
      await page.locator('button').first().waitFor();
      await tools.picture(page, 'settings');
      await page.close();
    },
  },
  ...captured.map((name, i) => ({
    name: `one click saves a creator on ${name}`,
    async run(tools: Tools) {
      const page = await open(tools, name);
      await clickOverlay(page);
      const card = await cardIn(page);
      if (name === 'instagram') {
        await card.getByLabel('Status').selectOption('contacted');
        await card.getByLabel('Next action').fill('Ask for the studio address');
        await card.getByLabel('Due').fill(new Date().toLocaleDateString('sv'));
        await card.getByLabel('Tags').fill('ceramics');
        await card.getByLabel('Tags').press('Enter');
        await card.getByLabel('Notes').fill('Answers on Mondays.');
        await card.getByRole('button', { name: 'Save', exact: true }).click();
        await card.getByText('Saved', { exact: true }).waitFor();
      }
      await page.waitForTimeout(800);
      await tools.picture(page, `card-${name}`);
      const { creators } = await readCaptured(tools.worker);
      if (creators.length !== i + 1)
        throw new Error(`${creators.length} creators are stored instead of ${i + 1}`);
    },
  })),
  {
    name: 'below a film: who is known has a sign, resting on it tells who it is',
    async run(tools) {
      const page = await open(tools, 'comments');
      const before = (await readCaptured(tools.worker)).creators.length;
      for (const handle of ['maren_k', 'ceramique_lune']) {
        await page.locator(`a[href="/@${handle}"]`).hover();
        await pressGroupButton(page);
        const card = await cardIn(page);
        if (handle === 'maren_k') {
          await card.getByLabel('Status').selectOption('negotiating');
          await card.getByLabel('Next action').fill('Send two glazes to choose from');
          await card.getByLabel('Due').fill(new Date().toLocaleDateString('sv'));
          await card.getByLabel('Notes').fill('Asks for her aunt; buys for a café in Bergen.');
        } else {
          await card.getByLabel('Status').selectOption('working-together');
        }
        await card.getByRole('button', { name: 'Save', exact: true }).click();
        await card.getByText('Saved', { exact: true }).waitFor();
        await closeCard(page);
      }
      const stored = async () => (await readCaptured(tools.worker)).creators.length === before + 2;
      await eventually('saved authors', stored);
      await page.mouse.move(2, 2);
      await eventually('three signs', async () => (await marksIn(page)).length === 3);
      const [sign] = (await badgesIn(page)).filter(({ mark }) => mark === 'in-contact');
      if (!sign) throw new Error('no sign beside the name of somebody in contact');
      await page.mouse.move(sign.x + 8, sign.y + 8, { steps: 4 });
      await page.waitForTimeout(1_200);
      await tools.picture(page, 'known');
      await page.close();
    },
  },
  savedReplies,
  {
    name: 'people on the screen are collected, and taken back with one undo',
    async run(tools) {
      const page = await open(tools, 'comments');
      await page.waitForTimeout(800);
      await pressToolbarButton(tools.browsing, page);
      const popup = await openPopup(tools);
      await pressUnderneath(popup.getByRole('button', { name: 'Collect…' }), page);
      const card = await cardIn(page);
      await card.getByRole('checkbox').first().waitFor();
      await page.waitForTimeout(800);
      await tools.picture(page, 'collect');
      const before = (await readCaptured(tools.worker)).creators.length;
      // by keyboard, as everything can be done
      await card.getByRole('button', { name: /^Save \d+$/ }).press('Enter');
      await card.getByRole('button', { name: 'Undo saving' }).press('Enter');
      const same = async () => (await readCaptured(tools.worker)).creators.length === before;
      await eventually('undone', same);
      await page.close();
    },
  },
  {
    name: 'a product page goes on the watchlist',
    async run(tools) {
      const page = await open(tools, 'shopify');
      await pressToolbarButton(tools.browsing, page);
      const popup = await openPopup(tools);
      await popup.getByRole('button', { name: 'Watch this page' }).click();
      const stored = async () => (await readStores(tools.worker)).watchedPages?.length === 1;
      await eventually('watched page', stored);
      await tools.picture(popup, 'popup-product');
      await popup.close();
    },
  },
  watchedShop,
  {
    name: 'today: the popup with the watchlist, the checklist and a tick',
    async run(tools) {
      const page = await open(tools, 'instagram');
      const popup = await openPopup(tools);
      await popup.getByText('Mira Holm').first().waitFor();
      const item = popup.getByRole('checkbox', { name: /figures checked/ });
      await item.click();
      await eventually('tick', () => item.isChecked());
      await tools.picture(popup, 'popup');
      await popup.close();
      await page.close();
    },
  },
  {
    name: 'the creator list: forty more from a table, found by a word, exported',
    async run(tools) {
      const page = await openExtensionPage(tools.browsing, 'dashboard.html#/import');
      const towns = ['Bergen', 'Lyon', '杭州', '台南', 'Porto'];
      const lines = Array.from(
        { length: 40 },
        (_, i) => `Maker ${i},https://www.instagram.com/maker.${i}/,${900 + i * 371},${towns[i % 5]}`,
      );
      const buffer = Buffer.from(['Name,Profile,Followers,Notes', ...lines].join('\n'));
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Check 40 rows' }).click();
      await page.getByRole('button', { name: /^Import 40 rows/ }).waitFor();
      await tools.picture(page, 'import');
      await page.getByRole('button', { name: /^Import 40 rows/ }).click();
      const stored = async () => (await readCaptured(tools.worker)).creators.length === captured.length + 42;
      await eventually('imported rows', stored);
      await page.goto(page.url().replace(/#.*$/, '#/creators'));
      await page.getByText('45 creators').waitFor();
      await page.getByRole('textbox', { name: 'Search names' }).fill('杭州');
      await page.getByText('8 of 45 creators').waitFor();
      await page.getByRole('textbox', { name: 'Search names' }).fill('');
      await tools.picture(page, 'creator-list');
      await page.getByRole('textbox', { name: 'Search names' }).fill('mira');
      await page.getByRole('link', { name: 'Mira Holm' }).click();
      await page.locator('#person-data').waitFor();
      await tools.picture(page, 'creator-page');
      await page.close();
    },
  },
  {
    name: 'site health: what was found lately on each site',
    async run(tools) {
      const page = await openExtensionPage(tools.browsing, 'dashboard.html#/sites');
      await page.getByRole('heading', { name: 'Instagram: profile' }).waitFor();
      await tools.picture(page, 'site-health');
      await page.close();
    },
  },
  ...taggedThings,
  {
    name: 'the whole notebook to one file',
    async run(tools) {
      const page = await openExtensionPage(tools.browsing, 'dashboard.html#/storage');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Back up now' }).click(),
      ]);
      await download.saveAs(join(tools.folder, download.suggestedFilename()));
      await tools.picture(page, 'backup');
      await page.close();
    },
  },
  {
    name: 'a login wall is called one, and nothing is saved',
    async run(tools) {
      const before = await readCaptured(tools.worker);
      const page = await open(tools, 'loginWall');
      await clickOverlay(page);
      await cardIn(page);
      await page.waitForTimeout(800);
      await tools.picture(page, 'login-wall');
      const after = await readCaptured(tools.worker);
      if (after.creators.length !== before.creators.length) throw new Error('somebody was saved from a wall');
    },
  },
];

/**
 * Runs the jobs without a screen; prints one line for each.
 * @param folder gets pictures and `records.json`; what it held before goes away
 * @returns whether all went well
 */
export async function runJobs(folder: string): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browsing = await launchChromium();
  let well = true;
  try {
    const worker = await whenRegistered(browsing);
    const picture = async (page: Page, name: string) => {
      await page.screenshot({
        path: join(folder, `${name}.png`),
        fullPage: page.url().startsWith('chrome-extension:'),
      });
    };
    for (const job of jobs) {
      try {
        await job.run({ browsing, worker, folder, picture });
        console.log(`✓ ${job.name}`);
      } catch (error) {
        well = false;
        console.log(`✗ ${job.name}: ${String(error).split('\n')[0]}`);
      }
    }
    // without the packed contents of snapshots: nobody can read those
    const { blobContents: _contents, ...records } = await readStores(worker);
    writeFileSync(join(folder, 'records.json'), `${JSON.stringify(records, null, 2)}\n`);
    console.log('✓ records written to demo-output/records.json, pictures beside it');
  } finally {
    await browsing.close();
  }
  return well;
}
