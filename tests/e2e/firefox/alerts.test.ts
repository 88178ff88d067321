import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { alerts } from '../../../utils/i18n/locales/en/alerts.ts';
import { bandedHtml, bandedShop } from '../../support/banded-shop.ts';
import { byWords, type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';
import { looksIn, watchInside } from '../../support/firefox-visits.ts';
import { moveBackgroundClock, sendInside } from '../../support/firefox-window.ts';

/*
 * Firefox gives the notifications only after it was asked for them, to a background that runs already; it forgets alarms and the letters on
 * the button when it closes, and lets letters of a tab through by `null` alone.
 */

const shop = (prices: Record<number, string> = {}) => bandedHtml({ products: 12, height: 1_500, prices });
const hour = 3_600_000;

let firefox: FirefoxBrowsing;
let inside: Page;
let competitorId: string;

beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/settings');
  competitorId = await watchInside(inside, { name: 'Lin Ceramics', url: bandedShop, html: shop() });
});
afterAll(() => firefox?.close());

interface Background {
  browser: {
    action: { getBadgeText(details: object): Promise<string> };
    alarms: { create(name: string, info: object): void; get(name: string): Promise<unknown> };
    notifications?: { create(id: string, options: { message: string }): Promise<string> };
    tabs: { query(filter: object): Promise<{ id: number }[]> };
  };
  told?: [id: string, message: string][];
  rightDate?: DateConstructor;
}
type Own = { browser: { runtime: { getBackgroundPage(): Promise<Background> } } };

/** Every notification that the background has shown: of one that went away by itself the browser knows nothing. */
const listen = () =>
  inside.evaluate(async () => {
    const background = await (globalThis as unknown as Own).browser.runtime.getBackgroundPage();
    const { notifications } = background.browser;
    if (!notifications) throw new Error('no notifications after they were granted');
    const told: [string, string][] = [];
    background.told = told;
    const { create } = notifications;
    notifications.create = (id, options) => {
      told.push([id, options.message]);
      return create.call(notifications, id, options);
    };
  });
const told = () =>
  inside.evaluate(
    async () => (await (globalThis as unknown as Own).browser.runtime.getBackgroundPage()).told ?? [],
  );
const badges = () =>
  inside.evaluate(async () => {
    const { browser } = await (globalThis as unknown as Own).browser.runtime.getBackgroundPage();
    const tabs = await browser.tabs.query({});
    const texts = await Promise.all(tabs.map(({ id }) => browser.action.getBadgeText({ tabId: id })));
    return [...new Set([await browser.action.getBadgeText({}), ...texts])];
  });

test('asked for in a click, counted on the button, told once', async () => {
  const box = await byWords(inside, 'label', alerts.alerts_notify);
  const ready = () =>
    box.evaluate((label) => !(label as HTMLLabelElement).querySelector<HTMLInputElement>('input')?.disabled);
  await until('the box', ready);
  await box.click();
  await until('quiet hours, which stand there once it is on', () =>
    byWords(inside, 'label', alerts.alerts_quiet),
  );
  const changes = { quietHours: null };
  await sendInside(inside, 'settings.save', { operationId: newId(), changes });
  await listen();

  const page = await firefox.openPage('about:blank', { ownWindow: true });
  const visit = async (html: string, looks: number) => {
    firefox.answers.set(bandedShop, html);
    await moveBackgroundClock(inside, looks * 2 * hour);
    await page.goto(bandedShop, { waitUntil: 'domcontentloaded' });
    await until(`look ${looks}`, async () => (await looksIn(inside)).snapshots.length === looks);
  };
  await visit(shop(), 1);
  await visit(shop({ 3: '1.00' }), 2);
  await until('the number on the button', async () => (await badges()).includes('1'));
  expect(await badges()).toEqual(['1']);

  const alarmNow = () =>
    inside.evaluate(async () => {
      const background = await (globalThis as unknown as Own).browser.runtime.getBackgroundPage();
      const { rightDate = Date } = background;
      background.browser.alarms.create('alerts', { when: rightDate.now() + 50 });
    });
  await alarmNow();
  await until('notification', async () => (await told()).length > 0);
  await alarmNow();
  await until('alarm to be over', () =>
    inside.evaluate(async () => {
      const { browser } = await (globalThis as unknown as Own).browser.runtime.getBackgroundPage();
      return (await browser.alarms.get('alerts')) === undefined;
    }),
  );
  const [[id = '', message] = [], ...more] = await told();
  expect(more).toEqual([]);
  expect(message).toBe('Lin Ceramics: 1 change');
  expect(id).toContain(`watch:${competitorId}:`);
}, 90_000);
