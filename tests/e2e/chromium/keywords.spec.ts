import { expect, type Page } from '@playwright/test';
import { openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { bilibili, fixture, openWatch, people } from '../../support/living-pages.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { markedIn, wordGroups } from '../../support/word-marks.ts';

interface Group {
  id: string;
  name: string;
  words: string[];
  enabled: boolean;
}

/** Puts the groups in and comes back to the page that is in front. @returns the dashboard */
async function begin(deckhand: Parameters<typeof openExtensionPage>[0]): Promise<Page> {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  await sendWrite(dashboard, 'keyword.starter', { groups: wordGroups });
  return dashboard;
}

async function groupsIn(dashboard: Page): Promise<Group[]> {
  const answer = (await send(dashboard, 'keyword.groups', {})) as { value: { groups: Group[] } };
  return answer.value.groups;
}

/** How many items were counted today. */
async function countedIn(dashboard: Page): Promise<number> {
  const answer = (await send(dashboard, 'keyword.trend', { days: 1 })) as {
    value: { counts: { count: number }[] };
  };
  return answer.value.counts.reduce((sum, { count }) => sum + count, 0);
}

const nothing = { low: [], medium: [], high: [] };
/** Keeps every text node of the comments, to see whether they are the same ones later. */
const keepNodes = (page: Page) =>
  page.evaluate(() => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('#comments') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    Object.assign(window, { keptNodes: nodes, keptTexts: nodes.map(({ data }) => data) });
  });
const sameNodes = (page: Page) =>
  page.evaluate(() => {
    const { keptNodes, keptTexts } = window as unknown as { keptNodes: Text[]; keptTexts: string[] };
    const now: Text[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('#comments') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) now.push(walker.currentNode as Text);
    return (
      now.length === keptNodes.length &&
      now.every((node, at) => node === keptNodes[at] && node.data === keptTexts[at])
    );
  });

test('words are marked on a living page, and no text node of the site is another one', async ({
  deckhand,
}) => {
  const dashboard = await begin(deckhand);
  const page = await openWatch(
    deckhand,
    `${people} list.append(thread(comment('third', 'such SCAMMERS, link?', 'c3')));`,
  );
  await keepNodes(page);
  const expected = { low: [], medium: ['where did you get', 'link?'], high: ['SCAMMERS'] };
  await expect.poll(() => markedIn(page)).toEqual(expected);
  expect(await sameNodes(page)).toBe(true);
  // each item once, however often the page is opened
  await expect.poll(() => countedIn(dashboard)).toBe(3);
  await page.reload();
  await expect.poll(() => markedIn(page)).toEqual(expected);
  await page.waitForTimeout(2_500);
  expect(await countedIn(dashboard)).toBe(3);
});

