import { newId } from '../../domain/new-id.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import type { SnapshotPart } from './snapshot-slot.ts';

/** A page that changes nothing for so long has settled; one that never does is taken as it is. Milliseconds. */
const quietFor = 1_500;
const longest = 10_000;

/** Calls once when the page is loaded, seen and settled; never when the signal aborts before. */
function whenSettled({ document, observer }: Page, settled: () => void, signal: AbortSignal): void {
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof setTimeout> | undefined;
  const done = () => {
    waiting.abort();
    settled();
  };
  const again = () => {
    clearTimeout(quiet);
    if (document.readyState === 'loading' || document.visibilityState !== 'visible') return;
    // one advert that never answers keeps a page loading for ever
    last ??= setTimeout(done, longest);
    if (document.readyState === 'complete') quiet = setTimeout(done, quietFor);
  };
  waiting.signal.addEventListener('abort', () => {
    clearTimeout(quiet);
    clearTimeout(last);
  });
  observer.onBatch(again, waiting.signal);
  document.addEventListener('visibilitychange', again, { signal: waiting.signal });
  document.addEventListener('readystatechange', again, { signal: waiting.signal });
  again();
}

/**
 * The snapshot of a visit: once, silently, when the page has settled; another visit tries again what failed. Whether it is due is asked once more
 * then: meanwhile the person may have taken one herself, or the page stands in another tab as well.
 */
export function takeOnVisit(page: Page, take: SnapshotPart['take'], signal: AbortSignal): void {
  const settled = async () => {
    const here = await ask('snapshot.here', {});
    if (here.ok && here.value.due && !signal.aborted) await take({ operationId: newId(), cause: 'visit' });
  };
  whenSettled(page, () => void settled(), signal);
}
