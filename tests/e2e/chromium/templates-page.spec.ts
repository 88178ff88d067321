import { expect, type Page } from '@playwright/test';
import { newId } from '../../../utils/domain/new-id.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { putTemplates } from '../../support/palette.ts';

const wording = (text: string) => ({ id: newId(), text });
const replyOf = (title: string, text: string, more: object = {}) => ({
  title,
  folder: '',
  tags: [],
  platforms: [],
  variants: [{ language: 'en', wordings: [wording(text)] }],
  actions: [],
  ...more,
});

async function stored(
  inside: Page,
): Promise<{ title: string; variants: { wordings: { text: string }[] }[]; draft?: boolean }[]> {
  const answer = (await send(inside, 'template.list', {})) as {
    value: { templates: { title: string; variants: { wordings: { text: string }[] }[]; draft?: boolean }[] };
  };
  return answer.value.templates;
}

/** A text whose chips are typed around, taken out and undone by keys alone. */
test('a reply is written by keyboard, its variables as chips, and stored as Liquid', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/template/new');
  await inside.getByLabel('Title').fill('Where to buy');
  const text = inside.getByRole('textbox', { name: 'Text', exact: true });
  await text.click();
  await inside.keyboard.type('Hi ');
  await inside.getByRole('button', { name: 'Insert' }).press('Enter');
  await inside.getByRole('button', { name: 'First name', exact: true }).press('Enter');
  await expect(text.locator('[data-source]')).toHaveText('First name');
  // the focus is back in the text, behind the chip
  await inside.keyboard.type('!');
  await inside.keyboard.press('Enter');
  await inside.keyboard.press('Enter');
  await inside.keyboard.type('你好 👨‍👩‍👧');
  await inside.keyboard.press('Backspace');
  await inside.keyboard.type('{{ product.title }}');
  await expect(text.locator('[data-source]').last()).toHaveText('Product');
  await inside.keyboard.press('Backspace');
  await expect(text.locator('[data-source]')).toHaveCount(1);
  await inside.keyboard.press('Control+z');
  await expect(text.locator('[data-source]')).toHaveCount(2);
  await inside.keyboard.press('Control+s');
  await expect(inside.getByText('“Where to buy” saved').first()).toBeVisible();
  expect((await stored(inside))[0]?.variants[0]?.wordings[0]?.text).toBe(
    'Hi {{ person.first_name }}!\n\n你好 {{ product.title }}',
  );
  await expect(inside.locator('.templates-bubble')).toHaveText('Hi Mia!\n\n你好 Stoneware mug');
  // what is left by going elsewhere is saved
  await text.press('End');
  await inside.keyboard.type(' ok');
  await inside.getByRole('link', { name: 'Back to the saved replies' }).click();
  await inside.getByRole('grid').waitFor();
  await expect
    .poll(async () => (await stored(inside))[0]?.variants[0]?.wordings[0]?.text)
    .toBe('Hi {{ person.first_name }}!\n\n你好 {{ product.title }} ok');
});

test('text of an input method arrives once, and arrow keys pass a chip in one step', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/template/new');
  await inside.getByLabel('Title').fill('Composed');
  const text = inside.getByRole('textbox', { name: 'Text', exact: true });
  await text.click();
  await inside.keyboard.type('{{ person.name }}');
  const cdp = await inside.context().newCDPSession(inside);
  await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.imeSetComposition', { text: '你', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.insertText', { text: '你好' });
  await inside.keyboard.press('ArrowLeft');
  await inside.keyboard.press('ArrowLeft');
  await inside.keyboard.press('ArrowLeft');
  await inside.keyboard.type('A');
  await inside.keyboard.press('Delete');
  await inside.keyboard.press('Control+s');
  await expect(inside.getByText('“Composed” saved').first()).toBeVisible();
  expect((await stored(inside))[0]?.variants[0]?.wordings[0]?.text).toBe('A你好');
});

test('a broken text says where, leads there, and is kept as a draft', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/template/new');
  await inside.getByLabel('Title').fill('Broken');
  const text = inside.getByRole('textbox', { name: 'Text', exact: true });
  await text.click();
  await inside.keyboard.type('One{% if brand.name %}');
  await inside.getByRole('button', { name: /Line 1, column/ }).click();
  await expect(text).toBeFocused();
  await inside.keyboard.press('Control+s');
  await expect(inside.getByText('“Broken” saved').first()).toBeVisible();
  expect((await stored(inside))[0]).toMatchObject({ title: 'Broken', draft: true });
});

