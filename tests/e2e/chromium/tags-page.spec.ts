import { expect, type Page } from '@playwright/test';
import type { Tag } from '../../../utils/domain/tag.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { comment } from '../../support/tagged-comment.ts';

type Choices = { value: { tags: { tag: Tag; used: number }[] } };

async function starter(inside: Page, name: string): Promise<Tag> {
  const { value } = (await send(inside, 'tag.choices', {})) as Choices;
  const found = value.tags.find(({ tag }) => tag.starter === name)?.tag;
  if (!found) throw new Error(`no tag ${name}`);
  return found;
}
const put = (inside: Page, item: object, ...tags: Tag[]) =>
  sendWrite(inside, 'item.tag', { item, add: tags.map(({ id }) => id), remove: [] });

const long = '我的水壶收到就是碎的，发了三次私信都没人理！'.repeat(12);

async function someItems(inside: Page): Promise<Tag> {
  const [complaint, idea, spam] = [
    await starter(inside, 'complaint'),
    await starter(inside, 'idea'),
    await starter(inside, 'spam'),
  ];
  await put(inside, comment({ id: '1', text: long }), complaint, idea);
  await put(inside, comment({ id: '2', text: 'Where is my parcel?' }), complaint);
  await put(inside, comment({ id: '2', text: 'It came broken.' }), idea);
  await put(inside, comment({ id: '3', text: 'Averyverylongwordwithoutanyspaceatall'.repeat(6) }), spam);
  return complaint;
}

test('a tag is made, used, taken off with undo, retired, and removed with undo', async ({ deckhand }) => {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/tags');
  await sendWrite(inside, 'settings.save', { changes: { firstRunDone: true, language: 'en' } });
  await inside.reload();
  await inside.getByRole('button', { name: 'Edit Complaint' }).waitFor();

  await inside.getByRole('button', { name: 'New tag' }).click();
  await inside.getByLabel('Name').fill('Window shop');
  await inside.getByLabel('Key').fill('c');
  await expect(inside.getByText('C already chooses “Complaint”')).toBeVisible();
  await inside.getByLabel('Key').fill('w');
  await inside.getByRole('radio', { name: 'Teal' }).check();
  await inside.getByRole('button', { name: 'Save', exact: true }).click();
  const line = inside.locator('li', { has: inside.getByRole('button', { name: 'Edit Window shop' }) });
  await expect(line).toContainText('Nothing more');

  const { value } = (await send(inside, 'tag.choices', {})) as Choices;
  const made = value.tags.find(({ tag }) => tag.name === 'Window shop')?.tag as Tag;
  await put(inside, comment({ id: '1', text: 'Lovely window' }), made);
  await line.getByRole('link', { name: '1 item tagged Window shop' }).click();
  const item = inside.locator('li', { has: inside.locator('blockquote', { hasText: 'Lovely window' }) });
  await item.getByRole('button', { name: /^Take Window shop off/ }).click();
  await expect(inside.getByText('Nothing here yet')).toBeVisible();
  await inside.getByRole('button', { name: 'Undo' }).click();
  await expect(item).toBeVisible();

  await inside.getByRole('link', { name: 'All tags' }).click();
  await inside.getByRole('button', { name: 'Remove Window shop' }).click();
  await expect(inside.getByRole('dialog')).toContainText('1 item carries it');
  await inside.getByRole('button', { name: 'Remove the tag' }).click();
  await expect(line).toHaveCount(0);
  await inside.getByRole('button', { name: 'Undo' }).click();
  await expect(line).toContainText('1 item');
  await line.getByRole('button', { name: 'Stop offering Window shop' }).click();
  await expect(inside.getByRole('heading', { name: 'No longer offered' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    const look = async (page: Page, name: string) => {
      await page.waitForTimeout(300);
      await page.screenshot({ path: picture(`tags-${name}-${colorScheme}`), fullPage: true });
      expect(await axeFaults(page), name).toEqual([]);
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
    };

    for (const language of ['en', 'zh_CN', 'zh_TW'] as const) {
      test(`the tags in ${language} are in order and look as the pictures show`, async ({ deckhand }) => {
        test.setTimeout(120_000);
        const inside = await openExtensionPage(deckhand, 'dashboard.html#/about');
        await sendWrite(inside, 'settings.save', { changes: { firstRunDone: true, language } });
        const complaint = await someItems(inside);
        await inside.evaluate(() => {
          location.hash = '#/tags';
        });
        await inside.reload();
        const line = inside.locator('.tag-line').first();
        await line.waitFor();
        await look(inside, `list-${language}`);
        await line.getByRole('button').first().click();
        await inside.locator('.tags-colours').waitFor();
        await look(inside, `edit-${language}`);
        await inside.setViewportSize({ width: 400, height: 800 });
        await look(inside, `narrow-${language}`);
        await inside.evaluate((id) => {
          location.hash = `#/tags?tag=${id}`;
        }, complaint.id);
        await inside.locator('.tags-quote').first().waitFor();
        await look(inside, `items-narrow-${language}`);
        await inside.setViewportSize({ width: 1280, height: 800 });
        await look(inside, `items-${language}`);
      });
    }
  });
}
