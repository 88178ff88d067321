import { expect } from '@playwright/test';
import { badgesIn, marksIn } from '../../support/badges.ts';
import { cardIn, closeCard } from '../../support/card.ts';
import { eventually } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import {
  bilibili,
  fixture,
  openWatch,
  otherVideo,
  people,
  pointAt,
  pressGroupButton,
  saveFromItem,
} from '../../support/living-pages.ts';
import { readCaptured } from '../../support/notebook.ts';

test('rows that are used again show who they are of now', async ({ deckhand, worker }) => {
  const page = await openWatch(deckhand, people);
  await saveFromItem(page, worker, 'snow_owl');
  await closeCard(page);
  await page.reload();
  await expect.poll(() => marksIn(page)).toEqual(['known']);
  // no node is added or taken: an attribute and a text change, as a recycling list does it
  await page.evaluate(() => {
    const link = document.querySelector('a[href="/@snow_owl"]');
    link?.setAttribute('href', '/@night_train');
    if (link?.firstChild) link.firstChild.nodeValue = '@night_train';
    document.querySelector('#scroller')?.dispatchEvent(new Event('scroll'));
  });
  await expect.poll(() => marksIn(page)).toEqual([]);
  await pointAt(page, 'night_train');
  await pressGroupButton(page);
  await expect
    .poll(async () => (await readCaptured(worker)).accounts.map(({ handle }) => handle))
    .toContain('night_train');
});

test('items in nested open shadow roots are found, also those that come later', async ({
  deckhand,
  worker,
}) => {
  deckhand.pages.put(bilibili, fixture('living-bilibili.html'));
  const page = await openAddress(deckhand, bilibili);
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await page.evaluate(() => (window as unknown as { addLater(): void }).addLater());
  await eventually('four boxes', async () => (await badgesIn(page)).length === 4);
  const name = page.getByText('雪人');
  await name.hover();
  await pressGroupButton(page);
  await cardIn(page);
  await expect
    .poll(async () => (await readCaptured(worker)).accounts)
    .toMatchObject([{ platform: 'bilibili', handle: '70010001' }]);
});

test('items in a dialog, after a move inside the page and back', async ({ deckhand, worker }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await page.evaluate((address) => {
    const dialog = document.createElement('dialog');
    const code = window as unknown as { comment(...words: string[]): Element };
    dialog.append(code.comment('dialog_fox', 'inside', 'c9'));
    document.body.append(dialog);
    dialog.showModal();
    history.pushState({}, '', address);
  }, otherVideo);
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await pointAt(page, 'dialog_fox');
  await pressGroupButton(page);
  await expect
    .poll(async () => (await readCaptured(worker)).accounts.map(({ handle }) => handle))
    .toEqual(['dialog_fox']);
  await page.goBack();
  await expect.poll(() => marksIn(page)).toEqual(['known']);
  await expect.poll(() => badgesIn(page)).toHaveLength(3);
});

test('five thousand comments: no long task of ours, nothing moves, the site’s order stays', async ({
  deckhand,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  const seen = await page.evaluate(async () => {
    const code = window as unknown as { fill(count: number): void };
    const shifts: number[] = [];
    const tasks: number[] = [];
    const watchFor = (type: string, into: number[], figure: (entry: PerformanceEntry) => number) =>
      new PerformanceObserver((list) => into.push(...list.getEntries().map(figure))).observe({ type });
    watchFor('layout-shift', shifts, (entry) => (entry as unknown as { value: number }).value);
    code.fill(5_000);
    // the site's own task and its layout end first
    const places = () =>
      [...document.querySelectorAll('ytd-comment-view-model')]
        .slice(0, 200)
        .map((row) => Math.round(row.getBoundingClientRect().top));
    const before = places();
    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 0));
    watchFor('longtask', tasks, (entry) => entry.duration);
    await new Promise((done) => setTimeout(done, 3_000));
    const rows = [...document.querySelectorAll('#comments > *')];
    return {
      shifts,
      tasks,
      moved: places().filter((top, at) => top !== before[at]).length,
      rows: rows.length,
      ordered: rows
        .slice(2)
        .every((row, at) => row.querySelector('a')?.getAttribute('href') === `/@visitor_${at}`),
      hosts: document.querySelectorAll('span:empty:not([class], [id], [style])').length,
    };
  });
  expect(seen).toMatchObject({ shifts: [], moved: 0, rows: 5_002, ordered: true });
  expect(seen.tasks.filter((duration) => duration > 50)).toEqual([]);
  // beside the names near the window, not beside five thousand
  expect(seen.hosts).toBeGreaterThan(5);
  expect(seen.hosts).toBeLessThan(60);
});