test('two thousand replies: only what is near is drawn, and a search answers at once', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/templates');
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    details: replyOf(`Reply ${index + 1}`, `Text of ${index + 1}`, {
      folder: index % 2 ? 'Even' : 'Odd/Inner',
    }),
  }));
  many.push({ details: replyOf('物流查询', '您的包裹在路上') });
  await putTemplates(inside, many);
  await inside.getByText('2,001 replies').waitFor();
  expect(await inside.getByRole('row').count()).toBeLessThan(80);
  await inside.getByLabel('Search titles').fill('wlcx');
  await inside.getByText('1 of 2,001 replies').waitFor();
  await expect(inside.getByRole('link', { name: '物流查询' })).toBeVisible();
  await inside.getByLabel('Search titles').fill('');
  await inside.getByRole('button', { name: /^Folder/ }).click();
  await inside.getByRole('button', { name: /^Odd/ }).click();
  await inside.getByText('1,000 of 2,001 replies').waitFor();
  await inside.getByRole('grid').focus();
  await inside.keyboard.press('End');
  await inside.keyboard.press('Enter');
  await inside.getByLabel('Title').waitFor();
});

test('ten thousand lines come in step by step, the page answers meanwhile, and one undo takes them out', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(240_000);
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/templates/import');
  const lines = Array.from({ length: 10_000 }, (_, at) => `Title ${at}\tReply number ${at} about parcels`);
  const file = { name: 'replies.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) };
  const count = async () => (await stored(inside)).length;
  const begin = async () => {
    await inside.locator('input[type=file]').setInputFiles(file);
    await inside.getByRole('button', { name: 'Import 10,000 replies' }).click();
  };
  await begin();
  await inside.getByRole('button', { name: 'Stop' }).press('Enter');
  await inside.getByText(/^Stopped: /).waitFor();
  const some = await count();
  expect(some).toBeLessThan(10_000);
  await inside.getByText(`Stopped: ${some.toLocaleString('en')} of 10,000 rows are in.`).waitFor();
  // the same file again brings what is missing, and doubles nothing
  await inside.getByRole('button', { name: 'Import another file' }).click();
  await inside.locator('input[type=file]').setInputFiles(file);
  const left = (10_000 - some).toLocaleString('en');
  await inside.getByRole('button', { name: `Import ${left} replies` }).click();
  await inside.getByText('The replies are imported.').waitFor({ timeout: 60_000 });
  expect(await count()).toBe(10_000);
  expect(new Set((await stored(inside)).map(({ title }) => title)).size).toBe(10_000);
  await inside.getByRole('button', { name: 'Take the whole import back', exact: true }).click();
  await inside.getByText('The whole import is taken back.').first().waitFor({ timeout: 60_000 });
  expect(await count()).toBe(some);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    for (const language of ['en', 'zh_CN', 'zh_TW'] as const) {
      test(`the pages in ${language} are in order and look as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(150_000);
        await worker.evaluate(() => 0);
        const inside = await openExtensionPage(deckhand, 'dashboard.html#/templates');
        await sendWrite(inside, 'settings.save', { changes: { language } });
        const goTo = async (route: string) => {
          await inside.goto(inside.url().replace(/#.*$/, `#/${route}`));
          await inside.reload();
          await inside.locator('h1').first().waitFor();
          await inside.waitForTimeout(350);
        };
        const look = async (name: string) => {
          await inside.screenshot({ path: picture(`${name}-${language}-${colorScheme}`), fullPage: true });
          expect(await axeFaults(inside), name).toEqual([]);
        };
        await goTo('templates');
        await look('templates-empty');
        await inside.locator('.empty .button.primary').click();
        await inside.getByRole('grid').waitFor();
        const extra = replyOf('Broken one', '{{ brand.name', {
          draft: true,
          reviewOn: '2026-01-05',
          tags: ['vip'],
        });
        await sendWrite(inside, 'template.save', { details: extra });
        await goTo('templates');
        await look('templates-list');
        const ids = (await stored(inside)) as unknown as { id: string; title: string; draft?: boolean }[];
        const legit = ids.find(({ draft }) => !draft)?.id ?? '';
        const broken = ids.find(({ draft }) => draft)?.id ?? '';
        const routes = [
          ['editor', `template/${legit}`],
          ['broken', `template/${broken}`],
          ['new', 'template/new'],
          ['import', 'templates/import'],
          ['handover', 'templates/handover'],
        ] as const;
        for (const [name, route] of routes) {
          await goTo(route);
          await look(`templates-${name}`);
        }
        await goTo(`template/${legit}`);
        await inside.locator('.templates-wording .creators-menu-button').first().click();
        await look('templates-menu');

        await inside.setViewportSize({ width: 400, height: 800 });
        for (const [name, route] of [['list', 'templates'] as const, ...routes]) {
          await goTo(route);
          await look(`templates-narrow-${name}`);
          expect(await sideways(inside), route).toBeLessThanOrEqual(0);
        }
        await inside.setViewportSize({ width: 1000, height: 800 });
        for (const [name, route] of [['list', 'templates'] as const, ...routes]) {
          await goTo(route);
          await inside.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
          });
          await look(`templates-large-${name}`);
          expect(await sideways(inside), route).toBeLessThanOrEqual(0);
        }
      });
    }
  });
}
