import { expect } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';

const languages = ['en', 'zh_CN', 'zh_TW'] as const;
const schemes = ['light', 'dark'] as const;

for (const colorScheme of schemes) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    for (const language of languages) {
      test(`popup, dashboard and card in ${language} are in order and look as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(120_000);
        await worker.evaluate(() => 0);
        const dashboard = await openExtensionPage(deckhand, 'dashboard.html#/settings');
        expect(await sendWrite(dashboard, 'settings.save', { changes: { language } })).toMatchObject({
          ok: true,
        });
        const page = await openSample(deckhand, 'instagram');
        await clickOverlay(page);
        const card = await cardIn(page);
        await page.waitForTimeout(400);
        await page.screenshot({ path: picture(`card-${language}-${colorScheme}`) });
        expect(await axeFaults(card)).toEqual([]);
        const lang = { en: /^en/, zh_CN: /^zh-(CN|Hans)/, zh_TW: /^zh-(TW|Hant)/ }[language];
        expect(await card.evaluate(() => document.documentElement.lang)).toMatch(lang);

        for (const route of ['welcome', 'settings', 'recovery']) {
          await dashboard.goto(dashboard.url().replace(/#.*$/, `#/${route}`));
          await dashboard.reload();
          await dashboard.locator('button').first().waitFor();
          await dashboard.screenshot({
            path: picture(`dashboard-${route}-${language}-${colorScheme}`),
            fullPage: true,
          });
          expect(await axeFaults(dashboard), route).toEqual([]);
        }

        await page.bringToFront();
        const popup = await deckhand.context.newPage();
        await popup.setViewportSize({ width: 560, height: 600 });
        await popup.goto(dashboard.url().replace(/dashboard\.html.*$/, 'popup.html'));
        await popup.getByText('Mira Holm').first().waitFor();
        await popup.screenshot({ path: picture(`popup-${language}-${colorScheme}`), fullPage: true });
        expect(await axeFaults(popup)).toEqual([]);
        await popup.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        await popup.screenshot({ path: picture(`popup-large-${language}-${colorScheme}`), fullPage: true });
        expect(await sideways(popup), 'nothing is cut off sideways at 200 % text').toBeLessThanOrEqual(0);
      });
    }
  });
}
