import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { type FirefoxBrowsing, launchFirefox, readStores, until, wordsOn } from '../../support/firefox.ts';
import { openByKey } from '../../support/firefox-palette.ts';
import { reply, watchPage, watchPageHtml } from '../../support/palette.ts';

let firefox: FirefoxBrowsing;
let dashboard: Page;

async function sendTo<T>(type: string, input: object): Promise<T> {
  const answer = await dashboard.evaluate(
    (message) =>
      (
        globalThis as unknown as {
          browser: { runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: unknown }> } };
        }
      ).browser.runtime.sendMessage(message),
    { type, input },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value as T;
}
const write = <T>(type: string, input: object) => sendTo<T>(type, { operationId: newId(), ...input });

beforeAll(async () => {
  firefox = await launchFirefox();
  firefox.answers.set(watchPage, watchPageHtml());
  dashboard = await firefox.openExtensionPage('dashboard.html');
  const { tags } = await sendTo<{ tags: { tag: Tag }[] }>('tag.choices', {});
  const known = tags.find(({ tag }) => tag.name === 'Praise')?.tag;
  const details = { name: 'Praise', colour: 'green', effect: 'fan' };
  await write('tag.save', { details, ...(known ? { tagId: known.id } : {}) });
  const thanks = reply('Thank you', 'Thank you, {{ person.first_name }}!', {
    actions: [{ kind: 'tag-item', tag: 'Praise' }],
  });
  await write('template.save', { details: thanks });
});
afterAll(() => firefox?.close());

test('a reply tags the comment that it answers, its author is to be thanked, and undo takes it back', async () => {
  const page = await firefox.openPage(watchPage);
  await page.bringToFront();
  await page.waitForSelector('[data-box="c1"]');
  await page.click('[data-box="c1"]');
  const palette = await openByKey(firefox, page);
  await until('whom it answers', async () => (await wordsOn(palette)).includes('snow_owl'));
  await page.keyboard.press('1');
  const { items, operations } = await until('the tagged comment', async () => {
    const stores = await readStores(dashboard);
    return stores.fans?.length ? stores : undefined;
  });
  expect(items as Item[]).toMatchObject([
    { kind: 'comment', text: 'where did you get this kettle?', author: { handle: 'snow_owl' } },
  ]);

  await dashboard.bringToFront();
  await dashboard.evaluate(() => {
    location.hash = '#/fans';
  });
  await until('whom to thank', async () => (await wordsOn(dashboard)).includes('@snow_owl · YouTube'));
  const undo = (operations as { id: string; type: string }[]).find(
    ({ type }) => type === 'template.used',
  )?.id;
  await write('operation.undo', { undo });
  await until('nobody to thank', async () => (await wordsOn(dashboard)).includes('Nobody waits for thanks'));
  const after = await readStores(dashboard);
  expect([after.items, after.fans, after.fanPoints]).toEqual([[], [], []]);
});
