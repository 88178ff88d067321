import { expect, type Page, type Worker } from '@playwright/test';
import type { Item } from '../../../utils/domain/item.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay, eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteClosed,
  reply,
  saveReplies,
} from '../../support/palette.ts';

type Answer<T> = { ok: true; value: T };

async function good<T>(answer: Promise<unknown>): Promise<T> {
  const result = (await answer) as Answer<T>;
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** A tag of that name that does something, whether or not it was there. */
async function tagOf(inside: Page, name: string, effect: string): Promise<Tag> {
  const { tags } = await good<{ tags: { tag: Tag }[] }>(send(inside, 'tag.choices', {}));
  const known = tags.find(({ tag }) => tag.name === name)?.tag;
  const details = { name, colour: 'green', effect };
  return good<Tag>(sendWrite(inside, 'tag.save', { details, ...(known ? { tagId: known.id } : {}) }));
}

const commentOf = (handle: string, text: string, number: number) => ({
  kind: 'comment',
  platform: 'instagram',
  keys: [`instagram:comment:#${number}`],
  url: `https://www.instagram.com/p/C9xKettle/c/${number}/`,
  author: {
    platform: 'instagram',
    handle,
    displayName: handle === 'noor.k' ? 'Noor K' : handle,
    url: `https://www.instagram.com/${handle}/`,
  },
  text,
});

/** A fan with some points and a note, another one, and two people whose comments are spam. */
async function fill(inside: Page): Promise<void> {
  const praise = await tagOf(inside, 'Praise', 'fan');
  const spam = await tagOf(inside, 'Spam', 'spam');
  const put = (item: object, tag: Tag) =>
    good(sendWrite(inside, 'item.tag', { item, add: [tag.id], remove: [] }));
  await put(commentOf('noor.k', 'The best kettle I ever had!', 1), praise);
  await put(commentOf('noor.k', 'And the second one is on its way 🫖', 2), praise);
  await put(commentOf('oat.and.elm', '好喜欢这个壶', 3), praise);
  await put(commentOf('cheap.followers', 'Get 10k followers today, link in bio'.repeat(6), 4), spam);
  await put(commentOf('cheap.followers', 'Follow back!!!', 5), spam);
  await put(commentOf('win.now', 'You won. Write me', 6), spam);
}

/** Neither an item nor a fan is there. */
async function nothingTagged(worker: Worker): Promise<boolean> {
  const { fans = [], fanPoints = [], items = [] } = await readStores(worker);
  return fans.length + fanPoints.length + items.length === 0;
}

test('a reply tags the comment that it answers, what the tag does follows, and undo takes it all back', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await saveReplies(deckhand, [
    reply('Thank you', 'Thank you, {{ person.first_name }}!', {
      actions: [{ kind: 'tag-item', tag: 'Praise' }],
    }),
  ]);
  await tagOf(dashboard, 'Praise', 'fan');
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await palette.getByRole('heading', { name: /snow_owl/ }).waitFor();
  await page.keyboard.press('1');
  await paletteClosed(page);
  const { items, fans } = await eventually('the tagged comment', async () => {
    const stores = await readStores(worker);
    return stores.fans?.length ? { items: stores.items as Item[], fans: stores.fans } : undefined;
  });
  expect(items).toMatchObject([
    {
      kind: 'comment',
      platform: 'youtube',
      text: 'where did you get this kettle?',
      author: { handle: 'snow_owl' },
    },
  ]);
  expect(fans).toMatchObject([{ author: { handle: 'snow_owl' }, points: 1 }]);

  await eventually('what followed, in the page', async () =>
    (await wordsInClosedRoots(page)).includes('The author got a superfan point.'),
  );
  // no name of a tag stands in somebody else's page
  expect(await wordsInClosedRoots(page)).not.toContain('Praise');

  await dashboard.bringToFront();
  await dashboard.goto(dashboard.url().replace(/#.*$|$/, '#/fans'));
  await expect(dashboard.getByRole('listitem').filter({ hasText: '@snow_owl' })).toContainText('1 point');
  await page.bringToFront();
  await clickOverlay(page, ({ name }) => name === 'Undo');
  await eventually('nothing tagged', () => nothingTagged(worker));

  // taken out of the editor again before it is sent: the tag goes with it
  await boxOf(page, 'c2').click();
  await openPalette(page, worker);
  await page.keyboard.press('1');
  await paletteClosed(page);
  await eventually('the other tagged comment', async () => !(await nothingTagged(worker)));
  await expect(boxOf(page, 'c2')).toHaveText('Thank you, frost.fern!');
  await page.keyboard.press('Control+z');
  await expect(boxOf(page, 'c2')).toHaveText('');
  // it is told when the editor is left
  await page.waitForTimeout(700);
  await page.locator('textarea').click();
  await eventually('nothing tagged again', () => nothingTagged(worker));
});

test('whom to thank, who is who, and the levels go by keyboard', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/fans');
  await fill(inside);
  const row = (name: string) => inside.getByRole('listitem').filter({ hasText: name });
  await expect(row('Noor K')).toContainText('2 points');
  const thanks = reply('Thank you', 'Thank you, {{ person.first_name }}!', { starter: 'thanks_tag' });
  await sendWrite(inside, 'template.save', { details: thanks });
  await inside.getByRole('button', { name: 'Copy thank-you for Noor K' }).press('Enter');
  await expect(inside.getByText('Thank-you copied: “Thank you, Noor!”').first()).toBeVisible();
  await inside.getByRole('button', { name: 'Thanked: Noor K' }).press('Enter');
  await expect(row('Noor K')).toHaveCount(0);
  // the focus is where the row was, not lost
  await expect(inside.getByRole('heading', { name: 'To thank' })).toBeFocused();
  await inside.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(row('Noor K')).toHaveCount(1);

  await inside.getByRole('tab', { name: 'To thank' }).focus();
  await inside.keyboard.press('ArrowRight');
  await expect(inside.getByRole('tab', { name: 'All' })).toBeFocused();
  await inside.getByRole('button', { name: 'Points of Noor K' }).press('Enter');
  await expect(row('Noor K').first()).toContainText('The best kettle I ever had!');
  await inside.getByLabel('Points by hand').fill('0');
  await inside.keyboard.press('Enter');
  await expect(
    inside
      .getByText('A whole number from −2 to 1,000, not 0.')
      .or(inside.getByText('A whole number from -2 to 1,000, not 0.')),
  ).toBeVisible();
  await inside.getByLabel('Points by hand').fill('4');
  await inside.getByLabel('Why (optional)').fill('showed us to her class');
  await inside.keyboard.press('Enter');
  await expect(row('Noor K').first()).toContainText('Loyal fan');
  await expect(row('Noor K').first()).toContainText('showed us to her class');
  await inside.getByLabel('Show').selectOption({ label: 'Loyal fan only' });
  await expect(row('oat.and.elm')).toHaveCount(0);
  await expect(row('Noor K').first()).toBeVisible();

  await inside.getByRole('tab', { name: 'Levels' }).click();
  await inside.getByLabel('Promoter: from').fill('5');
  await inside.keyboard.press('Enter');
  await expect(inside.getByRole('alert')).toContainText('Each level needs more points');
  await inside.getByLabel('Promoter: from').fill('6');
  await inside.keyboard.press('Enter');
  await expect(inside.getByText('Saved').first()).toBeVisible();
  await inside.getByRole('tab', { name: 'All' }).click();
  await inside.getByLabel('Show').selectOption({ label: 'Promoter only' });
  await expect(row('Noor K').first()).toContainText('Promoter');
});

test('spam is marked as done, found by its author, and taken off the list where it was none', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/spam');
  await fill(inside);
  const rows = inside.locator('.fan-row');
  await expect(rows).toHaveCount(3);
  await inside
    .getByRole('link', { name: '2 of this author: spam of cheap.followers' })
    .first()
    .press('Enter');
  await expect(rows).toHaveCount(2);
  await inside.getByRole('link', { name: 'Show all spam' }).press('Enter');
  await expect(rows).toHaveCount(3);
  await inside.getByRole('button', { name: 'Not spam: You won. Write me' }).press('Enter');
  await expect(rows).toHaveCount(2);
  await inside.getByRole('button', { name: 'Done: Follow back!!!' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(inside.getByRole('heading', { name: 'To do' })).toBeFocused();
  await inside.getByRole('tab', { name: 'To do' }).focus();
  await inside.keyboard.press('ArrowRight');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Follow back!!!');
  const { items = [] } = await readStores(worker);
  expect((items as Item[]).filter(({ spamKeys }) => spamKeys.length > 0)).toHaveLength(2);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    for (const language of ['en', 'zh_CN', 'zh_TW'] as const)
      test(`fans and spam in ${language} are in order and look as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        await worker.evaluate(() => 0);
        const inside = await openExtensionPage(deckhand, 'dashboard.html#/fans');
        await sendWrite(inside, 'settings.save', { changes: { language, firstRunDone: true } });
        await fill(inside);
        const thanks = reply('Thank you', 'Thank you, {{ person.first_name }}!', { starter: 'thanks_tag' });
        await sendWrite(inside, 'template.save', { details: thanks });
        for (const [name, route] of Object.entries({
          fans: 'fans',
          'fans-all': 'fans?tab=all',
          'fans-levels': 'fans?tab=levels',
          spam: 'spam',
        }))
          for (const width of [1_100, 400]) {
            await inside.setViewportSize({ width, height: 800 });
            await inside.goto(inside.url().replace(/#.*$/, `#/${route}`));
            await inside.reload();
            await inside.locator('main h2').first().waitFor({ state: 'attached' });
            await expect(inside.locator('.skeleton')).toHaveCount(0);
            if (name === 'fans-all') await inside.locator('.fan-row button[aria-expanded]').first().click();
            await inside.waitForTimeout(350);
            const file = picture(`${name}-${language}-${colorScheme}-${width}`);
            await inside.screenshot({ path: file, fullPage: true });
            expect(await axeFaults(inside), name).toEqual([]);
            expect(await sideways(inside), name).toBeLessThanOrEqual(0);
          }
      });
  });
