import { expect, type Page, type Worker } from '@playwright/test';
import type { Case } from '../../../utils/domain/case.ts';
import { badgesIn, dotsIn, rowsWithDots } from '../../support/badges.ts';
import { cardGone, cardIn } from '../../support/card.ts';
import { hoursToAnswer, stepsOf } from '../../support/case-times.ts';
import { type Browsing, openExtensionPage } from '../../support/chromium.ts';
import { eventually } from '../../support/closed-roots.ts';
import { commentedPage, commentedPages, drawComments } from '../../support/commented-pages.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { bilibili, fixture, openWatch, otherVideo, people, watch } from '../../support/living-pages.ts';
import { moveClock } from '../../support/moved-clock.ts';
import { readStores } from '../../support/notebook.ts';
import { openPickerFor, pressTagButton, pressToast } from '../../support/tag-on-page.ts';

/*
 * From a comment on a page to a closed case, on the project's own living pages and on saved real ones: what is tagged there is what waits in
 * the queue, both clocks say how long, and the dot stays with its comment.
 */

const hour = 60 * 60_000;
const none = [[], []];

/** The only case that there is. */
async function onlyCase(inside: Page): Promise<Case> {
  const { cases = [] } = await readStores(inside);
  expect(cases).toHaveLength(1);
  return cases[0] as unknown as Case;
}

/**
 * Does in the queue all that there is to do with the case of a comment: passes it on, five hours later has the answer, an hour after that has
 * replied, and closes it.
 * @param waited what the customer's clock says after that hour
 */
async function handleCase(
  deckhand: Browsing,
  worker: Worker,
  { text, waited }: { text: string; waited: string | RegExp },
): Promise<Case> {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/queue');
  const row = inside.locator('[data-case]');
  await expect(row).toHaveCount(1);
  await expect(row.locator('blockquote')).toContainText(text);
  await expect(row).toContainText('To answer · Us');
  await row.locator('.queue-title').click();
  await row.getByRole('button', { name: /^Pass on: / }).click();
  await row.getByLabel('Pass on to', { exact: true }).fill('Warehouse');
  await row.getByRole('button', { name: 'Pass on without copying' }).click();
  await expect(row).toContainText('Passed on · Warehouse');

  await moveClock(worker, 5 * hour);
  await moveClock(inside, 5 * hour);
  await row.getByRole('button', { name: /^Answer received: / }).click();
  await row.getByLabel('Answer of the department').fill('A new one leaves today');
  await row.getByRole('button', { name: 'Answer received', exact: true }).click();
  await expect(row).toContainText('Answer received · Us');
  await expect(row).toContainText('Warehouse: took 5 hr');

  await moveClock(worker, 6 * hour);
  await moveClock(inside, 6 * hour);
  await row.getByRole('button', { name: /^Replied: / }).click();
  await expect(row.locator('.queue-clocks')).toContainText(waited);
  await expect(row).toContainText('Warehouse: took 5 hr');
  await row.getByRole('button', { name: /^Close case: / }).click();
  await expect(row).toHaveCount(0);
  await inside.getByText('Done', { exact: true }).click();
  await expect(inside.getByText('Answered and closed')).toBeVisible();

  const closed = await onlyCase(inside);
  expect(closed).toMatchObject({ state: 'closed', answer: 'A new one leaves today' });
  expect(stepsOf(closed)).toEqual({ passedOn: 0, answered: 5, replied: 6, closed: 6 });
  await inside.close();
  return closed;
}

/** Opens a dialog of comments over the watch page. @param open whose comments, from above */
const openDialog = (page: Page, ...open: string[]) =>
  page.evaluate((handles) => {
    const dialog = document.createElement('dialog');
    const code = window as unknown as { comment(...words: string[]): Element };
    dialog.append(...handles.map((handle) => code.comment(handle, `broken, says ${handle}`, `in-${handle}`)));
    document.body.append(dialog);
    dialog.showModal();
  }, open);

