import { expect, type Page } from '@playwright/test';
import { type Browsing, extensionPage, openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';

const languages = ['en', 'zh_CN', 'zh_TW'] as const;
type Language = (typeof languages)[number];

const hour = 60 * 60_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();
const author = { platform: 'instagram', handle: 'lin.kettle', displayName: 'Lin 林' };

/** Cases in every state, with short and long texts. @returns id of one that was passed on */
async function someCases(inside: Page): Promise<string> {
  const open = async (title: string, over: object = {}) => {
    const made = await sendWrite(inside, 'case.open', { title, source: 'none', urgent: false, ...over });
    return (made as { value: { id: string } }).value.id;
  };
  const move = (caseId: string, step: object) => sendWrite(inside, 'case.move', { caseId, move: step });
  await open('水壶碎了，客户很生气 / broken kettle, very angry', {
    urgent: true,
    waitsSince: ago(50),
    quote: '我的水壶收到就是碎的，发了三次私信都没人理！'.repeat(8),
    url: 'https://www.instagram.com/p/C9x/c/1/',
    platform: 'instagram',
    author,
  });
  const passed = await open('Where is my parcel?', {
    waitsSince: ago(20),
    quote: 'Ordered two weeks ago, tracking has not moved since Monday.',
    url: 'https://www.youtube.com/watch?v=1',
    platform: 'youtube',
    author: { ...author, platform: 'youtube' },
  });
  await move(passed, { to: 'passed-on', department: 'Warehouse 仓库', departmentDue: ago(2) });
  await sendWrite(inside, 'case.log', { caseId: passed, step: 'nudged' });
  const answered = await open(
    'Averyverylongwordwithoutanyspaceatallthatmustnotpushthepagesideways'.repeat(3),
  );
  await move(answered, { to: 'passed-on', department: '美工 Design' });
  await move(answered, { to: 'answer-received', answer: 'The green comes back in December.\nNot before.' });
  const replied = await open('Size question');
  await move(replied, { to: 'replied' });
  const closed = await open('Collaboration offer', { waitsSince: ago(3) });
  await move(closed, { to: 'replied' });
  await move(closed, { to: 'closed' });
  return passed;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    const look = async (page: Page, name: string, language: Language) => {
      await page.waitForTimeout(300);
      await page.screenshot({ path: picture(`queue-${name}-${language}-${colorScheme}`), fullPage: true });
      expect(await axeFaults(page), name).toEqual([]);
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
    };
    const begin = async (deckhand: Browsing, language: Language) => {
      const inside = await openExtensionPage(deckhand, 'dashboard.html#/queue');
      await sendWrite(inside, 'settings.save', { changes: { language, firstRunDone: true } });
      await inside.reload();
      await inside.locator('.queue').waitFor();
      return inside;
    };

    for (const language of languages) {
      test(`what is to be handled in ${language} is in order and looks as the pictures show`, async ({
        deckhand,
      }) => {
        test.setTimeout(120_000);
        const inside = await begin(deckhand, language);
        await inside.locator('.empty').first().waitFor();
        await look(inside, 'empty', language);
        const passed = await someCases(inside);
        const row = inside.locator(`[data-case="${passed}"]`);
        await row.waitFor();
        await look(inside, 'full', language);
        await row.locator('.queue-title').focus();
        await inside.keyboard.press('Enter');
        await row.locator('.facts').waitFor();
        for (const summary of await row.locator('summary').all()) await summary.click();
        await look(inside, 'details', language);
        await row.locator('.queue-title').focus();
        await inside.keyboard.press('p');
        await row.locator('form').waitFor();
        await look(inside, 'pass-on', language);
        await inside.keyboard.press('Escape');
        await inside.keyboard.press('?');
        await inside.locator('.queue-keys').waitFor();
        await inside.locator('.queue-top button').first().click();
        await inside.getByRole('dialog').waitFor();
        await look(inside, 'new', language);
        await inside.keyboard.press('Escape');
        for (const panel of await inside.locator('main > details').all())
          await panel.locator('summary').click();
        await look(inside, 'lists', language);
        await inside.goto(extensionPage(deckhand, 'dashboard.html#/settings'));
        await inside.locator('#team').waitFor();
        await inside.locator('#team').scrollIntoViewIfNeeded();
        await inside.locator('section:has(> .panel-head > #team)').screenshot({
          path: picture(`queue-team-${language}-${colorScheme}`),
        });
      });

      test(`what is to be handled in ${language} is whole on a narrow page, in large letters, beside the page and when it fails`, async ({
        deckhand,
      }) => {
        test.setTimeout(120_000);
        const inside = await begin(deckhand, language);
        const passed = await someCases(inside);
        const narrow = { width: 400, height: 800 };
        await inside.setViewportSize(narrow);
        await inside.locator(`[data-case="${passed}"] .queue-title`).click();
        await inside.locator(`[data-case="${passed}"] .facts`).waitFor();
        await look(inside, 'narrow', language);
        await inside.setViewportSize({ width: 800, height: 800 });
        await inside.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        await look(inside, 'large', language);

        const panel = await deckhand.context.newPage();
        await panel.setViewportSize(narrow);
        await panel.goto(extensionPage(deckhand, 'sidepanel.html#queue'));
        await panel.locator('[data-case]').first().waitFor();
        await look(panel, 'panel', language);

        const popup = await deckhand.context.newPage();
        await popup.setViewportSize({ width: 560, height: 600 });
        await popup.goto(extensionPage(deckhand, 'popup.html'));
        await popup.locator('.cases-row').waitFor();
        await look(popup, 'popup', language);

        const failing = await deckhand.context.newPage();
        await failing.addInitScript(() => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: { type: string }): Promise<unknown> } };
          };
          const send = chrome.runtime.sendMessage.bind(chrome.runtime);
          chrome.runtime.sendMessage = async (message) =>
            message.type.startsWith('case.') ? { ok: false, code: 'busy', message: '' } : send(message);
        });
        await failing.goto(extensionPage(deckhand, 'dashboard.html#/queue'));
        await failing.locator('.note.bad').first().waitFor();
        await look(failing, 'failing', language);
      });
    }
  });
}