test('marks look like something, in an open shadow root too', async ({ deckhand }) => {
  await begin(deckhand);
  deckhand.pages.put(bilibili, fixture('living-bilibili.html'));
  const page = await deckhand.context.newPage();
  await page.goto(bilibili);
  await expect.poll(() => markedIn(page)).toEqual({ ...nothing, medium: ['哪里买'] });
  const painted = await page.evaluate(() => {
    const find = (root: Document | ShadowRoot): Element | null => {
      const own = root.querySelector('#contents');
      if (own?.textContent?.includes('哪里买')) return own;
      for (const element of root.querySelectorAll('*')) {
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    const element = find(document);
    return element && getComputedStyle(element, '::highlight(word-medium)').backgroundColor;
  });
  expect(painted).toMatch(/^rgba\(255, 160, 0/);
  await page.evaluate(() => (window as unknown as { addLater(): void }).addLater());
  await page.waitForTimeout(500);
  expect(await markedIn(page)).toEqual({ ...nothing, medium: ['哪里买'] });
});

test('recycled rows, texts set in place and rows that go are marked by what they show now', async ({
  deckhand,
}) => {
  await begin(deckhand);
  const page = await openWatch(deckhand, people);
  await expect.poll(async () => (await markedIn(page)).medium).toEqual(['where did you get']);
  const say = (at: number, text: string, how: 'textContent' | 'nodeValue') =>
    page.evaluate(
      ([index, words, way]) => {
        const row = document.querySelectorAll('#content-text')[index];
        if (way === 'textContent' && row) row.textContent = words;
        else if (row?.firstChild) row.firstChild.nodeValue = words;
      },
      [at, text, how] as const,
    );
  await say(0, 'a scam, a real scam', 'textContent');
  await expect.poll(() => markedIn(page)).toEqual({ ...nothing, high: ['scam', 'scam'] });
  // in its own text node, of which no observer hears; until it is looked at again nothing wrong is marked
  await say(0, 'just lovely, really', 'nodeValue');
  expect((await markedIn(page)).high).toEqual([]);
  await say(1, 'is there a link?', 'nodeValue');
  await expect.poll(() => markedIn(page)).toEqual({ ...nothing, medium: ['link?'] });
  await page.evaluate(() => document.querySelectorAll('ytd-comment-thread-renderer')[1]?.remove());
  await expect.poll(() => markedIn(page)).toEqual(nothing);
});

test('what is switched off is unmarked at once, and what is written anew is marked', async ({ deckhand }) => {
  const dashboard = await begin(deckhand);
  const page = await openWatch(deckhand, `${people} list.append(thread(comment('third', 'a scam', 'c3')));`);
  await expect.poll(() => markedIn(page)).toEqual({ low: [], medium: ['where did you get'], high: ['scam'] });
  const [buying, trust] = (await groupsIn(dashboard)).sort((a, b) => a.name.localeCompare(b.name));
  const details = { name: 'Buying', kind: 'buying', severity: 'low', words: ['lovely'], enabled: true };
  await sendWrite(dashboard, 'keyword.save', { groupId: buying?.id, details });
  await expect.poll(() => markedIn(page)).toEqual({ low: ['lovely'], medium: [], high: ['scam'] });
  await sendWrite(dashboard, 'settings.save', { changes: { markKeywords: false } });
  await expect.poll(() => markedIn(page)).toEqual(nothing);
  await sendWrite(dashboard, 'settings.save', { changes: { markKeywords: true } });
  await expect.poll(() => markedIn(page)).toEqual({ low: ['lovely'], medium: [], high: ['scam'] });
  for (const group of [buying, trust]) await sendWrite(dashboard, 'keyword.remove', { groupId: group?.id });
  await expect.poll(() => markedIn(page)).toEqual(nothing);
});

test('the file is put only on pages with items, and only while there are words', async ({ deckhand }) => {
  const page = await openWatch(deckhand, people);
  await page.waitForTimeout(1_500);
  const registered = () =>
    page.evaluate(() => [...(CSS.highlights as unknown as Map<string, unknown>).keys()]);
  expect(await registered()).toEqual([]);
  await begin(deckhand);
  await expect.poll(async () => (await registered()).length).toBe(3);
});

test('the popup says in how much of the page words stand, and leads to the alerts', async ({ deckhand }) => {
  await begin(deckhand);
  const page = await openWatch(deckhand, `${people} list.append(thread(comment('third', 'a scam', 'c3')));`);
  await expect.poll(async () => (await markedIn(page)).high).toEqual(['scam']);
  await page.waitForTimeout(2_000);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText('Keywords on this page: 2 comments and posts')).toBeVisible();
  await expect(popup.getByText('1 serious')).toBeVisible();
  await expect(popup.getByText('Trust: 1')).toBeVisible();
  await expect(popup.getByText('Today: 2 found')).toBeVisible();
});

test('a place is saved from the popup, opened with one click, and says when it was last looked at', async ({
  deckhand,
}) => {
  const tagged = 'https://www.instagram.com/lumora/tagged/';
  const html = '<title>(3) Photos of Lumora</title><h1>Photos of Lumora</h1>';
  deckhand.pages.put(tagged, html).put(`${tagged}?igsh=abc`, html);
  const page = await deckhand.context.newPage();
  await page.goto(`${tagged}?igsh=abc`);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Save this place' }).click();
  const open = popup.getByRole('button', { name: 'Open Photos of Lumora' });
  await expect(open).toBeVisible();
  await expect(popup.getByText('Where we are tagged')).toBeVisible();
  await expect(popup.getByText('A saved place')).toBeVisible();
  const looked = async () => {
    const answer = (await send(popup, 'place.list', {})) as { value: { places: { lookedAt: string }[] } };
    return answer.value.places[0]?.lookedAt ?? '';
  };
  const before = await looked();
  const opened = deckhand.context.waitForEvent('page');
  await open.click();
  await expect(await opened).toHaveURL(tagged);
  expect((await looked()) > before).toBe(true);
});

test('a list to begin with is added, tried on a text and switched off on the page of the alerts', async ({
  deckhand,
}) => {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html#/keywords');
  await expect(dashboard.getByText('No keywords yet')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Add Buying intent (Chinese)' }).click();
  await expect(dashboard.getByRole('checkbox', { name: 'Buying intent (Chinese) is on' })).toBeChecked();
  await dashboard.getByLabel('Try a text').last().fill('姐妹求链接，谢谢');
  await expect(dashboard.getByText('Found: Buying intent (Chinese)')).toBeVisible();
  await expect(dashboard.locator('.keywords-tried mark')).toHaveText('求链接');
  await dashboard.getByRole('button', { name: 'Edit Buying intent (Chinese)' }).click();
  const words = dashboard.getByLabel('Words, one per line');
  await words.fill('求链接\nＡ\n求链接\n!!');
  await expect(dashboard.getByText('a single letter would be everywhere')).toBeVisible();
  await expect(dashboard.getByText('only punctuation')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Save group' }).click();
  await expect.poll(async () => (await groupsIn(dashboard))[0]?.words).toEqual(['求链接']);
  await dashboard.getByRole('checkbox', { name: 'Buying intent (Chinese) is on' }).uncheck();
  await expect(dashboard.getByText('Nothing found in this text.')).toBeVisible();
});
