import { expect, type Page } from '@playwright/test';
import { localDay } from '../../../utils/domain/day.ts';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';

const languages = ['en', 'zh_CN', 'zh_TW'] as const;
const names = [
  'Mira Holm',
  '林予安',
  'Béa Fournier',
  'عمر الفنان',
  'Tobias “Tobi” Fell',
  '陶小鹿 Studio',
  'Ana',
];

/** A notebook with some people in different states; one of them was read from a page. */
async function someWork(inside: Page): Promise<string> {
  const ids: string[] = [];
  for (const [i, displayName] of names.entries()) {
    const url = `https://www.instagram.com/maker.${i}/`;
    const account = { platform: 'instagram', handle: `maker.${i}`, url };
    const answer = (await sendWrite(inside, 'creator.add', { displayName, account })) as {
      value: { creatorId: string };
    };
    ids.push(answer.value.creatorId);
  }
  const edit = (from: number, to: number, changes: object) =>
    sendWrite(inside, 'creator.edit-many', { creatorIds: ids.slice(from, to), changes });
  await edit(0, 3, { status: 'negotiating', addTags: ['spring', '陶器'], lastContact: localDay() });
  await edit(1, 2, { nextAction: { text: 'Send the sample', due: '2026-01-05' } });
  await edit(4, 5, { doNotContact: true, role: 'koc' });
  const filter = { statuses: ['negotiating'] };
  await sendWrite(inside, 'view.save', { name: 'Talking', filter, sort: { by: 'due', descending: false } });
  return ids[0] ?? '';
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    for (const language of languages) {
      test(`the pages of the dashboard in ${language} are in order and look as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(150_000);
        await worker.evaluate(() => 0);
        const inside = await openExtensionPage(deckhand, 'dashboard.html#/creators');
        await sendWrite(inside, 'settings.save', { changes: { language } });
        const look = async (name: string) => {
          await inside.waitForTimeout(350);
          await inside.screenshot({ path: picture(`${name}-${language}-${colorScheme}`), fullPage: true });
          expect(await axeFaults(inside), name).toEqual([]);
        };
        const goTo = async (route: string) => {
          await inside.goto(inside.url().replace(/#.*$/, `#/${route}`));
          await inside.reload();
          await inside.locator('h1').first().waitFor();
        };
        await goTo('creators');
        await look('list-empty');

        const page = await openSample(deckhand, 'tiktok');
        await clickOverlay(page);
        await cardIn(page);
        await page.close();
        await someWork(inside);
        await goTo('creators');
        await inside.getByText('林予安').waitFor();
        await look('list');
        await inside.getByRole('grid').focus();
        await inside.keyboard.press('Control+a');
        await look('list-selected');
        await goTo('creators?q=nobody-is-called-this');
        await look('list-nothing');
        await goTo('creators');
        await inside.getByRole('link', { name: 'Lune et Laine' }).click();
        await inside.locator('#person-data').waitFor();
        await look('person');
        for (const route of ['import', 'activity', 'storage', 'about']) {
          await goTo(route);
          await look(route);
        }

        // narrow, and with large letters, nothing is cut off sideways
        await inside.setViewportSize({ width: 400, height: 800 });
        for (const route of ['creators', 'import', 'activity', 'storage', 'about', 'settings']) {
          await goTo(route);
          await look(`narrow-${route}`);
          expect(await sideways(inside), route).toBeLessThanOrEqual(0);
        }
        await inside.setViewportSize({ width: 1000, height: 800 });
        for (const route of ['creators', 'storage']) {
          await goTo(route);
          await inside.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
          });
          await look(`large-${route}`);
          expect(await sideways(inside), route).toBeLessThanOrEqual(0);
        }
      });
    }
  });
}
