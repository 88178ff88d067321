/** How far outside the viewport something already counts as near, in CSS pixels. */
const nearMargin = '300px';

export interface PageObserver {
  /** Calls back at most once a frame after nodes were added or removed anywhere, until the signal aborts. */
  onBatch(changed: () => void, signal: AbortSignal): void;
  /** Hands over what the browser noted, as it comes, until the signal aborts. */
  onRecords(heard: (records: MutationRecord[]) => void, signal: AbortSignal): void;
  /** Watches one of the site's open shadow roots as well, for everybody who listens. */
  watchRoot(root: ShadowRoot): void;
  /** Calls back once, when the element comes near the viewport. */
  whenNear(element: Element, near: () => void, signal: AbortSignal): void;
}

/**
 * The page's one observer: childList only (attributes and text change too often and tell nothing that features need),
 * collected into one batch a frame. It watches nothing while nobody listens.
 */
export function makeObserver(document: Document, signal: AbortSignal): PageObserver {
  const listeners = new Set<() => void>();
  const recordListeners = new Set<(records: MutationRecord[]) => void>();
  const waiting = new Map<Element, Set<() => void>>();
  let frame = 0;

  const runBatch = () => {
    frame = 0;
    for (const listener of [...listeners]) listener();
  };
  const watched = { childList: true, subtree: true };
  const mutations = new MutationObserver((records) => {
    for (const listener of [...recordListeners]) listener(records);
    if (frame === 0 && listeners.size > 0) frame = requestAnimationFrame(runBatch);
  });
  const nobodyListens = () => listeners.size === 0 && recordListeners.size === 0;
  const join = <T>(set: Set<T>, listener: T, until: AbortSignal) => {
    if (signal.aborted || until.aborted) return;
    if (nobodyListens()) mutations.observe(document, watched);
    set.add(listener);
    until.addEventListener('abort', () => {
      set.delete(listener);
      if (nobodyListens()) mutations.disconnect();
    });
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        near.unobserve(entry.target);
        const callbacks = waiting.get(entry.target);
        waiting.delete(entry.target);
        for (const callback of callbacks ?? []) callback();
      }
    },
    { rootMargin: nearMargin },
  );

  const stop = () => {
    mutations.disconnect();
    near.disconnect();
    cancelAnimationFrame(frame);
    listeners.clear();
    recordListeners.clear();
    waiting.clear();
  };
  signal.addEventListener('abort', stop);

  return {
    onBatch: (changed, until) => join(listeners, changed, until),
    onRecords: (heard, until) => join(recordListeners, heard, until),
    watchRoot(root) {
      if (!signal.aborted && !nobodyListens()) mutations.observe(root, watched);
    },
    whenNear(element, callback, until) {
      if (signal.aborted || until.aborted) return;
      const callbacks = waiting.get(element) ?? new Set();
      callbacks.add(callback);
      waiting.set(element, callbacks);
      near.observe(element);
      until.addEventListener('abort', () => {
        callbacks.delete(callback);
        if (callbacks.size > 0 || !waiting.delete(element)) return;
        near.unobserve(element);
      });
    },
  };
}
