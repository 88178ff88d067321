import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import readSheet from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import {
  byWords,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import { type InventedPerson, inventPerson, pageOf, traced } from '../../support/invented-person.ts';

interface Extension {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; value?: { total?: number } }> };
  tabs: { query(filter: object): Promise<{ id: number }[]> };
  storage: { local: { get(key: string): Promise<object> } };
}

let profile: string;
let firefox: FirefoxBrowsing | undefined;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
});
afterEach(async () => {
  await firefox?.close();
  firefox = undefined;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

function send(inside: Page, type: string, input: object) {
  return inside.evaluate(
    (message) => (globalThis as unknown as { browser: Extension }).browser.runtime.sendMessage(message),
    { type, input },
  );
}
const sendWrite = (inside: Page, type: string, input: object) =>
  send(inside, type, { operationId: newId(), ...input });
const total = async (inside: Page) =>
  (await send(inside, 'creator.rows', { after: null, limit: 1 })).value?.total;

/** Saves everybody from the popup: each on their own page. */
async function saveAll(
  browsing: FirefoxBrowsing,
  popup: Page,
  people: readonly InventedPerson[],
): Promise<void> {
  for (const person of people) browsing.answers.set(person.url, pageOf(person));
  const [first] = people;
  const site = await browsing.openPage(first?.url ?? '');
  for (const person of people) {
    await site.goto(person.url, { waitUntil: 'domcontentloaded' });
    const tabId = await popup.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: Extension };
      return (await browser.tabs.query({ url: 'https://www.instagram.com/*' }))[0]?.id;
    });
    expect(await sendWrite(popup, 'tab.capture', { tabId })).toMatchObject({ ok: true });
  }
  await site.close();
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
}

async function press(page: Page, words: string, selector = 'button'): Promise<void> {
  const button = await byWords(page, selector, words);
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await button.click();
}

/** Presses what gives a file and reads it where the page hands it to the browser. */
async function fileFrom(page: Page, words: string): Promise<Buffer> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(window, { handedOver: blob });
      return make(blob);
    };
  });
  await press(page, words);
  const text = await until('file', () =>
    page.evaluate(async () => {
      const { handedOver } = window as unknown as { handedOver?: Blob };
      if (!handedOver) return null;
      const bytes = new Uint8Array(await handedOver.arrayBuffer());
      Object.assign(window, { handedOver: undefined });
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    }),
  );
  return Buffer.from(text, 'base64');
}

async function scrubbed(inside: Page): Promise<void> {
  const clean = () =>
    inside.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: Extension };
      return !('scrub' in (await browser.storage.local.get('scrub')));
    });
  await until('scrub', clean, 60_000);
}

test('a hundred people: saved, found, exported, erased one by one, backed up, wiped and restored', async () => {
  const people = Array.from({ length: 100 }, inventPerson);
  const gone = people.slice(0, 25);
  const kept = people.slice(25);
  firefox = await launchFirefox(undefined, profile);
  const popup = await firefox.openExtensionPage('popup.html');
  await saveAll(firefox, popup, people);
  await popup.close();

  const inside = await firefox.openExtensionPage('dashboard.html#/creators');
  expect(await total(inside)).toBe(100);
  const { accounts = [] } = await readStores(inside);
  const idOf = (person: InventedPerson) => accounts.find(({ handle }) => handle === person.handle)?.creatorId;
  for (const person of people) {
    const changes = { notes: person.note, tags: [person.tag] };
    expect(await sendWrite(inside, 'creator.update', { creatorId: idOf(person), changes })).toMatchObject({
      ok: true,
    });
  }
  // the one who was edited last: by then the list has heard of all
  const someone = people.at(-1);
  await goTo(inside, `#/creators?q=${someone?.note}`);
  await until('the one', async () => (await wordsOn(inside)).includes('1 of 100 creators'));
  await goTo(inside, '#/creators');
  await until('everybody', async () => (await wordsOn(inside)).includes('100 creators'));

  await press(inside, 'Export');
  const [sheet] = await readSheet(await fileFrom(inside, 'Excel file (.xlsx)'));
  const [titles = [], ...rows] = sheet?.data ?? [];
  const cell = (row: unknown[], title: string) => row[titles.indexOf(title)];
  const found = rows.map((row) => [
    cell(row, 'Handle'),
    cell(row, 'Name'),
    cell(row, 'Email'),
    cell(row, 'Notes'),
  ]);
  const wanted = people.map(({ handle, name, email, note }) => [handle, name, email, note]);
  expect(found.sort()).toEqual(wanted.sort());

  for (const person of gone)
    expect(
      await sendWrite(inside, 'person.erase', { creatorId: idOf(person), suppress: false }),
    ).toMatchObject({
      ok: true,
    });
  await scrubbed(inside);
  expect(await total(inside)).toBe(75);
  await until('clean files', async () => traced(profile, gone, 'firefox') === 0, 40_000);

  await goTo(inside, '#/storage');
  const backup = await fileFrom(inside, 'Back up now');
  expect(await sendWrite(inside, 'notebook.wipe', {})).toMatchObject({ ok: true });
  expect(await total(inside)).toBe(0);
  await until('clean files', async () => traced(profile, people, 'firefox') === 0, 40_000);
  await inside.close();

  // closed and opened again: what is left on the disk is what counts
  await firefox.close();
  expect(traced(profile, people, 'firefox')).toBe(0);
  firefox = await launchFirefox(undefined, profile);
  const again = await firefox.openExtensionPage('dashboard.html#/storage');
  const file = join(profile, '..', `${newId()}.deckhand.gz`);
  writeFileSync(file, backup);
  try {
    const input = (await until('file field', () =>
      again.$('input[type=file]'),
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await press(again, 'Restore');
    await until(
      'restored',
      async () => (await total(again)) === 75 && /records restored/.test(await wordsOn(again)),
    );
    expect((await fileFrom(again, 'Back up now')).equals(backup)).toBe(true);
  } finally {
    rmSync(file);
  }
  await firefox.close();
  firefox = undefined;
  expect(traced(profile, gone, 'firefox')).toBe(0);
  expect(traced(profile, kept, 'firefox')).toBe(75);
}, 300_000);
