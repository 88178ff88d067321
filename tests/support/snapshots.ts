import type { CDPSession, Page, Worker } from '@playwright/test';
import type { Snapshot } from '../../utils/domain/snapshot.ts';
import { snapshotSchema } from '../../utils/domain/snapshot.ts';
import { contentsOf } from '../../utils/storage/blobs.ts';
import { eventually } from './closed-roots.ts';
import { send, sendWrite } from './messages.ts';
import { readStores } from './notebook.ts';

/** The part of the extension's own API that is used inside it. */
interface Chrome {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
}

/** Puts an address on the watchlist, as the popup does. @param inside an extension page */
export async function watchAddress(inside: Page, url: string, name = 'Lin Ceramics'): Promise<void> {
  const page = { url, title: name, platform: 'web', kind: 'listing' };
  const added = (await sendWrite(inside, 'watchlist.add', { name, tier: 'better', page })) as { ok: boolean };
  if (!added.ok) throw new Error(`not on the watchlist: ${JSON.stringify(added)}`);
}

/** The browser's number of the tab that shows an address. */
export async function tabOf(inside: Page, url: string): Promise<number> {
  const id = await inside.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}

/** All snapshots in the notebook, the oldest first, checked. */
export async function snapshotsIn(inside: Worker | Page): Promise<Snapshot[]> {
  const { snapshots = [] } = await readStores(inside);
  return snapshots.map((row) => snapshotSchema.parse(row)).sort((a, b) => a.takenAt.localeCompare(b.takenAt));
}

export type Picture = Snapshot['layers']['picture'];

/** The picture of the newest snapshot, once something was decided about it. */
export function pictureIn(inside: Worker | Page, timeout = 30_000): Promise<Picture> {
  return eventually(
    'picture or a reason why there is none',
    async () => {
      const { snapshots = [], pictureJobs = [] } = await readStores(inside);
      const picture = (await snapshotsIn(inside)).at(-1)?.layers.picture;
      if (!snapshots.length || pictureJobs.length || !picture) return undefined;
      return picture.state === 'missing' && picture.reason === 'not-asked' ? undefined : picture;
    },
    timeout,
  );
}

/** Contents that no snapshot holds, or that are counted otherwise than they are held: always to be empty. */
export async function looseContents(inside: Worker | Page): Promise<string[]> {
  const { snapshots = [], blobs = [], blobContents = [], pictureJobs = [] } = await readStores(inside);
  const held = new Map<string, number>();
  for (const row of snapshots) {
    const hashes = contentsOf(snapshotSchema.parse(row));
    for (const hash of hashes) held.set(hash, (held.get(hash) ?? 0) + 1);
  }
  const wrong = blobs
    .filter(({ id, references }) => held.get(String(id)) !== references)
    .map(({ id, references }) => `${String(id)}: ${String(references)} for ${held.get(String(id)) ?? 0}`);
  const known = new Set(blobs.map(({ id }) => id));
  const stored = new Set(blobContents.map(({ id }) => id));
  wrong.push(...[...held.keys()].filter((hash) => !known.has(hash)).map((hash) => `${hash}: no row`));
  wrong.push(...[...known].filter((id) => !stored.has(id)).map((id) => `${String(id)}: no content`));
  wrong.push(...[...stored].filter((id) => !known.has(id)).map((id) => `${String(id)}: an orphan`));
  wrong.push(...pictureJobs.map(({ id }) => `${String(id)}: a job left behind`));
  return wrong;
}

export interface Pixels {
  width: number;
  height: number;
  /** red, green and blue, 0 to 255, at a pixel of the picture */
  at(x: number, y: number): number[];
}

/** A kept picture put together from its tiles, as a person sees it. @param inside the dashboard */
export async function pixelsOf(inside: Page, picture: Picture): Promise<Pixels> {
  if (picture.state !== 'kept') throw new Error(`no picture: ${picture.reason}`);
  const rows: { width: number; height: number; data: string }[] = [];
  for (const { hash } of picture.tiles) {
    const answer = (await send(inside, 'snapshot.tile', { hash })) as {
      ok: boolean;
      value: { type: string; data: string };
    };
    if (!answer.ok) throw new Error(`no tile ${hash}`);
    rows.push(
      await inside.evaluate(async ({ type, data }) => {
        const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        let text = '';
        for (const value of pixels) text += String.fromCharCode(value);
        return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
      }, answer.value),
    );
  }
  const width = rows[0]?.width ?? 0;
  const bytes = Buffer.concat(rows.map(({ data }) => Buffer.from(data, 'base64')));
  return {
    width,
    height: rows.reduce((sum, row) => sum + row.height, 0),
    at: (x, y) => [...bytes.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)],
  };
}

/** Whether two colours are the same but for what a lossy encoder does to them. */
export function alike(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, i) => Math.abs(value - (other[i] ?? -999)) <= 30);
}

/** Switches the extension's worker off, now and whenever called again. */
export async function workerSwitch(inside: Page): Promise<() => Promise<unknown>> {
  const cdp: CDPSession = await inside.context().newCDPSession(inside);
  await cdp.send('ServiceWorker.enable');
  return () => cdp.send('ServiceWorker.stopAllWorkers');
}

/** Sends until something answers, as the product's own pages do where a worker was stopped. */
export function sendAgain(inside: Page, type: string, input: object): Promise<unknown> {
  return eventually(`answer to ${type}`, () => send(inside, type, input).catch(() => undefined));
}
