import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Snapshot } from '../../../utils/domain/snapshot.ts';
import type { SnapshotAnswer } from '../../../utils/messaging/protocol/snapshots.ts';
import {
  comparePagePictures,
  type KeptPicture,
} from '../../../utils/services/snapshots/compare-page-pictures.ts';
import { comparePicture } from '../../../utils/services/snapshots/compare-pictures-job.ts';
import { removeSnapshot } from '../../../utils/services/snapshots/edit-snapshot.ts';
import { giveUpPictures, startPicture } from '../../../utils/services/snapshots/picture-jobs.ts';
import type { Pixels } from '../../../utils/snapshots/picture-hash.ts';
import { random } from '../../support/generated-shops.ts';
import { databaseOf, dump } from '../../support/memory-notebook.ts';
import { grantPictures, picturedTab, tabId } from '../../support/pictured-tab.ts';
import { goods, type WatchedShop } from '../../support/watched-shop.ts';

const width = 64;
const tileHeight = 32;

/** A strip of page whose every row is its own, by a number for each row. */
function strip(rows: readonly number[]): Pixels {
  const data = new Uint8ClampedArray(width * rows.length * 4);
  rows.forEach((row, y) => {
    const next = random(row + 1);
    for (let x = 0; x < width; x++)
      data.set([next() * 256, next() * 256, next() * 256, 255], (y * width + x) * 4);
  });
  return { data, width, height: rows.length };
}

const pixels = new Map<string, Pixels>();

/** A picture of a page that shows these rows. */
function picture(rows: readonly number[], more: Partial<KeptPicture> = {}): KeptPicture {
  const tiles: KeptPicture['tiles'] = [];
  for (let at = 0; at < rows.length; at += tileHeight) {
    const shown = rows.slice(at, at + tileHeight);
    const hash = shown.join();
    pixels.set(hash, strip(shown));
    tiles.push({ hash, width, height: shown.length, bytes: 1 });
  }
  return { state: 'kept', hash: rows.join(), tiles, cut: false, visibleOnly: false, ...more };
}

const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
let turns = 0;
const share = (before: KeptPicture, after: KeptPicture) =>
  comparePagePictures(before, after, {
    pixelsOf: async (hash) => {
      const found = pixels.get(hash);
      if (!found) throw new Error('no content');
      return found;
    },
    turn: async () => void turns++,
  });

describe('two pictures of a page', () => {
  test('the same, another strip in the middle, and what was put in above: only what is different counts', async () => {
    const page = rows(0, 256);
    expect(await share(picture(page), picture(page))).toBe(0);
    const changed = [...page.slice(0, 96), ...rows(1_000, 32), ...page.slice(128)];
    expect(await share(picture(page), picture(changed))).toBeCloseTo(1 / 8, 1);
    const banner = [...rows(2_000, 32), ...page];
    expect(await share(picture(page), picture(banner))).toBeCloseTo(1 / 9, 1);
    expect(turns).toBeGreaterThan(16);
  });

  test('a page that grew shows something new; one that was cut there says nothing of it', async () => {
    const [short, long] = [rows(0, 128), rows(0, 256)];
    expect(await share(picture(short), picture(long))).toBeCloseTo(0.5, 1);
    expect(await share(picture(short, { cut: true }), picture(long))).toBe(0);
    expect(await share(picture(long, { cut: true }), picture(short, { cut: true }))).toBe(0);
  });

  test('what was on the screen is compared only where both pictures show the same part', async () => {
    const visibleOnly = true;
    const page = rows(0, 512);
    const first = picture(page.slice(0, 160), { visibleOnly });
    // scrolled on by half a screen, and a product changed within what both show
    const on = page.slice(64, 224);
    expect(await share(first, picture(on, { visibleOnly }))).toBe(0);
    const changed = [...on.slice(0, 32), ...rows(3_000, 32), ...on.slice(64)];
    // the window that both show is 96 rows high
    expect(await share(first, picture(changed, { visibleOnly }))).toBeCloseTo(1 / 3, 1);
    // nothing of it is on the other
    expect(await share(first, picture(page.slice(300, 460), { visibleOnly }))).toBeNull();
    // the whole page against a part of it is another question
    expect(await share(picture(page), first)).toBeNull();
  });

  test('another width is no comparison', async () => {
    const wide = picture(rows(0, 64));
    const narrow = { ...wide, tiles: wide.tiles.map((tile) => ({ ...tile, width: 32 })) };
    expect(await share(wide, narrow)).toBeNull();
    expect(await share(wide, { ...wide, tiles: [] })).toBeNull();
  });
});

