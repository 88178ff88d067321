import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { type Browsing, launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import {
  type InventedPerson,
  inventPerson,
  markersOf,
  pageOf,
  tracesOf,
} from '../../support/invented-person.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { databaseName, readCaptured, readStores } from '../../support/notebook.ts';

/** Saves people by a click on their page, and notes something about each that only the operator knows. */
async function saveAll(deckhand: Browsing, inside: Page, people: InventedPerson[]): Promise<void> {
  for (const person of people) {
    deckhand.pages.put(person.url, pageOf(person));
    const page = await openAddress(deckhand, person.url);
    await clickOverlay(page);
    await cardIn(page);
    await page.close();
    const creatorId = await idOf(inside, person);
    for (const notes of [person.note, `${person.note}, and more`])
      expect(
        await sendWrite(inside, 'creator.update', { creatorId, changes: { notes, tags: [person.tag] } }),
      ).toMatchObject({ ok: true });
  }
}

async function idOf(inside: Page, { handle }: InventedPerson): Promise<unknown> {
  const { accounts } = await readCaptured(inside);
  return accounts.find((account) => account.handle === handle)?.creatorId;
}

/** An alarm of the background, now instead of later. */
function ring(inside: Page, alarm: string): Promise<void> {
  return inside.evaluate((name) => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(alarm: string, info: { when: number }): Promise<void> } };
    };
    return chrome.alarms.create(name, { when: Date.now() });
  }, alarm);
}

function scrubPending(inside: Page): Promise<boolean> {
  return inside.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<object> } } };
    };
    return 'scrub' in (await chrome.storage.local.get('scrub'));
  });
}

async function scrubbed(inside: Page): Promise<void> {
  await expect.poll(() => scrubPending(inside), { timeout: 20_000 }).toBe(false);
}

/** Without the sweeps, which go away in their own time. */
const databases = (inside: Page) =>
  inside.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => !name?.includes('-sweep-')),
  );
const copies = (inside: Page) =>
  inside.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names.length;
  });

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

test('an erased person is nowhere in the profile’s files, is not stored again, and the others are there', async () => {
  test.setTimeout(120_000);
  const [mira, ...others] = Array.from({ length: 4 }, inventPerson);
  if (!mira) throw new Error('nobody');
  const deckhand = await launchChromium({ profile });
  try {
    await whenRegistered(deckhand);
    const inside = await openExtensionPage(deckhand, 'dashboard.html');
    await saveAll(deckhand, inside, [mira, ...others]);
    await ring(inside, 'second-copy');
    await expect.poll(() => copies(inside)).toBeGreaterThan(0);
    const found = () => new Set(tracesOf(profile, mira, 'chromium').map(({ marker }) => marker));
    expect([...found()].sort()).toEqual(markersOf(mira).sort());

    const creatorId = await idOf(inside, mira);
    expect(await sendWrite(inside, 'person.erase', { creatorId, suppress: true })).toMatchObject({
      ok: true,
    });
    await scrubbed(inside);
    expect(await databases(inside)).toEqual([`${databaseName}-b`]);
    // the browser tidies up in its own time; the next second copy sees to it again
    await ring(inside, 'second-copy');
    await expect.poll(() => tracesOf(profile, mira, 'chromium'), { timeout: 40_000 }).toEqual([]);

    const page = await openAddress(deckhand, mira.url);
    await clickOverlay(page);
    const card = await cardIn(page);
    await expect(card.getByText('This person asked not to be stored. Nothing was saved.')).toBeVisible();
    await closeCard(page);
    expect((await readCaptured(inside)).creators).toHaveLength(3);
  } finally {
    await deckhand.close();
  }
  expect(tracesOf(profile, mira, 'chromium')).toEqual([]);

  const again = await launchChromium({ profile });
  try {
    const inside = await openExtensionPage(again, 'dashboard.html');
    expect((await readCaptured(inside)).creators).toHaveLength(3);
  } finally {
    await again.close();
  }
  expect(tracesOf(profile, mira, 'chromium')).toEqual([]);
  for (const person of others)
    expect(new Set(tracesOf(profile, person, 'chromium').map(({ marker }) => marker)).size).toBe(
      markersOf(person).length,
    );
});

test('a worker that dies in the midst of a scrub loses nothing, doubles nothing, and it is done in the end', async () => {
  test.setTimeout(180_000);
  const [mira, noor] = [inventPerson(), inventPerson()];
  const deckhand = await launchChromium({ profile });
  try {
    await whenRegistered(deckhand);
    const inside = await openExtensionPage(deckhand, 'dashboard.html');
    await saveAll(deckhand, inside, [mira, noor]);
    for (let i = 0; i < 120; i++) await sendWrite(inside, 'creator.add', { displayName: `Somebody ${i}` });
    const creatorId = await idOf(inside, mira);
    expect(await sendWrite(inside, 'person.erase', { creatorId, suppress: false })).toMatchObject({
      ok: true,
    });
    const { meta: _before, ...before } = await readStores(inside);
    const cdp = await deckhand.context.newCDPSession(inside);
    await cdp.send('ServiceWorker.enable');
    let seen = 0;
    for (const delay of [5, 20, 40, 60, 80, 110, 150, 200, 260, 330, 420]) {
      await ring(inside, 'scrub');
      await inside.waitForTimeout(delay);
      seen += (await databases(inside)).length > 1 ? 1 : 0;
      await cdp.send('ServiceWorker.stopAllWorkers');
      // any question wakes it, and the notebook is opened from what it left
      await inside.reload();
      const { meta, ...after } = await readStores(inside);
      expect(after, `stopped after ${delay} ms`).toEqual(before);
      expect(meta).toHaveLength(1);
      expect(await send(inside, 'suppression.count', {})).toMatchObject({ ok: true });
    }
    expect(seen, 'stopped while two databases stood there').toBeGreaterThan(0);
    await ring(inside, 'scrub');
    await scrubbed(inside);
    expect(await databases(inside)).toHaveLength(1);
    expect((await readCaptured(inside)).creators).toHaveLength(121);
    // the browser tidies up in its own time; the next second copy sees to it again
    await ring(inside, 'second-copy');
    await expect.poll(() => tracesOf(profile, mira, 'chromium'), { timeout: 40_000 }).toEqual([]);
  } finally {
    await deckhand.close();
  }
  expect(tracesOf(profile, mira, 'chromium')).toEqual([]);
  expect(tracesOf(profile, noor, 'chromium')).not.toEqual([]);
});
