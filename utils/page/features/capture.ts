import { newId } from '../../domain/new-id.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { ErrorCode } from '../../domain/result.ts';
import { ask, write } from '../../messaging/client.ts';
import type { PageIdentity } from '../../sites/site.ts';
import { type Page, sameIdentity } from '../page.ts';
import { providedReaders } from '../readers-global.ts';

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

/**
 * Whether a reading is of the page that the address names. A page that moves inside itself shows the person before for a while;
 * saving her under the new address would be a wrong record.
 */
export function readingFits(reading: PageReading, identity: PageIdentity, platform: string): boolean {
  if (reading.platform !== platform) return false;
  // a wall or a deleted profile names nobody: the background says so
  if (reading.kind === 'blocked' || reading.kind === 'other') return true;
  if (reading.kind !== identity.kind) return false;
  const read = reading.creator?.handle?.value;
  return (
    identity.handle === undefined ||
    read === undefined ||
    read.toLowerCase() === identity.handle.toLowerCase()
  );
}

/** Fetches the readers where this page has none yet, then reads until what is shown fits the address. */
export async function readForCapture(page: Page, signal: AbortSignal): Promise<ReadOutcome> {
  if (!providedReaders()) {
    const injected = await ask('page.need', { part: 'readers' });
    if (!injected.ok) return { state: 'refused', code: injected.code };
  }
  const readers = providedReaders();
  if (!readers || !page.site) return { state: 'refused', code: 'internal' };
  for (let look = 0; look < looks; look++) {
    if (look > 0) await new Promise((done) => setTimeout(done, betweenLooks));
    const identity = page.identityNow();
    if (signal.aborted || !identity || !sameIdentity(identity, page.identity)) break;
    const reading = readers.readPage(page.document, page.document.location.href);
    if (readingFits(reading, identity, page.site.id)) {
      return { state: 'read', pending: { operationId: newId(), reading } };
    }
  }
  return { state: 'refused', code: 'moving' };
}

/** Sends a reading until the background acknowledges its transaction. */
export function sendCapture({ operationId, reading }: Pending) {
  return write('creator.capture', { reading }, operationId);
}
