/** How long work may go on before the page gets to draw and to hear keys, milliseconds. */
const slice = 12;

/** Hands the thread back as soon as possible; a timer would cost four milliseconds each time. */
function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/**
 * For long loops in a page: `if (pause.due()) await pause.take()` gives the page its turn when a slice of time is over.
 * @param signal taking a pause throws its reason once it is aborted
 */
export function pauses(signal?: AbortSignal): { due: () => boolean; take: () => Promise<void> } {
  let since = performance.now();
  return {
    due: () => performance.now() - since > slice,
    async take() {
      await nextTurn();
      signal?.throwIfAborted();
      since = performance.now();
    },
  };
}
