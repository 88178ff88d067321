import { type CDPSession, expect, type Page } from '@playwright/test';
import { badgesIn, marksIn } from '../../support/badges.ts';
import { closeCard } from '../../support/card.ts';
import { buttonsInClosedRoots, eventually } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import {
  openWatch,
  people,
  pointAt,
  pressGroupButton,
  saveFromItem,
  watch,
} from '../../support/living-pages.ts';
import { readCaptured } from '../../support/notebook.ts';

const elsewhere = 'https://www.youtube.com/@somebody_else';

// the driver switches the browser's cache of whole pages off
test.use({ launch: { without: ['--disable-back-forward-cache'] } });

/** What the page's own code says about itself; a page that comes back has a world that the driver forgot. */
async function ask<T>(cdp: CDPSession, expression: string): Promise<T> {
  const { result } = await cdp.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  return result.value as T;
}

/** Goes on to another page and back. @returns why the first was not kept, if it was not */
async function awayAndBack(page: Page, cdp: CDPSession): Promise<string[]> {
  const reasons: string[] = [];
  cdp.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) =>
    reasons.push(...notRestoredExplanations.map(({ reason }) => reason)),
  );
  await cdp.send('Page.enable');
  await ask(
    cdp,
    `addEventListener('pageshow', (event) => { window.cameBack = event.persisted; }); window.kept = 'kept'`,
  );
  const address = () => ask(cdp, 'location.href');
  await ask(cdp, `setTimeout(() => { location.href = ${JSON.stringify(elsewhere)}; }, 0)`);
  await expect.poll(address).toBe(elsewhere);
  await page.waitForTimeout(500);
  await ask(cdp, 'setTimeout(() => history.back(), 0)');
  await expect.poll(address).toBe(watch);
  return reasons;
}

test('a page that comes back from the browser’s cache has its boxes and buttons, each once, and they work', async ({
  deckhand,
  worker,
}) => {
  deckhand.pages.put(elsewhere, '<!doctype html><title>elsewhere</title><h1>Elsewhere</h1>');
  const page = await openWatch(deckhand, people);
  await saveFromItem(page, worker, 'snow_owl');
  await closeCard(page);
  await page.mouse.move(5, 700);
  await eventually('no buttons', async () => (await buttonsInClosedRoots(page)).length === 0);
  const cdp = await deckhand.context.newCDPSession(page);
  for (let turn = 1; turn <= 2; turn++) {
    expect(await awayAndBack(page, cdp)).toEqual([]);
    expect(await ask(cdp, '[window.kept, window.cameBack]')).toEqual(['kept', true]);
    await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
    await expect.poll(() => marksIn(page)).toEqual(['known']);
    expect(await ask(cdp, `document.querySelectorAll('span:empty:not([class], [id], [style])').length`)).toBe(
      2,
    );
  }
  // comments that come after that are found as well
  await ask(cdp, `list.append(thread(comment('night_train', 'still here', 'c3')))`);
  await eventually('three boxes', async () => (await badgesIn(page)).length === 3);
  await pointAt(page, 'frost.fern');
  await pressGroupButton(page);
  await expect
    .poll(async () => (await readCaptured(worker)).accounts.map(({ handle }) => handle).sort())
    .toEqual(['frost.fern', 'snow_owl']);
});
