import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creatorKeys, itemKeys } from '../../../utils/domain/item-keys.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { bareHost } from '../../support/closed-roots.ts';
import { type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';
import { redPoints } from '../../support/firefox-dots.ts';
import { sampleHtml, samplePages } from '../../support/sample-pages.ts';

const profile = samplePages.instagram.url;
const product = 'https://www.amazon.com/dp/B0BRASSB3L';
const productHtml = '<html lang="en"><title>Brass bell</title><main><h1>Brass bell</h1><p>$12.00</p></main>';

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  firefox.answers.set(profile, sampleHtml('instagram'));
  firefox.answers.set(product, productHtml);
  inside = await firefox.openExtensionPage('dashboard.html');
});
afterAll(() => firefox?.close());

const send = (type: string, input: object) =>
  inside.evaluate(
    (message) =>
      (
        globalThis as unknown as {
          browser: { runtime: { sendMessage(m: object): Promise<{ ok: boolean; value: unknown }> } };
        }
      ).browser.runtime.sendMessage(message),
    { type, input },
  );

/** Tags something as a complaint, which is red. @returns takes it back */
async function complain(item: object): Promise<() => Promise<unknown>> {
  const choices = await send('tag.choices', {});
  const { tags } = choices.value as { tags: { tag: { id: string; starter?: string } }[] };
  const add = tags.filter(({ tag }) => tag.starter === 'complaint').map(({ tag }) => tag.id);
  const operationId = newId();
  expect(await send('item.tag', { operationId, item, add, remove: [] })).toMatchObject({ ok: true });
  return () => send('operation.undo', { operationId: newId(), undo: operationId });
}

const hasDot = async (tab: Page) =>
  (await redPoints(tab, inside, { x: 0, y: 0, width: 900, height: 400 })) > 10;

test.each([
  [
    'profile',
    profile,
    {
      kind: 'creator',
      platform: 'instagram',
      keys: creatorKeys({ platform: 'instagram', handle: 'mira.holm.ceramics' }),
    },
  ],
  [
    'product',
    product,
    {
      kind: 'product',
      platform: 'amazon',
      keys: itemKeys({ platform: 'amazon', kind: 'product', id: 'B0BRASSB3L' }),
    },
  ],
])(
  'a tagged %s’s page shows the dot on its button, and no more once that is taken back',
  async (_what, url, item) => {
    const tab = await firefox.openPage(url);
    await until('button', async () => (await tab.$$(bareHost)).length > 0);
    expect(await hasDot(tab)).toBe(false);
    const undo = await complain({ ...item, url });
    await until('dot', () => hasDot(tab));
    await tab.reload();
    await until('dot after reload', () => hasDot(tab));
    expect(await undo()).toMatchObject({ ok: true });
    await until('no dot', async () => !(await hasDot(tab)));
    await tab.close();
  },
);
