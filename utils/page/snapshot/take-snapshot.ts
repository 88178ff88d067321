import { newId } from '../../domain/new-id.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import { fail, type Result } from '../../domain/result.ts';
import type { PageLayout, PageText } from '../../domain/snapshot.ts';
import { ask, write } from '../../messaging/client.ts';
import type { MissingLayer, SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import type { ReadExtras } from '../../sites/page-reader.ts';
import { pageLayoutInSteps } from '../../snapshots/page-layout.ts';
import { textBlocksInSteps } from '../../snapshots/text-blocks.ts';
import { readingFits } from '../features/capture.ts';
import { readersSlot } from '../readers-slot.ts';
import { siteHere } from '../site-slot.ts';
import { inSlices, pageClock, type SliceClock } from './in-slices.ts';
import type { SnapshotOrder } from './snapshot-slot.ts';

/** The click is answered within 300 ms: with less than this left the layout comes afterwards. Milliseconds since the click. */
const layoutUntil = 120;

/** Looks at a page that still shows what was there before, and the wait between two, in milliseconds. */
const looks = 6;
const betweenLooks = 300;

const missing = (): MissingLayer => ({ missing: 'failed' });

/** A layer that fails takes no other with it. */
async function layerOf<T>(name: string, make: () => Promise<T>): Promise<T | MissingLayer> {
  try {
    return await make();
  } catch (error) {
    console.error(`Deckhand: snapshot, ${name}`, error);
    return missing();
  }
}

/** What the page shows, once it shows what its address says; undefined: it did not come to that. */
async function readingHere(document: Document, extras: ReadExtras, clock: SliceClock) {
  const readers = readersSlot.provided();
  for (let look = 0; readers && look < looks; look++) {
    if (look > 0) await new Promise((done) => setTimeout(done, betweenLooks));
    await clock.pause();
    const { href } = document.location;
    const reading: PageReading = readers.readPage(document, href, extras);
    const site = siteHere(new URL(href));
    const identity = site.identify(new URL(href));
    // without the site's own file nobody here knows what the address says
    if (site.id === 'web' || !identity || readingFits(reading, identity, site.id)) return reading;
  }
  return undefined;
}

/**
 * Reads the page and has it recorded, repeated until that is acknowledged. Changes nothing on the page and hands the thread back between any
 * two parts. The layout follows by itself where waiting for it would delay the answer.
 * @returns `stale` when the page moved to another address meanwhile; else what `snapshot.record` says
 */
export async function takeSnapshot(
  document: Document,
  { operationId, cause }: SnapshotOrder,
  clock: SliceClock = pageClock,
): Promise<Result<SnapshotAnswer>> {
  const begun = clock.now();
  const { href } = document.location;
  const injected = await ask('page.need', { part: 'readers' });
  if (!injected.ok) return injected;
  const state = await ask('page.state', {});
  const extras: ReadExtras = {
    hints: injected.value.hints,
    ...(state.ok ? { state: state.value.state } : {}),
  };
  const reading = await layerOf(
    'reading',
    async () => (await readingHere(document, extras, clock)) ?? missing(),
  );
  const text = await layerOf('text', () => inSlices<PageText>(textBlocksInSteps(document), clock));
  const makeLayout = () =>
    layerOf('layout', () => inSlices<PageLayout>(pageLayoutInSteps(document, href), clock));
  const inTime = clock.now() - begun < layoutUntil;
  const layout: PageLayout | MissingLayer = inTime ? await makeLayout() : { missing: 'not-asked' };
  const moved = () => document.location.href !== href;
  if (moved()) return fail('not-found', 'the page moved on while it was read');
  const root = document.documentElement;
  const result = await write(
    'snapshot.record',
    {
      cause,
      url: href,
      reading,
      text,
      layout,
      viewport: { width: root.clientWidth, height: root.clientHeight },
    },
    operationId,
  );
  if (result.ok && !inTime) void addLayout(result.value.snapshotId);
  return result;

  async function addLayout(snapshotId: string): Promise<void> {
    const late = await makeLayout();
    if ('missing' in late || moved()) return;
    await write('snapshot.add-layout', { snapshotId, url: href, layout: late }, newId());
  }
}
