import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../../../utils/domain/case.ts';
import { hoursToAnswer, stepsOf } from '../../support/case-times.ts';
import { bareHost } from '../../support/closed-roots.ts';
import { commentedPage, commentedPages, drawComments } from '../../support/commented-pages.ts';
import {
  byWords,
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
} from '../../support/firefox.ts';
import { hasRedDot } from '../../support/firefox-dots.ts';
import { moveBackgroundClock } from '../../support/firefox-window.ts';

/*
 * From a comment on a page to a closed case: what is tagged there is what waits in the queue, both clocks say how long, and the dot stays with
 * its comment. In a dialog, and on a saved real page too.
 */

const hour = 60 * 60_000;
const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const otherVideo = 'https://www.youtube.com/watch?v=0therVide01';
const fixture = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/pages', file), 'utf8');
const [, , real] = commentedPages;
const saved = real ? commentedPage(real) : null;

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  const comments = `<script>
    list.append(thread(comment('snow_owl', 'my kettle came broken', 'c1')));
    list.append(thread(comment('frost.fern', 'lovely', 'c2')));
  </script></body>`;
  const html = fixture('living-youtube.html').replace('</body>', comments);
  firefox.answers.set(watch, html).set(otherVideo, html);
  inside = await firefox.openExtensionPage('dashboard.html#/queue');
});
afterAll(() => firefox?.close());

const cases = async () => ((await readStores(inside)).cases ?? []) as unknown as Case[];
const hosts = (tab: Page, count: number) =>
  until('hosts beside the names', async () => (await tab.$$(bareHost)).length >= count);
const dotAt = (tab: Page, selector: string) =>
  until(`dot at ${selector}`, () => hasRedDot(tab, inside, selector));
const name = (handle: string) => `a[href="/@${handle}"]`;

/** Tags the comment beside a name as a complaint, by the button and the key. */
async function complain(tab: Page, author: string): Promise<void> {
  await until('page without a dot', async () => !(await hasRedDot(tab, inside, author)));
  await (await tab.$(author))?.hover();
  await clickOverlay(tab, 1);
  const card = await cardIn(tab);
  await until('focus in the picker', () =>
    card.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'),
  );
  await tab.keyboard.press('c');
  await dotAt(tab, author);
}

/** The time for the background and for the dashboard. @param ahead milliseconds */
async function moveClocks(ahead: number): Promise<void> {
  await moveBackgroundClock(inside, ahead);
  await inside.evaluate((by) => {
    const own = globalThis as { rightDate?: DateConstructor };
    own.rightDate ??= Date;
    const right = own.rightDate;
    globalThis.Date = new Proxy(right, {
      construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [right.now() + by]),
      get: (target, key) => (key === 'now' ? () => right.now() + by : Reflect.get(target, key)),
    });
  }, ahead);
}

/** What the queue says of a case: of a comment that was just seen, and of one that was written years ago. */
const clocks = {
  fresh: {
    first: ['Due in 23 hr', 'Customer waits 0 min'],
    answered: ['Customer waits 5 hr', 'Due in 18 hr'],
    replied: /Customer waited 6 hr/,
  },
  old: {
    first: ['Overdue by ', ' days'],
    answered: ['Overdue by ', ' days'],
    replied: /Customer waited [\d,]{3,} days/,
  },
};

/** Does in the queue all that there is to do with the case that is about these words. @returns it as it is stored then */
async function handleCase(text: string, age: keyof typeof clocks): Promise<Case> {
  const { first, answered, replied } = clocks[age];
  const { id, title } = await until('its case', async () =>
    (await cases()).find((one) => one.quote?.includes(text)),
  );
  await inside.bringToFront();
  const row = `[data-case="${id}"]`;
  const says = (...words: string[]) =>
    until(words.join(), () =>
      inside.$eval(row, (li, all) => all.every((one) => li.textContent?.includes(one)), words),
    );
  const press = async (words: string) => (await byWords(inside, `${row} button`, words)).click();
  const write = async (field: string, words: string) => {
    await until('field', () => inside.evaluate((tag) => document.activeElement?.localName === tag, field));
    await inside.keyboard.type(words);
  };
  await says(text, 'To answer · Us', ...first);
  await (await until('its line', () => inside.$(`${row} .queue-title`))).click();
  await press(`Pass on: ${title}`);
  await write('input', 'Warehouse');
  await press('Pass on without copying');
  await says('Passed on · Warehouse', 'Warehouse: 0 min so far');

  await moveClocks(5 * hour);
  await press(`Answer received: ${title}`);
  await write('textarea', 'A new one leaves today');
  await press('Answer received');
  await says('Answer received · Us', 'Warehouse: took 5 hr', ...answered);

  await moveClocks(6 * hour);
  await press(`Replied: ${title}`);
  await says('Replied', 'Warehouse: took 5 hr');
  expect(await inside.$eval(row, (li) => li.textContent)).toMatch(replied);
  await press(`Close case: ${title}`);
  await until('a queue without it', async () => (await inside.$(row)) === null);
  await moveClocks(0);

  const closed = (await cases()).find((one) => one.id === id);
  if (!closed) throw new Error('no case any more');
  expect(closed).toMatchObject({ state: 'closed', answer: 'A new one leaves today' });
  expect(stepsOf(closed)).toEqual({ passedOn: 0, answered: 5, replied: 6, closed: 6 });
  expect(hoursToAnswer(closed)).toBe(24);
  return closed;
}

