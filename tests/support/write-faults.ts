import 'fake-indexeddb/auto';

type Fault = (transaction: IDBTransaction, request: IDBRequest) => void;

/** The browser gives up on a transaction: no request fails for a reason of its own, only the transaction does. */
export const aborts: Fault = (transaction) => transaction.abort();

/** The disk is full: what fake-indexeddb does inside when a transaction cannot be written. */
export const fillsDisk: Fault = (transaction) => {
  (transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
};

/** Every request succeeds and the disk turns out to be full when the transaction is to be committed: so Chromium does it. */
export const fillsDiskAtCommit: Fault = (transaction, request) => {
  request.addEventListener('success', () => fillsDisk(transaction, request));
};

/**
 * Runs `work` with a fault right after its `at`-th write request (0 is the first).
 * @returns what `work` came to, and whether the fault was reached
 */
export async function withFault<T>(at: number, fault: Fault, work: () => Promise<T>) {
  const prototype = IDBObjectStore.prototype;
  const { add, put, delete: remove } = prototype;
  let writes = 0;
  let reached = false;
  function after<R extends IDBRequest>(store: IDBObjectStore, request: R): R {
    if (writes === at) {
      reached = true;
      fault(store.transaction, request);
    }
    writes += 1;
    return request;
  }
  prototype.add = function (...args) {
    return after(this, add.apply(this, args));
  };
  prototype.put = function (...args) {
    return after(this, put.apply(this, args));
  };
  prototype.delete = function (...args) {
    return after(this, remove.apply(this, args));
  };
  try {
    const outcome = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    return { ...outcome, reached };
  } finally {
    prototype.add = add;
    prototype.put = put;
    prototype.delete = remove;
  }
}
