import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import {
  type InventedPerson,
  inventPerson,
  markersOf,
  pageOf,
  tracesOf,
} from '../../support/invented-person.ts';
import { databaseName } from '../../support/notebook.ts';

interface Extension {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
  alarms: { create(name: string, info: { when: number }): Promise<void> };
  storage: { local: { get(key: string): Promise<object> } };
}

function send(inside: Page, type: string, input: object): Promise<{ ok: boolean }> {
  return inside.evaluate(
    (message) => (globalThis as unknown as { browser: Extension }).browser.runtime.sendMessage(message),
    { type, input },
  );
}
function sendWrite(inside: Page, type: string, input: object): Promise<{ ok: boolean }> {
  return send(inside, type, { operationId: crypto.randomUUID(), ...input });
}
/** An alarm of the background, now instead of later. */
function ring(inside: Page, alarm: string): Promise<void> {
  return inside.evaluate(
    (name) =>
      (globalThis as unknown as { browser: Extension }).browser.alarms.create(name, { when: Date.now() }),
    alarm,
  );
}
async function scrubbed(inside: Page): Promise<void> {
  await until('scrub', () =>
    inside.evaluate(
      async () =>
        !(
          'scrub' in
          (await (globalThis as unknown as { browser: Extension }).browser.storage.local.get('scrub'))
        ),
    ),
  );
}
/** Without the sweeps, which go away in their own time. */
const databases = (inside: Page) =>
  inside.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => !name?.includes('-sweep-')),
  );

async function idOf(inside: Page, { handle }: InventedPerson): Promise<unknown> {
  const { accounts = [] } = await readStores(inside);
  return accounts.find((account) => account.handle === handle)?.creatorId;
}

/** Saves people by a click on their page, and notes something about each that only the operator knows. */
async function saveAll(firefox: FirefoxBrowsing, inside: Page, people: InventedPerson[]): Promise<void> {
  for (const person of people) {
    firefox.answers.set(person.url, pageOf(person));
    const page = await firefox.openPage(person.url);
    await clickOverlay(page);
    await cardIn(page);
    await page.close();
    const creatorId = await idOf(inside, person);
    for (const notes of [person.note, `${person.note}, and more`])
      expect(
        await sendWrite(inside, 'creator.update', { creatorId, changes: { notes, tags: [person.tag] } }),
      ).toMatchObject({ ok: true });
  }
  await ring(inside, 'second-copy');
  await until('second copy', () =>
    inside.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names.length > 0;
    }),
  );
}

let profile: string;
let firefox: FirefoxBrowsing | undefined;
/** The browser is started, with the profile as it was left. */
async function start(): Promise<FirefoxBrowsing> {
  firefox = await launchFirefox(undefined, profile);
  return firefox;
}
async function stop(): Promise<void> {
  await firefox?.close();
  firefox = undefined;
}
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
});
afterEach(async () => {
  await stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('an erased person is nowhere in the profile’s files, is not stored again, and the others are there', async () => {
  const [mira, noor, lin] = [inventPerson(), inventPerson(), inventPerson()];
  const browsing = await start();
  const inside = await browsing.openExtensionPage('dashboard.html');
  await saveAll(browsing, inside, [mira, noor, lin]);
  expect(tracesOf(profile, mira, 'firefox')).not.toEqual([]);

  const creatorId = await idOf(inside, mira);
  expect(await sendWrite(inside, 'person.erase', { creatorId, suppress: true })).toMatchObject({ ok: true });
  await scrubbed(inside);
  expect(await databases(inside)).toEqual([`${databaseName}-b`]);
  await until('clean files', async () => tracesOf(profile, mira, 'firefox').length === 0, 40_000);

  const page = await browsing.openPage(mira.url);
  await clickOverlay(page);
  const card = await cardIn(page);
  await until('refusal', async () => (await wordsOn(card)).includes('asked not to be stored'));
  await page.close();
  await stop();
  expect(tracesOf(profile, mira, 'firefox')).toEqual([]);

  const again = await start();
  const { creators = [] } = await readStores(await again.openExtensionPage('dashboard.html'));
  expect(creators).toHaveLength(2);
  await stop();
  expect(tracesOf(profile, mira, 'firefox')).toEqual([]);
  for (const person of [noor, lin]) {
    const found = new Set(tracesOf(profile, person, 'firefox').map(({ marker }) => marker));
    expect([...found].sort()).toEqual(markersOf(person).sort());
  }
}, 120_000);

test('a browser that is closed in the midst of a scrub has everything afterwards, and does it again', async () => {
  const [mira, noor] = [inventPerson(), inventPerson()];
  let browsing = await start();
  let inside = await browsing.openExtensionPage('dashboard.html');
  await saveAll(browsing, inside, [mira, noor]);
  for (let i = 0; i < 60; i++) await sendWrite(inside, 'creator.add', { displayName: `Somebody ${i}` });
  const creatorId = await idOf(inside, mira);
  expect(await sendWrite(inside, 'person.erase', { creatorId, suppress: false })).toMatchObject({ ok: true });
  const { creators: before = [] } = await readStores(inside);
  for (const delay of [10, 80, 200]) {
    await ring(inside, 'scrub');
    await new Promise((done) => setTimeout(done, delay));
    await stop();
    browsing = await start();
    inside = await browsing.openExtensionPage('dashboard.html');
    expect(await send(inside, 'suppression.count', {})).toMatchObject({ ok: true });
    const { creators, meta } = await readStores(inside);
    expect(creators, `closed after ${delay} ms`).toEqual(before);
    expect(meta).toHaveLength(1);
  }
  await ring(inside, 'scrub');
  await scrubbed(inside);
  expect(await databases(inside)).toHaveLength(1);
  await stop();
  expect(tracesOf(profile, mira, 'firefox')).toEqual([]);
  expect(tracesOf(profile, noor, 'firefox')).not.toEqual([]);
}, 180_000);