test('a comment in a dialog: tagged there, taken back, tagged, drawn anew, followed through the queue', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await openDialog(page, 'dialog_fox', 'dialog_owl');
  await eventually('four boxes', async () => (await badgesIn(page)).length === 4);
  await openPickerFor(page, 'dialog_fox');
  await page.keyboard.press('c');
  await cardGone(page);
  await expect.poll(() => dotsIn(page)).toEqual([...none, ['red'], []]);
  // the line at the bottom stands above the dialog, which makes all else dead
  await pressToast(page, 'Undo');
  await expect.poll(() => dotsIn(page)).toEqual([...none, ...none]);
  await openPickerFor(page, 'dialog_fox');
  await page.keyboard.press('c');
  await cardGone(page);
  await expect.poll(() => dotsIn(page)).toEqual([...none, ['red'], []]);

  // closed, away to another video and back, opened again with the newest first
  await page.evaluate((address) => {
    document.querySelector('dialog')?.remove();
    history.pushState({}, '', address);
  }, otherVideo);
  await expect.poll(() => dotsIn(page)).toEqual(none);
  await page.goBack();
  await openDialog(page, 'dialog_owl', 'dialog_fox');
  await expect.poll(() => dotsIn(page)).toEqual([...none, [], ['red']]);
  await page.reload();
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await openDialog(page, 'dialog_fox', 'dialog_owl');
  await expect.poll(() => dotsIn(page)).toEqual([...none, ['red'], []]);

  const one = await handleCase(deckhand, worker, {
    text: 'broken, says dialog_fox',
    waited: 'Customer waited 6 hr',
  });
  expect(one).toMatchObject({ author: { handle: 'dialog_fox' }, platform: 'youtube' });
  expect(one.url).toContain(watch);
  expect(one.waitsSince).toBe(one.createdAt);
  expect(hoursToAnswer(one)).toBe(24);
});

test('a comment in shadow roots is followed through the queue, and keeps its dot when it is drawn anew', async ({
  deckhand,
  worker,
}) => {
  deckhand.pages.put(bilibili, fixture('living-bilibili.html'));
  const page = await openAddress(deckhand, bilibili);
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await page.getByText('路过').hover();
  await pressTagButton(page);
  await (await cardIn(page)).getByRole('combobox').waitFor();
  await page.keyboard.press('c');
  await cardGone(page);
  await expect.poll(() => dotsIn(page)).toEqual([[], [], ['red']]);
  // the thread goes and comes back first, in roots that are new
  await page.evaluate(() => {
    const code = window as unknown as {
      thread(element: Element): Element;
      comment(name: string, number: number, who: string, text: string): Element;
    };
    const root = document.querySelector('bili-comments')?.shadowRoot;
    root?.lastElementChild?.remove();
    root?.prepend(code.thread(code.comment('bili-comment-renderer', 70010003, '路过', '好看')));
  });
  await expect.poll(() => dotsIn(page)).toEqual([['red'], [], []]);
  const one = await handleCase(deckhand, worker, { text: '好看', waited: 'Customer waited 6 hr' });
  expect(one).toMatchObject({ platform: 'bilibili', author: { displayName: '路过' } });
  await page.reload();
  await expect.poll(() => dotsIn(page)).toEqual([[], [], ['red']]);
});

for (const real of commentedPages) {
  test(`${real.file}: from a comment to the closed case, and its dot after reload, move and redrawing`, async ({
    deckhand,
    worker,
  }) => {
    test.setTimeout(90_000);
    const saved = commentedPage(real);
    test.skip(saved === null, 'no ../shared/pages beside the project');
    if (!saved) return;
    const { html, url } = saved;
    deckhand.pages.put(url, html);
    const page = await openAddress(deckhand, url);
    const { row, id, tagged } = real;
    const author = page.locator(`${row}[${id}="${tagged}"]`).first().locator(real.author).first();
    const show = () =>
      author.evaluate((name) => name.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const dotsAreRight = async () => {
      await show();
      await expect.poll(() => rowsWithDots(page, real)).toEqual([tagged]);
    };
    const draw = (order: 'same' | 'turned' | 'none') => page.evaluate(drawComments, { html, row, order });
    const name = (await author.textContent())?.trim() ?? '';
    await show();
    await eventually('boxes beside names', async () => (await badgesIn(page)).length > 0);
    await author.hover();
    await pressTagButton(page);
    await (await cardIn(page)).getByRole('combobox').waitFor();
    await page.keyboard.press('c');
    await cardGone(page);
    await dotsAreRight();

    await page.reload();
    await dotsAreRight();
    await draw('turned');
    await dotsAreRight();
    await page.evaluate((address) => history.pushState({}, '', address), real.elsewhere);
    await draw('none');
    await expect.poll(() => rowsWithDots(page, real)).toEqual([]);
    await page.goBack();
    await draw('same');
    await dotsAreRight();

    const waited = real.written === undefined ? 'Customer waited 6 hr' : /Customer waited [\d,]{3,} days/;
    const one = await handleCase(deckhand, worker, { text: real.text, waited });
    expect([one.author?.displayName, one.author?.handle]).toContain(name);
    expect(one.waitsSince).toBe(real.written ?? one.createdAt);
    expect(hoursToAnswer(one)).toBe(24);
    await page.bringToFront();
    await dotsAreRight();
  });
}
