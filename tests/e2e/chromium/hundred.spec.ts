import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, type Worker } from '@playwright/test';
import readSheet from 'read-excel-file/node';
import { launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { type InventedPerson, inventPerson, pageOf, traced } from '../../support/invented-person.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { readCaptured } from '../../support/notebook.ts';

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'deckhand-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** The keyboard command, fired where it would arrive. */
function pressCapture(worker: Worker): Promise<void> {
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
        tabs: { query(filter: object): Promise<unknown[]> };
      };
    };
    const [tab] = await chrome.tabs.query({ url: 'https://www.instagram.com/*' });
    chrome.commands.onCommand.dispatch('capture-creator', tab);
  });
}

async function total(inside: Page): Promise<number> {
  const answer = (await send(inside, 'creator.rows', { after: null, limit: 1 })) as {
    value: { total: number };
  };
  return answer.value.total;
}

/** Presses what gives a file and reads it. */
async function fileFrom(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

async function scrubbed(inside: Page): Promise<void> {
  const pending = () =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<object> } } };
      };
      return 'scrub' in (await chrome.storage.local.get('scrub'));
    });
  await expect.poll(pending, { timeout: 60_000 }).toBe(false);
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
}

test('a hundred people: saved, found, edited, exported, erased one by one, backed up, wiped and restored', async () => {
  test.setTimeout(400_000);
  const people = Array.from({ length: 100 }, inventPerson);
  const gone = people.slice(0, 25);
  const kept = people.slice(25);
  let backup: Buffer;
  const deckhand = await launchChromium({ profile });
  try {
    deckhand.context.setDefaultTimeout(15_000);
    const worker = await whenRegistered(deckhand);
    const inside = await openExtensionPage(deckhand, 'dashboard.html#/creators');
    await expect(inside.getByText('No creator yet')).toBeVisible();

    const site = await deckhand.context.newPage();
    for (const [i, person] of people.entries()) {
      deckhand.pages.put(person.url, pageOf(person));
      await site.goto(person.url);
      await pressCapture(worker);
      await expect.poll(() => total(inside), { intervals: [30] }).toBe(i + 1);
    }
    await site.close();
    const { accounts: saved } = await readCaptured(inside);
    for (const person of people) {
      const creatorId = saved.find(({ handle }) => handle === person.handle)?.creatorId;
      const changes = { notes: person.note, tags: [person.tag] };
      expect(await sendWrite(inside, 'creator.update', { creatorId, changes })).toMatchObject({ ok: true });
    }

    // found by handle, name, note, bio, address and tag
    await inside.bringToFront();
    await expect(inside.getByText('100 creators', { exact: true })).toBeVisible();
    const search = inside.getByRole('textbox', { name: 'Search names' });
    const [someone] = kept;
    if (!someone) throw new Error('nobody');
    for (const word of [
      `@${someone.handle}`,
      someone.name,
      someone.note,
      someone.bio,
      someone.email,
      someone.tag,
    ]) {
      await search.fill(word);
      await expect(inside.getByText('1 of 100 creators')).toBeVisible();
    }
    await search.fill('');

    // all edited at once, taken back, edited again
    const grid = inside.getByRole('grid');
    const chooseAll = async () => {
      await grid.focus();
      await inside.keyboard.press('Control+a');
      await expect(inside.getByText('100 selected')).toBeVisible();
      await inside
        .getByRole('region', { name: 'Selected creators' })
        .getByRole('button', { name: 'Status' })
        .click();
      await inside.getByRole('button', { name: 'Negotiating', exact: true }).click();
      await expect(inside.getByText('100 creators changed.').first()).toBeVisible();
    };
    const statuses = async () => new Set((await readCaptured(inside)).creators.map(({ status }) => status));
    await chooseAll();
    expect(await statuses()).toEqual(new Set(['negotiating']));
    await inside.getByRole('button', { name: 'Undo' }).click();
    await expect(inside.getByText('Undone').first()).toBeVisible();
    expect(await statuses()).toEqual(new Set(['found']));
    await chooseAll();
    await inside.getByRole('button', { name: 'Clear selection' }).click();

    // every cell of the table is what was saved
    await inside.getByRole('button', { name: 'Export' }).click();
    const xlsx = await fileFrom(inside, () =>
      inside.getByRole('button', { name: 'Excel file (.xlsx)' }).click(),
    );
    const [sheet] = await readSheet(xlsx);
    const [titles = [], ...rows] = sheet?.data ?? [];
    expect(rows).toHaveLength(100);
    const column = (title: string) => titles.indexOf(title);
    const byHandle = new Map(rows.map((row) => [row[column('Handle')], row]));
    for (const person of people) {
      const row = byHandle.get(person.handle) ?? [];
      expect(row[column('Name')]).toBe(person.name);
      expect(row[column('Email')]).toBe(person.email);
      expect(row[column('Tags')]).toBe(person.tag);
      expect(row[column('Notes')]).toBe(person.note);
      expect(row[column('Status')]).toBe('Negotiating');
      expect(row[column('Followers')]).toBeGreaterThan(0);
    }

    // one erased by the person's own page, the others by the same message
    const { accounts } = await readCaptured(inside);
    const idOf = (person: InventedPerson) =>
      accounts.find(({ handle }) => handle === person.handle)?.creatorId;
    const [first, ...others] = gone;
    if (!first) throw new Error('nobody');
    await goTo(inside, `#/creator/${String(idOf(first))}`);
    await inside.getByRole('button', { name: 'Erase this person' }).click();
    await inside.getByLabel('I am sure').check();
    await inside.getByRole('button', { name: 'Erase for good' }).click();
    await expect(inside.getByText('99 creators', { exact: true })).toBeVisible();
    for (const person of others)
      expect(
        await sendWrite(inside, 'person.erase', { creatorId: idOf(person), suppress: false }),
      ).toMatchObject({
        ok: true,
      });
    await scrubbed(inside);
    expect(await total(inside)).toBe(75);
    // the browser tidies up in its own time; the next second copy, half a minute later, sees to it again
    await expect.poll(() => traced(profile, gone, 'chromium'), { timeout: 40_000 }).toBe(0);
    expect(traced(profile, kept, 'chromium')).toBe(75);

    // the notebook to a file, everything out, and back: the same bytes
    await goTo(inside, '#/storage');
    backup = await fileFrom(inside, () => inside.getByRole('button', { name: 'Back up now' }).click());
    await inside.getByRole('button', { name: 'Delete everything' }).click();
    await inside.getByRole('dialog').getByRole('textbox').fill('delete everything');
    await inside.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
    await expect(inside.getByText('The notebook is as on the first day')).toBeVisible({ timeout: 30_000 });
    expect(await total(inside)).toBe(0);
    await expect.poll(() => traced(profile, people, 'chromium'), { timeout: 40_000 }).toBe(0);
  } finally {
    await deckhand.close();
  }
  expect(traced(profile, people, 'chromium')).toBe(0);

  const again = await launchChromium({ profile });
  try {
    await whenRegistered(again);
    const inside = await openExtensionPage(again, 'dashboard.html#/storage');
    await inside
      .getByLabel('Backup file')
      .setInputFiles({ name: 'mine.deckhand.gz', mimeType: 'application/gzip', buffer: backup });
    await inside.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(inside.getByText(/records restored/)).toBeVisible();
    expect(await total(inside)).toBe(75);
    const second = await fileFrom(inside, () => inside.getByRole('button', { name: 'Back up now' }).click());
    expect(second.equals(backup)).toBe(true);
  } finally {
    await again.close();
  }
  expect(traced(profile, gone, 'chromium')).toBe(0);
  expect(traced(profile, kept, 'chromium')).toBe(75);
});
