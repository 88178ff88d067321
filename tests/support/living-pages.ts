import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, type Worker } from '@playwright/test';
import { badgesIn } from './badges.ts';
import { cardIn } from './card.ts';
import { type Browsing, openExtensionPage } from './chromium.ts';
import { buttonsInClosedRoots, eventually, lookedAt } from './closed-roots.ts';
import { openAddress } from './e2e.ts';
import { sendWrite } from './messages.ts';
import { readCaptured } from './notebook.ts';

const folder = join(import.meta.dirname, '../fixtures/pages');
/** A page of tests/fixtures/pages. */
export const fixture = (file: string) => readFileSync(join(folder, file), 'utf8');
export const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
export const otherVideo = 'https://www.youtube.com/watch?v=0therVide01';
export const bilibili = 'https://www.bilibili.com/video/BV1kE4y1Z7xA/';

/** Opens the invented watch page with what a script in it says. */
export async function openWatch(deckhand: Browsing, script = ''): Promise<Page> {
  const html = fixture('living-youtube.html').replace('</body>', `<script>${script}</script></body>`);
  deckhand.pages.put(watch, html).put(otherVideo, html);
  return openAddress(deckhand, watch);
}

/** Two comments of invented people. */
export const people = `
  list.append(thread(comment('snow_owl', 'where did you get this kettle?', 'c1')));
  list.append(thread(comment('frost.fern', 'lovely', 'c2')));
`;

/** Points at an author's name as a person would. */
export async function pointAt(page: Page, handle: string, nth = 0): Promise<void> {
  const name = page.locator(`a[href="/@${handle}"]`).nth(nth);
  const at = await name.boundingBox();
  if (!at) throw new Error(`${handle} is not on the page`);
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2, { steps: 3 });
}

/** The one button of an item, once it is there. */
export const groupButton = (page: Page) =>
  eventually('button of the item', async () => (await buttonsInClosedRoots(page))[0]);

/** Presses it as a person would, who first looks. */
export async function pressGroupButton(page: Page): Promise<void> {
  const button = await groupButton(page);
  await page.mouse.move(button.x, button.y, { steps: 3 });
  await lookedAt(page, button);
  await page.mouse.click(button.x, button.y);
}

/** Saves the author of a comment with the button beside her name. @returns the creator’s id */
export async function saveFromItem(page: Page, worker: Worker, handle: string): Promise<string> {
  await eventually('boxes beside names', async () => (await badgesIn(page)).length > 0);
  await pointAt(page, handle);
  await pressGroupButton(page);
  await cardIn(page);
  const saved = await eventually('saved creator', async () => {
    const { accounts } = await readCaptured(worker);
    return accounts.find((account) => account.handle === handle);
  });
  return String(saved.creatorId);
}

/**
 * Presses a button of the popup while the page is in front, as it is under a real popup: here the popup is a tab, and what opens in a page behind it is
 * not painted at once.
 */
export async function pressUnderneath(button: Locator, page: Page): Promise<void> {
  await button.waitFor();
  await page.bringToFront();
  await button.evaluate((element: HTMLElement) => element.click());
}

/** Notes an account as ours. @returns the dashboard in which it was done */
export async function markOwn(deckhand: Browsing, handle: string): Promise<Page> {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  const details = {
    name: 'Fjordlicht',
    accounts: [{ platform: 'youtube', handle, main: true }],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: ['en'],
  };
  expect(await sendWrite(dashboard, 'brand.save', { details })).toMatchObject({ ok: true });
  return dashboard;
}

/** All that a script of the page can find out about what stands beside its names. */
export async function whatThePageSees(page: Page) {
  const covered: boolean[] = [];
  for (const { x, y } of await badgesIn(page)) covered.push(await isCovered(page, x - 2, y - 2));
  return { rows: await rowsOf(page), covered };
}

function rowsOf(page: Page) {
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('span:empty:not([class], [id], [style])')];
    const rows = hosts.map((host) => {
      const name = host.previousElementSibling?.getBoundingClientRect() ?? new DOMRect();
      const points = Array.from({ length: 24 }, (_, x) =>
        document.elementFromPoint(name.right + x, (name.top + name.bottom) / 2),
      );
      const box = host.getBoundingClientRect();
      return {
        html: host.outerHTML,
        root: host.shadowRoot,
        size: [box.width, box.height, host.scrollWidth, host.clientWidth],
        style: getComputedStyle(host).cssText,
        points: points.map((element) => element?.localName),
      };
    });
    return rows;
  });
}

/** Whether the page finds out that something lies over a point of its own: it puts a probe there and asks the browser. */
export function isCovered(page: Page, x: number, y: number): Promise<boolean> {
  return page.evaluate(
    ([left = 0, top = 0]) => {
      const probe = document.createElement('div');
      probe.style.cssText = `position:fixed;background:#eee;left:${left}px;top:${top}px;width:20px;height:20px`;
      document.body.append(probe);
      return new Promise<boolean>((done) => {
        const options = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
        // the first word comes before anything was painted
        let visible = false;
        new IntersectionObserver((entries) => {
          visible = (entries.at(-1) as unknown as { isVisible: boolean }).isVisible;
        }, options).observe(probe);
        setTimeout(() => done(!visible), 600);
      }).finally(() => probe.remove());
    },
    [x, y],
  );
}