test('a comment of a living page: tagged, passed on, answered, replied to and closed, with both clocks right', async () => {
  const tab = await firefox.openPage(watch);
  await hosts(tab, 2);
  await complain(tab, name('snow_owl'));
  expect(await hasRedDot(tab, inside, name('frost.fern'))).toBe(false);
  const one = await handleCase('my kettle came broken', 'fresh');
  expect(one).toMatchObject({
    platform: 'youtube',
    author: { handle: 'snow_owl' },
    waitsSince: one.createdAt,
  });
  // what was tagged stays so, and moves with its page
  await tab.bringToFront();
  await tab.evaluate((address) => history.pushState({}, '', address), otherVideo);
  await tab.evaluate((address) => history.pushState({}, '', address), watch);
  await dotAt(tab, name('snow_owl'));
  await tab.close();
});

test('a comment in a dialog, which is opened again in another order and after reload', async () => {
  const tab = await firefox.openPage(watch);
  await hosts(tab, 2);
  const openDialog = (...open: string[]) =>
    tab.evaluate((handles) => {
      document.querySelector('dialog')?.remove();
      const dialog = document.createElement('dialog');
      const code = window as unknown as { comment(...words: string[]): Element };
      dialog.append(...handles.map((who) => code.comment(who, `late, says ${who}`, `in-${who}`)));
      document.body.append(dialog);
      dialog.showModal();
    }, open);
  await openDialog('dialog_fox', 'dialog_owl');
  await hosts(tab, 4);
  await complain(tab, name('dialog_fox'));
  await openDialog('dialog_owl', 'dialog_fox');
  await dotAt(tab, name('dialog_fox'));
  expect(await hasRedDot(tab, inside, name('dialog_owl'))).toBe(false);
  await tab.reload();
  await hosts(tab, 2);
  await openDialog('dialog_fox', 'dialog_owl');
  await dotAt(tab, name('dialog_fox'));
  expect(await hasRedDot(tab, inside, name('dialog_owl'))).toBe(false);
  const one = await handleCase('late, says dialog_fox', 'fresh');
  expect(one.author).toMatchObject({ handle: 'dialog_fox' });
  await tab.close();
});

test.skipIf(saved === null)(
  'a comment of a saved real page, from the tag to the closed case, with its dot after reload, move and redrawing',
  async () => {
    if (!saved || !real) throw new Error('no saved page');
    const { html, url } = saved;
    firefox.answers.set(url, html);
    const tab = await firefox.openPage(url);
    await hosts(tab, 1);
    const author = `[${real.id}="${real.tagged}"] > ${real.author}`;
    const draw = (order: 'same' | 'turned' | 'none') =>
      tab.evaluate(drawComments, { html, row: real.row, order });
    const others = () =>
      tab.$$eval(real.row, (rows, id) => rows.map((row) => row.getAttribute(id) ?? ''), real.id);
    const onlyThere = async () => {
      await dotAt(tab, author);
      for (const id of (await others()).filter((each) => each !== real.tagged).slice(0, 3))
        expect(await hasRedDot(tab, inside, `[${real.id}="${id}"] > ${real.author}`), id).toBe(false);
    };
    await complain(tab, author);
    await tab.reload({ waitUntil: 'domcontentloaded' });
    await onlyThere();
    await draw('turned');
    await onlyThere();
    await tab.evaluate((address) => history.pushState({}, '', address), real.elsewhere);
    await draw('none');
    await tab.evaluate(() => history.back());
    await until('the address before', async () => tab.evaluate((at) => location.href === at, url));
    await draw('same');
    await onlyThere();
    const one = await handleCase(real.text, 'old');
    expect(one.waitsSince).toBe(real.written);
    expect(one.author?.displayName).toBe((await tab.$eval(author, (who) => who.textContent))?.trim());
    await tab.close();
  },
);
