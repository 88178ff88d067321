import { expect } from '@playwright/test';
import { badgesIn, dotsIn, marksIn } from '../../support/badges.ts';
import { cardGone, cardIn, escapeCard, hasCard } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { buttonsInClosedRoots, eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import {
  bilibili,
  fixture,
  openWatch,
  otherVideo,
  people,
  pointAt,
  watch,
  whatThePageSees,
} from '../../support/living-pages.ts';
import { send } from '../../support/messages.ts';
import { savedHtml, savedPages } from '../../support/saved-pages.ts';
import { openPickerFor, pressTagButton, pressToast } from '../../support/tag-on-page.ts';

const none = [[], []];

test('a comment is tagged with one key; the dot is on it after reload, in a used row and after a move', async ({
  deckhand,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  expect(await dotsIn(page)).toEqual(none);
  const picker = await openPickerFor(page, 'snow_owl');
  await expect(picker.getByText('where did you get this kettle?')).toBeVisible();
  await expect(picker.getByRole('option', { name: /Complaint/ })).toContainText('24 h');
  await page.keyboard.press('c');
  await cardGone(page);
  await expect.poll(() => dotsIn(page)).toEqual([['red'], []]);
  const said = await wordsInClosedRoots(page);
  expect(said).toContain('Tags saved. It waits under “To handle” now.');
  expect(said).not.toContain('Complaint');

  await pressToast(page, 'Undo');
  await expect.poll(() => dotsIn(page)).toEqual(none);
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  expect(await send(dashboard, 'item.list', { before: null, limit: 10 })).toMatchObject({
    ok: true,
    value: { rows: [] },
  });
  await page.bringToFront();

  await openPickerFor(page, 'snow_owl');
  await page.keyboard.press('c');
  await expect.poll(() => dotsIn(page)).toEqual([['red'], []]);
  expect(await send(dashboard, 'item.list', { before: null, limit: 10 })).toMatchObject({
    value: {
      rows: [
        {
          item: {
            kind: 'comment',
            platform: 'youtube',
            text: 'where did you get this kettle?',
            author: { handle: 'snow_owl' },
          },
        },
      ],
    },
  });
  await page.reload();
  await expect.poll(() => dotsIn(page)).toEqual([['red'], []]);

  // a recycling list puts another comment into the row, and this one into another row
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('ytd-comment-view-model')];
    const [first, second] = rows;
    if (!first || !second) throw new Error('no rows');
    const inner = first.innerHTML;
    first.innerHTML = second.innerHTML;
    second.innerHTML = inner;
    document.querySelector('#scroller')?.dispatchEvent(new Event('scroll'));
  });
  await expect.poll(() => dotsIn(page)).toEqual([[], ['red']]);

  await page.evaluate((address) => history.pushState({}, '', address), otherVideo);
  await page.evaluate((address) => history.pushState({}, '', address), watch);
  await expect.poll(() => dotsIn(page)).toEqual([[], ['red']]);
});

test('several tags and a new one are chosen together, by name and by press', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  const picker = await openPickerFor(page, 'frost.fern');
  await picker.getByRole('option', { name: /Praise/ }).click();
  await picker.getByRole('option', { name: /Idea/ }).click();
  await picker.getByRole('combobox').fill('Autumn kettle');
  await picker.getByRole('option', { name: 'New tag “Autumn kettle”' }).click();
  await picker.getByRole('button', { name: 'Save tags' }).click();
  await cardGone(page);
  await expect.poll(async () => (await dotsIn(page)).map(({ length }) => length)).toEqual([0, 3]);
  // taken off again by the same way
  const again = await openPickerFor(page, 'frost.fern');
  await expect(again.getByRole('option', { selected: true })).toHaveCount(3);
  await page.keyboard.press('Shift+A');
  await expect(again.getByRole('option', { name: /Autumn kettle/ })).toBeVisible();
  await escapeCard(page);
});

test('who knows the key presses it before the picker is there', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await pointAt(page, 'frost.fern');
  await pressTagButton(page);
  await cardIn(page);
  await page.keyboard.press('t');
  await cardGone(page);
  await expect.poll(() => dotsIn(page)).toEqual([[], ['green']]);
});

