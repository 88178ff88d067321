import { expect, type Page, type Worker } from '@playwright/test';
import type { Browsing } from '../../support/chromium.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteClosed,
  paletteFrame,
  pressHotKey,
  reply,
  saveReplies,
  searchIn,
} from '../../support/palette.ts';

const languages = ['en', 'zh_CN', 'zh_TW'] as const;
const schemes = ['light', 'dark'] as const;

const replies = [
  reply(
    'Where to buy',
    {
      en: 'Hi {{ person.first_name }}, thank you for asking! It is from our own shop, and it ships within two days.\n\nHave a look whenever you like.',
      'zh-CN': '{{ person.first_name }}你好，谢谢你问！是我们自己店里的，两天内发货。\n\n有空来看看。',
    },
    { shortcut: 'shop', tags: ['shop'] },
  ),
  reply('Where is my parcel', 'Please send us {{ ask.order_number }}, we will look.', { shortcut: 'parcel' }),
  reply('Code of the campaign', 'With {{ campaign.code }} it is cheaper, until {{ campaign.ends | date }}.', {
    shortcut: 'code',
  }),
  reply('仅中文的回复：售后由专人跟进，请稍等', { 'zh-CN': '已经转给同事，今天之内回复你。' }),
  ...Array.from({ length: 30 }, (_, at) =>
    reply(`Thank a tagger, wording number ${at + 1} with a title that is rather long`, `Thank you! ${at}`),
  ),
];

async function look(deckhand: Browsing, language: (typeof languages)[number]): Promise<Page> {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  expect(await sendWrite(dashboard, 'settings.save', { changes: { language } })).toMatchObject({ ok: true });
  return dashboard;
}

const larger = (place: Page) =>
  place.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });

async function callIn(page: Page, worker: Worker, box: string) {
  await page.bringToFront();
  await boxOf(page, box).click();
  await paletteFrame(page);
  return openPalette(page, worker);
}

for (const colorScheme of schemes) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    for (const language of languages) {
      const name = (what: string) => picture(`replies-${what}-${language}-${colorScheme}`);

      test(`saved replies at the caret in ${language} are in order and look as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(180_000);
        await look(deckhand, language);
        const page = await openWatchPage(deckhand);
        await page.bringToFront();
        await boxOf(page, 'c1').click();
        const empty = await paletteFrame(page);
        await pressHotKey(worker);
        await empty.locator('.empty').waitFor();
        await page.waitForTimeout(400);
        await page.screenshot({ path: name('none') });
        expect(await axeFaults(empty)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(empty.locator('.empty')).toHaveCount(0);
        await saveReplies(deckhand, replies);

        const palette = await callIn(page, worker, 'c1');
        await expect(palette.locator('.preview-text')).toContainText('Hi snow_owl');
        await page.waitForTimeout(600);
        await page.screenshot({ path: name('full') });
        expect(await axeFaults(palette)).toEqual([]);

        await searchIn(palette).fill('campaign');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(400);
        await page.screenshot({ path: name('missing') });
        expect(await axeFaults(palette)).toEqual([]);

        await searchIn(palette).fill('仅中文');
        await page.waitForTimeout(400);
        await page.screenshot({ path: name('other-language') });
        expect(await axeFaults(palette)).toEqual([]);

        await searchIn(palette).fill('nothing like this');
        await page.waitForTimeout(400);
        await page.screenshot({ path: name('not-found') });
        expect(await axeFaults(palette)).toEqual([]);
        await page.keyboard.press('Escape');
        await paletteClosed(page);

        await page.setViewportSize({ width: 400, height: 700 });
        const narrow = await callIn(page, worker, 'c2');
        await expect(narrow.locator('.preview-text')).toContainText('frost.fern你好');
        await page.waitForTimeout(400);
        await page.screenshot({ path: name('narrow') });
        await larger(narrow as unknown as Page);
        await page.waitForTimeout(200);
        await page.screenshot({ path: name('narrow-large') });
        expect(await sideways(narrow as unknown as Page)).toBeLessThanOrEqual(0);
      });

      test(`saved replies beside the page in ${language} are in order and look as the pictures show`, async ({
        deckhand,
      }) => {
        test.setTimeout(180_000);
        const dashboard = await look(deckhand, language);
        await saveReplies(deckhand, replies);
        const account = { platform: 'youtube', handle: 'snow_owl', url: 'https://www.youtube.com/@snow_owl' };
        const owl = await sendWrite(dashboard, 'creator.add', { displayName: 'Snow Owl Ceramics', account });
        const { creatorId } = (owl as { value: { creatorId: string } }).value;
        const changes = {
          status: 'negotiating',
          nextAction: { text: 'Ask about the samples', due: '2026-01-05' },
        };
        expect(await sendWrite(dashboard, 'creator.update', { creatorId, changes })).toMatchObject({
          ok: true,
        });
        const page = await openWatchPage(deckhand);
        await boxOf(page, 'c1').click();
        await paletteFrame(page);

        const panel = await deckhand.context.newPage();
        await panel.setViewportSize({ width: 320, height: 800 });
        await panel.goto(dashboard.url().replace(/dashboard\.html.*$/, 'sidepanel.html'));
        await panel.locator('.preview-text').waitFor();
        await panel.locator('.who').waitFor();
        await panel.screenshot({ path: name('panel'), fullPage: true });
        expect(await axeFaults(panel)).toEqual([]);
        expect(await sideways(panel)).toBeLessThanOrEqual(0);
        await larger(panel);
        await panel.screenshot({ path: name('panel-large'), fullPage: true });
        expect(await sideways(panel), 'nothing is cut off sideways at 200 % text').toBeLessThanOrEqual(0);
        await panel.close();

        await page.bringToFront();
        const popup = await deckhand.context.newPage();
        await popup.setViewportSize({ width: 560, height: 600 });
        await popup.goto(dashboard.url().replace(/dashboard\.html.*$/, 'popup.html'));
        await popup.locator('.this-page .secondary button[aria-expanded]').last().click();
        await popup.locator('.preview-text').waitFor();
        await popup.screenshot({ path: name('popup'), fullPage: true });
        expect(await axeFaults(popup)).toEqual([]);
        await larger(popup);
        await popup.screenshot({ path: name('popup-large'), fullPage: true });
        expect(await sideways(popup)).toBeLessThanOrEqual(0);
        await popup.close();

        const offLimits = 'https://forum.example/t/1';
        deckhand.pages.put(offLimits, '<!doctype html><title>Forum</title><textarea></textarea>');
        const forum = await deckhand.context.newPage();
        await forum.goto(offLimits);
        const other = await deckhand.context.newPage();
        await other.setViewportSize({ width: 320, height: 800 });
        await other.goto(dashboard.url().replace(/dashboard\.html.*$/, 'sidepanel.html'));
        await other.locator('.note').first().waitFor();
        await other.locator('[role="listbox"]').waitFor();
        await other.screenshot({ path: name('panel-no-access'), fullPage: true });
        expect(await axeFaults(other)).toEqual([]);
        expect(await sideways(other)).toBeLessThanOrEqual(0);
      });
    }
  });
}
