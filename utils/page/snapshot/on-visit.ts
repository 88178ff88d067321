import { newId } from '../../domain/new-id.ts';
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
  const isReady = () => document.readyState === 'complete' && document.visibilityState === 'visible';
  const again = () => {
    clearTimeout(quiet);
    if (!isReady()) return;
    quiet = setTimeout(done, quietFor);
    last ??= setTimeout(done, longest);
  };
  waiting.signal.addEventListener('abort', () => {
    clearTimeout(quiet);
    clearTimeout(last);
  });
  observer.onBatch(again, waiting.signal);
  document.addEventListener('visibilitychange', again, { signal: waiting.signal });
  document.defaultView?.addEventListener('load', again, { signal: waiting.signal });
  again();
}

/** The snapshot of a visit: once, silently, when the page has settled; another visit tries again what failed. */
export function takeOnVisit(page: Page, take: SnapshotPart['take'], signal: AbortSignal): void {
  whenSettled(page, () => void take({ operationId: newId(), cause: 'visit' }), signal);
}
