import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemKeys } from '../../../utils/domain/item-keys.ts';
import { popup } from '../../../utils/i18n/locales/en/popup.ts';
import { bareHost } from '../../support/closed-roots.ts';
import { type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';
import { closePopup, pressInPopup, sendInside } from '../../support/firefox-window.ts';

const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const said = 'where did you get this kettle?';

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/rights');
  const html = readFileSync(join(import.meta.dirname, '../../fixtures/pages/living-youtube.html'), 'utf8');
  const script = `<script>list.append(thread(comment('snow_owl', '${said}', 'c1')))</script>`;
  firefox.answers.set(watch, html.replace('</body>', `${script}</body>`));
});
afterAll(() => firefox?.close());

const write = (type: string, input: object) =>
  sendInside(inside, type, { operationId: crypto.randomUUID(), ...input });

test('a picture of what is on the screen is taken by a press in the popup, and shown in the library', async () => {
  const details = { name: 'Pictures of customers', colour: 'green', effect: 'ugc' };
  const tag = (await write('tag.save', { details })) as { value: { id: string } };
  const keys = itemKeys({ platform: 'youtube', kind: 'comment', author: 'snow_owl', text: said });
  const author = { platform: 'youtube', handle: 'snow_owl' };
  const item = { kind: 'comment', platform: 'youtube', keys, url: watch, author, text: said };
  expect(await write('item.tag', { item, add: [tag.value.id], remove: [] })).toMatchObject({ ok: true });

  const page = await firefox.openPage(watch);
  await page.bringToFront();
  await until('a host beside the name', async () => (await page.$$(bareHost)).length >= 1);
  await pressInPopup(firefox, popup.rights_take);
  const list = { view: 'all', before: null, limit: 10 };
  const crop = await until('a picture', async () => {
    const found = (await sendInside(inside, 'rights.list', list)) as {
      value: { rows: { cropId?: string }[] };
    };
    return found.value.rows[0]?.cropId;
  });
  await closePopup(firefox);
  expect(await sendInside(inside, 'rights.crop', { cropId: crop })).toMatchObject({
    ok: true,
    value: { type: 'image/webp' },
  });
  await inside.bringToFront();
  const width = await until('the picture in the library', () =>
    inside.$eval('.rights-card img', (image) => (image as HTMLImageElement).naturalWidth || undefined),
  );
  expect(width).toBeGreaterThan(100);
  await page.close();
});
