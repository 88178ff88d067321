import { expect, type Page } from '@playwright/test';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { markOwn, openWatch } from '../../support/living-pages.ts';
import { axeFaults, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { moveClock } from '../../support/moved-clock.ts';

/*
 * The queue in the real extension, by keyboard alone: a tagged comment becomes a case, is passed on, answered, replied to and closed, and both
 * clocks say what they must.
 */

const hour = 60 * 60_000;
const comment = 'https://www.instagram.com/p/C9x/c/17/';

/** A complaint that was written three hours ago, tagged. @returns id of the case */
async function tagComplaint(inside: Page): Promise<string> {
  const details = {
    name: 'Broken goods',
    colour: 'red',
    effect: 'case',
    urgent: true,
    owner: 'Customer care',
  };
  const tag = (await sendWrite(inside, 'tag.save', { details })) as { value: { id: string } };
  const item = {
    kind: 'comment',
    platform: 'instagram',
    keys: ['instagram:comment:#17'],
    url: comment,
    author: { platform: 'instagram', handle: 'lin.kettle', displayName: 'Lin' },
    text: 'My kettle came broken and nobody answers!',
    publishedAt: new Date(Date.now() - 3 * hour).toISOString(),
  };
  const tagged = (await sendWrite(inside, 'item.tag', { item, add: [tag.value.id], remove: [] })) as {
    value: { caseId?: string };
  };
  return tagged.value.caseId ?? '';
}

const stateOf = async (inside: Page, caseId: string) =>
  ((await send(inside, 'case.get', { caseId })) as { value: { case: { state: string } } }).value.case.state;
const focused = (inside: Page) => inside.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('tag, queue, passed on, answered, replied, closed: by keys alone, with the times right', async ({
  deckhand,
  worker,
}) => {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/queue');
  await inside.getByText('Nothing waits').waitFor();
  const caseId = await tagComplaint(inside);
  await sendWrite(inside, 'case.open', {
    title: 'Ask for the new price list',
    source: 'none',
    urgent: false,
  });
  const list = inside.getByRole('list', { name: 'Cases to handle' });
  await expect(list.locator('[data-case]')).toHaveCount(2);
  const first = list.locator('[data-case]').first();
  await expect(first).toContainText('Urgent');
  await expect(first).toContainText('Customer waits 3 hr');
  await expect(first).toContainText('Customer care');
  await expect(first.getByRole('link')).toHaveAttribute('href', comment);

  await first.locator('.queue-title').focus();
  await inside.keyboard.press('j');
  expect(await focused(inside)).toContain('price list');
  await inside.keyboard.press('ArrowUp');
  await inside.keyboard.press('Enter');
  await expect(first.getByText('Answer due')).toBeVisible();
  expect(await axeFaults(inside)).toEqual([]);

  await inside.keyboard.press('p');
  await expect(inside.getByLabel('Pass on to', { exact: true })).toBeFocused();
  await inside.getByLabel('Pass on to', { exact: true }).selectText();
  await inside.keyboard.type('Warehouse');
  await expect(first.getByText('They wrote: “My kettle came broken and nobody answers!”')).toBeVisible();
  expect(await axeFaults(inside)).toEqual([]);
  await inside.keyboard.press('Enter');
  await expect.poll(() => stateOf(inside, caseId)).toBe('passed-on');
  await expect(first.locator('.queue-title')).toBeFocused();
  await expect(first).toContainText('Warehouse');

  // five hours later nobody has said a word
  await moveClock(worker, 5 * hour);
  await inside.keyboard.press('n');
  await expect(first).toContainText('reminded once');
  await inside.keyboard.press('r');
  await expect(inside.getByLabel('Answer of the department')).toBeFocused();
  await inside.keyboard.type('A new one leaves today');
  await inside.keyboard.press('Tab');
  await inside.keyboard.press('Enter');
  await expect.poll(() => stateOf(inside, caseId)).toBe('answer-received');
  await expect(first.getByText('A new one leaves today')).toBeVisible();
  await expect(first).toContainText('Warehouse: took 5 hr');

  await moveClock(worker, 6 * hour);
  await inside.keyboard.press('s');
  await expect.poll(() => stateOf(inside, caseId)).toBe('replied');
  // it went to the end, the next one has its place and the focus
  await expect.poll(() => focused(inside)).toContain('price list');
  await inside.keyboard.press('u');
  await expect.poll(() => stateOf(inside, caseId)).toBe('answer-received');
  // the keys mean the rows that are shown
  await expect(first).toContainText('Urgent');
  await inside.keyboard.press('k');
  await inside.keyboard.press('s');
  await expect.poll(() => stateOf(inside, caseId)).toBe('replied');
  await expect.poll(() => focused(inside)).toContain('price list');
  await expect(list.locator('[data-case]').last()).toContainText('Urgent');
  await inside.keyboard.press('ArrowDown');
  await inside.keyboard.press('c');
  await expect.poll(() => stateOf(inside, caseId)).toBe('closed');
  await expect(list.locator('[data-case]')).toHaveCount(1);
  await expect(inside.locator('.queue-figures')).toContainText('9 hr (one answer)');
  await expect(inside.locator('.queue-figures')).toContainText('5 hr (one answer)');

  await inside.getByText('Done', { exact: true }).click();
  await expect(inside.getByText('Answered and closed')).toBeVisible();
  await inside.getByText('List by department').click();
  await expect(inside.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
  expect(await axeFaults(inside)).toEqual([]);
});

test('beside the page: the same list in the side panel, with a way back to the saved replies', async ({
  deckhand,
}) => {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/tags');
  const caseId = await tagComplaint(inside);
  const panel = await openExtensionPage(deckhand, 'sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.getByRole('tab', { name: 'To handle (1)' }).click();
  const row = panel.locator(`[data-case="${caseId}"]`);
  await row.locator('.queue-title').click();
  await row.getByRole('button', { name: /^Answer: / }).click();
  await expect(row.getByText('Saved replies that may fit')).toBeVisible();
  expect(await axeFaults(panel)).toEqual([]);
  expect(await sideways(panel)).toBeLessThanOrEqual(0);
  await panel.bringToFront();
  await row.getByRole('button', { name: 'To the saved replies, to insert one' }).click();
  await expect(panel.getByRole('tab', { name: 'Saved replies' })).toHaveAttribute('aria-selected', 'true');
});

test('the popup says what waits and leads to the most urgent', async ({ deckhand }) => {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/tags');
  const caseId = await tagComplaint(inside);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByRole('region', { name: 'To handle' })).toContainText('To handle: 1');
  const opened = deckhand.context.waitForEvent('page');
  await popup.getByRole('button', { name: /kettle|Broken goods/ }).click();
  const page = await opened;
  await page.waitForURL(new RegExp(`#/queue/${caseId}$`));
  await expect(page.locator(`[data-case="${caseId}"] .queue-title`)).toHaveAttribute('aria-expanded', 'true');
});

test('comments of a page of ours that have no answer stand in the queue until they have one', async ({
  deckhand,
}) => {
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/queue');
  const details = { name: 'Curious', colour: 'blue', effect: 'case' };
  await sendWrite(inside, 'tag.save', { details });
  await markOwn(deckhand, 'kettle_house');
  const page = await openWatch(
    deckhand,
    `list.append(
      thread(comment('snow_owl', 'where?', 'c1'), comment('kettle_house', 'in the shop', 'c2')),
      thread(comment('frost.fern', 'is it real?', 'c3')),
      thread(comment('a_third', 'and the lid?', 'c6')),
    );`,
  );
  await page.bringToFront();
  const seen = inside.locator('.queue-seen [data-seen]');
  await expect(seen).toHaveCount(2, { timeout: 20_000 });
  await inside.bringToFront();
  expect(await axeFaults(inside)).toEqual([]);
  const fern = inside.locator('[data-seen]', { hasText: 'frost.fern' });
  await fern.focus();
  await inside.keyboard.press('t');
  await fern.getByRole('button', { name: 'Curious', exact: true }).click();
  await expect(seen).toHaveCount(1);
  await expect(inside.getByRole('list', { name: 'Cases to handle' })).toContainText('is it real?');

  const lid = inside.locator('[data-seen]', { hasText: 'a_third' });
  await lid.focus();
  await inside.keyboard.press('x');
  await expect(seen).toHaveCount(0);
});
