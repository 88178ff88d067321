import { newId } from '../../domain/new-id.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { PlatformId } from '../../domain/platform.ts';
import type { ErrorCode } from '../../domain/result.ts';
import { ask, write } from '../../messaging/client.ts';
import type { ReadExtras } from '../../sites/page-reader.ts';
import type { PageIdentity } from '../../sites/site.ts';
import { type Page, sameIdentity } from '../page.ts';
import { readersSlot } from '../readers-slot.ts';

/** Looks at a page that still shows the profile before it, and the wait between two, in milliseconds. */
const looks = 6;
const betweenLooks = 300;

/** A reading on its way to the notebook. Sent again with the same id, it is saved once. */
export interface Pending {
  operationId: string;
  reading: PageReading;
}

/** `moving`: the page shows another profile than its address says. */
export type ReadOutcome =
  | { state: 'read'; pending: Pending }
  | { state: 'refused'; code: ErrorCode | 'moving' };

/** Whose readings a site's page gives: its own, and on a site that the registry does not know those of the shop systems. */
const systems: readonly PlatformId[] = ['web', 'shopify', 'woocommerce'];
const speaksFor = (site: PlatformId, platform: PlatformId) =>
  site === platform || (site === 'web' && systems.includes(platform));

/**
 * Whether a reading is of the page that the address names. A page that moves inside itself shows the person before for a while;
 * saving her under the new address would be a wrong record.
 */
export function readingFits(reading: PageReading, identity: PageIdentity, platform: PlatformId): boolean {
  if (!speaksFor(platform, reading.platform)) return false;
  // a wall or a deleted profile names nobody: the background says so
  if (reading.kind === 'blocked' || reading.kind === 'other') return true;
  // only the page itself tells what a page of an unknown site is
  if (platform === 'web') return true;
  if (reading.kind !== identity.kind) return false;
  const read = reading.creator?.handle?.value;
  return (
    identity.handle === undefined ||
    read === undefined ||
    read.toLowerCase() === identity.handle.toLowerCase()
  );
}

type Looked = { state: 'read'; reading: PageReading } | { state: 'refused'; code: ErrorCode | 'moving' };

/**
 * Fetches the reader for this page, with where the person pointed at fields and what only the page's own scripts hold, then reads until
 * what is shown fits the address.
 */
export async function readHere(page: Page, signal: AbortSignal): Promise<Looked> {
  const injected = await ask('page.need', { part: 'readers' });
  if (!injected.ok) return { state: 'refused', code: injected.code };
  const readers = readersSlot.provided();
  if (!readers) return { state: 'refused', code: 'internal' };
  const extras: ReadExtras = { hints: injected.value.hints };
  for (let look = 0; look < looks; look++) {
    if (look > 0) await new Promise((done) => setTimeout(done, betweenLooks));
    if (page.site.pageState) {
      const answer = await ask('page.state', {});
      if (answer.ok) extras.state = answer.value.state;
    }
    const identity = page.identityNow();
    if (signal.aborted || !identity || !sameIdentity(identity, page.identity)) break;
    const reading = readers.readPage(page.document, page.document.location.href, extras);
    if (readingFits(reading, identity, page.site.id)) return { state: 'read', reading };
  }
  return { state: 'refused', code: 'moving' };
}

/** Reads the page for one click on its button. */
export async function readForCapture(page: Page, signal: AbortSignal): Promise<ReadOutcome> {
  const looked = await readHere(page, signal);
  return looked.state === 'read'
    ? { state: 'read', pending: { operationId: newId(), reading: looked.reading } }
    : looked;
}

/** Sends a reading until the background acknowledges its transaction. */
export function sendCapture({ operationId, reading }: Pending) {
  return write('creator.capture', { reading }, operationId);
}