describe('the picture of a look against the one before', () => {
  let shop: WatchedShop;
  let page: Awaited<ReturnType<typeof picturedTab>>['state'];
  beforeEach(async () => {
    vi.useRealTimers();
    ({ shop, state: page } = await picturedTab());
  });

  const start = (answer: SnapshotAnswer, cause: 'popup' | 'visit' = 'popup') =>
    startPicture(shop.machine.call(), tabId, cause, answer);
  const changes = async () =>
    ((await dump(shop.machine, ['changes'])).changes as StoredChange[]).filter(
      ({ kind }) => kind === 'picture',
    );
  const jobs = async () => (await dump(shop.machine, ['pictureJobs'])).pictureJobs ?? [];
  const snapshots = async () => (await dump(shop.machine, ['snapshots'])).snapshots as Snapshot[];

  test('another picture is one change of the page, with its share, low and unread, of the two looks', async () => {
    const first = await shop.see(goods(3));
    await start(first);
    expect(await changes()).toEqual([]);
    page.shown = 'indigo';
    const second = await shop.see(goods(4));
    await start(second);
    expect(await changes()).toMatchObject([
      {
        kind: 'picture',
        key: 'page',
        percent: 100,
        severity: 'low',
        read: false,
        snapshotId: second.snapshotId,
        beforeId: first.snapshotId,
      },
    ]);
    expect(await jobs()).toEqual([]);
  });

  test('the same picture is none, and neither is one of another width or of the screen only', async () => {
    await start(await shop.see(goods(3), { viewport: { width: 1_280, height: 900 } }));
    await start(await shop.see(goods(4), { viewport: { width: 1_280, height: 900 } }));
    page.shown = 'indigo';
    await start(await shop.see(goods(5), { viewport: { width: 900, height: 900 } }));
    await grantPictures();
    await start(await shop.see(goods(6), { viewport: { width: 1_280, height: 900 } }), 'visit');
    expect(await changes()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test('a look in which only the picture is another one has its own change', async () => {
    const first = await shop.see(goods(3));
    await start(first);
    page.shown = 'indigo';
    const again = await shop.see(goods(3));
    expect(again.unchanged).toBe(true);
    await start(again);
    const own = (await snapshots()).find(({ id }) => id !== first.snapshotId);
    expect(await changes()).toMatchObject([{ snapshotId: own?.id, beforeId: first.snapshotId }]);
  });

  test('stopped between keeping and comparing: done once by the next start, and never twice', async () => {
    await start(await shop.see(goods(3)));
    page.shown = 'indigo';
    const second = await shop.see(goods(4));
    // the worker is gone when it begins to look at the strips
    const decode = vi.mocked(globalThis.createImageBitmap);
    let stopped = false;
    vi.stubGlobal('createImageBitmap', async (packed: Blob) => {
      if (/^\w+ \d+$/.test(await packed.text())) {
        stopped = true;
        await new Promise(() => {});
      }
      return decode(packed);
    });
    void start(second);
    await vi.waitUntil(() => stopped);
    expect(await jobs()).toMatchObject([{ id: second.snapshotId, compareTries: 1 }]);
    expect(await changes()).toEqual([]);

    // a new worker: the list of what is running is empty there
    vi.resetModules();
    const fresh = await import('../../../utils/services/snapshots/picture-jobs.ts');
    vi.stubGlobal('createImageBitmap', decode);
    await fresh.giveUpPictures(shop.machine.call(), { anyway: true });
    await fresh.giveUpPictures(shop.machine.call(), { anyway: true });
    await comparePicture(shop.machine.call(), second.snapshotId);
    expect(await changes()).toMatchObject([{ snapshotId: second.snapshotId }]);
    expect(await jobs()).toEqual([]);
    const [, kept] = await snapshots();
    expect(kept?.layers.picture.state).toBe('kept');
  });

  test('a picture at which the worker is stopped again and again is left alone', async () => {
    await start(await shop.see(goods(3)));
    page.shown = 'indigo';
    await start(await shop.see(goods(4)));
    const [change] = await changes();
    const database = await databaseOf(shop.machine);
    const row = { tabId, visibleOnly: false, createdAt: '2026-03-10T08:00:00.000Z' };
    const id = change?.snapshotId ?? '';
    await database.put('pictureJobs', { ...row, id, updatedAt: row.createdAt, compareTries: 3 });
    await giveUpPictures(shop.machine.call(), { anyway: true });
    expect(await jobs()).toEqual([]);
    expect(await changes()).toHaveLength(1);
  });

  test('removed while it was compared: nothing is stored of it', async () => {
    await start(await shop.see(goods(3)));
    page.shown = 'indigo';
    const second = await shop.see(goods(4));
    const decode = globalThis.createImageBitmap;
    vi.stubGlobal('createImageBitmap', async (packed: Blob) => {
      if (/^indigo/.test(await packed.text()))
        await removeSnapshot({ operationId: newId(), snapshotId: second.snapshotId }, shop.machine.call());
      return decode(packed);
    });
    await start(second);
    expect(await changes()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test('strips that cannot be read: the picture stays, nothing is said of it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await start(await shop.see(goods(3)));
    page.shown = 'indigo';
    const second = await shop.see(goods(4));
    const decode = globalThis.createImageBitmap;
    vi.stubGlobal('createImageBitmap', async (packed: Blob) => {
      if (/^amber/.test(await packed.text())) throw new DOMException('no picture', 'InvalidStateError');
      return decode(packed);
    });
    await start(second);
    expect(await changes()).toEqual([]);
    expect(await jobs()).toEqual([]);
    expect((await snapshots()).at(-1)?.layers.picture.state).toBe('kept');
  });

  test('one that flickers mutes itself', async () => {
    for (let look = 0; look < 8; look++) {
      page.shown = look % 2 === 0 ? 'amber' : 'indigo';
      await start(await shop.see(goods(3 + look)));
    }
    const found = await changes();
    expect(found).toHaveLength(7);
    expect(found.at(-1)?.muted).toBe('noisy');
    const [watched] = (await dump(shop.machine, ['watchedPages'])).watchedPages as { mutes?: object[] }[];
    expect(watched?.mutes).toContainEqual(expect.objectContaining({ kind: 'picture', by: 'noisy' }));
  });
});
