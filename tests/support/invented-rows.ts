/**
 * What the rows of an invented notebook are made of: the same numbers, ids and times at every run, in every browser.
 *
 * It uses nothing around it, so that it can be sent into a page of the extension as text: see `fillingScript`.
 */
export function inventedRows() {
  let seed = 20_261_101;
  /** mulberry32 */
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const idAt = (time: number) => {
    const stamp = time.toString(16).padStart(12, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  };
  /** @param time milliseconds since the epoch, when it was made */
  const row = (time: number) => {
    const at = new Date(time).toISOString();
    return { id: idAt(time), createdAt: at, updatedAt: at };
  };
  return { random, hex, idAt, row };
}

/**
 * Text for `page.evaluate`: opens a database of the extension's origin by name, has it filled and closes it again.
 * @param database name of a notebook that exists
 * @param fill the function that fills it, which uses nothing around it
 * @param size second argument of it
 * @param tools further arguments: functions that use nothing around them either
 */
export function fillingScript<Tools extends unknown[], Size>(
  database: string,
  fill: (database: IDBDatabase, size: Size, ...tools: Tools) => Promise<void>,
  size: Size,
  ...tools: Tools
): string {
  const given = [JSON.stringify(size), ...tools.map(String)].join(', ');
  return `(async () => {
    const database = await new Promise((done, failed) => {
      const request = indexedDB.open(${JSON.stringify(database)});
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      await (${fill.toString()})(database, ${given});
    } finally {
      database.close();
    }
  })()`;
}