test('Escape closes the picker, and the focus is back at the item', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await page.locator('#like').focus();
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press('Tab');
  await eventually('buttons', async () => (await wordsInClosedRoots(page)).includes('Tag'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('<span></span>');
  // seen for long enough
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  const picker = await cardIn(page);
  await expect(picker.getByRole('combobox')).toBeFocused();
  await escapeCard(page);
  await expect.poll(focused).toContain('/@snow_owl');
  expect(await dotsIn(page)).toEqual(none);
});

test('comments in shadow roots are tagged one by one, whatever comes later', async ({ deckhand }) => {
  deckhand.pages.put(bilibili, fixture('living-bilibili.html'));
  const page = await openAddress(deckhand, bilibili);
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await page.getByText('雪人').hover();
  await pressTagButton(page);
  await (await cardIn(page)).getByRole('combobox').waitFor();
  await page.keyboard.press('p');
  await cardGone(page);
  await expect.poll(async () => (await dotsIn(page)).flat()).toEqual(['amber']);
  const at = (await dotsIn(page)).findIndex(({ length }) => length > 0);
  await page.evaluate(() => (window as unknown as { addLater(): void }).addLater());
  await eventually('four boxes', async () => (await badgesIn(page)).length === 4);
  await page.reload();
  await expect.poll(async () => (await dotsIn(page)).findIndex(({ length }) => length > 0)).toBe(at);
  expect((await dotsIn(page)).flat()).toEqual(['amber']);
});

test('whoever wrote spam is marked on every later comment', async ({ deckhand }) => {
  const page = await openWatch(
    deckhand,
    `${people} list.append(thread(comment('snow_owl', 'cheap watches here', 'c9')));`,
  );
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await openPickerFor(page, 'snow_owl', 1);
  await page.keyboard.press('x');
  await expect.poll(() => marksIn(page)).toEqual(['spam', 'spam']);
  expect(await dotsIn(page)).toEqual([[], [], ['grey']]);
});

test('the page sees no difference between a tagged comment and any other', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  const before = await whatThePageSees(page);
  await openPickerFor(page, 'snow_owl');
  await page.keyboard.press('c');
  await expect.poll(() => dotsIn(page)).toEqual([['red'], []]);
  await page.reload();
  await expect.poll(() => dotsIn(page)).toEqual([['red'], []]);
  await page.mouse.move(5, 700);
  expect(await whatThePageSees(page)).toEqual(before);
});

test('no trick of the page opens the picker or tags anything', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await pointAt(page, 'snow_owl');
  await eventually('buttons', async () => (await wordsInClosedRoots(page)).includes('Tag'));
  // presses that a script makes up, on everything that it can reach
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('span:empty')) {
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      host.dispatchEvent(
        new KeyboardEvent('keydown', { key: 't', altKey: true, shiftKey: true, bubbles: true }),
      );
      if (host instanceof HTMLElement) host.click();
    }
    window.postMessage({ type: 'tagging.open', input: {} }, '*');
  });
  await page.waitForTimeout(500);
  expect(hasCard(page)).toBe(false);
  // a real press on a button that the page has faded away
  await page.addStyleTag({ content: 'ytd-comment-view-model { opacity: 0.01 }' });
  await page.waitForTimeout(500);
  const tag = await eventually('button for tags', async () =>
    (await buttonsInClosedRoots(page)).find(({ name }) => name === 'Tag'),
  );
  await page.mouse.click(tag.x, tag.y);
  await page.waitForTimeout(500);
  expect(hasCard(page)).toBe(false);
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  expect(await send(dashboard, 'item.list', { before: null, limit: 10 })).toMatchObject({
    value: { rows: [] },
  });
});

const saved = savedPages();
/** Saved pages with comments, and the name of somebody who wrote one, in three ways to tell comments apart. */
const written = {
  'reddit/news-thread-old-2016.html.gz': '#thing_t1_d4hj7i5 > .entry a.author',
  'weibo/dilireba-post-comments-weibocn.html': '.c[id^="C_"] >> nth=2 >> a >> nth=0',
  'tieba/olympics-diving-thread.html.gz': 'a.p_author_name >> nth=1',
};
for (const [file, author] of Object.entries(written)) {
  test(`on ${file} a comment is tagged and has its dot again after reload, and nobody else`, async ({
    deckhand,
  }) => {
    test.skip(saved === null, 'no ../shared/pages beside the project');
    const real = saved?.find((each) => each.file === file);
    if (!real) throw new Error(`${file} is not in the index`);
    deckhand.pages.put(real.url, savedHtml(real));
    const page = await openAddress(deckhand, real.url);
    const show = () =>
      page.locator(author).evaluate((name) => name.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await show();
    await eventually('boxes beside names', async () => (await badgesIn(page)).length > 0);
    await page.locator(author).hover();
    await pressTagButton(page);
    await (await cardIn(page)).getByRole('combobox').waitFor();
    await page.keyboard.press('c');
    await cardGone(page);
    await expect.poll(async () => (await dotsIn(page)).flat()).toEqual(['red']);
    await page.reload();
    await show();
    await expect.poll(async () => (await dotsIn(page)).flat()).toEqual(['red']);
    const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
    const listed = await send(dashboard, 'item.list', { before: null, limit: 10 });
    const rows = (
      listed as { value: { rows: { item: { author: { displayName?: string; handle: string } } }[] } }
    ).value.rows;
    expect(rows).toHaveLength(1);
    const name = (await page.locator(author).textContent())?.trim();
    expect([rows[0]?.item.author.displayName, rows[0]?.item.author.handle]).toContain(name);
  });
}
