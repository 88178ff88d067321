import type { Batch } from '../../../utils/domain/batch.ts';
import type { ImportRow } from '../../../utils/domain/import-row.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { importRows } from '../../../utils/services/import-rows.ts';
import { matchImportRows } from '../../../utils/services/match-import-rows.ts';
import type { StoreName } from '../../../utils/storage/schema.ts';
import { databaseOf, good, type Machine } from '../../support/memory-notebook.ts';

export const instagram = (handle: string, followers?: number): ImportRow['accounts'][number] => ({
  platform: 'instagram',
  handle,
  url: `https://www.instagram.com/${handle}/`,
  ...(followers === undefined ? {} : { followers }),
});

let line = 0;
export const row = (changes: Partial<ImportRow> = {}): ImportRow => ({
  line: ++line,
  accounts: [],
  emails: [],
  phones: [],
  tags: [],
  action: 'create',
  ...changes,
});

/** What the tests of an import do on a machine; `machine` gives the one of the test that runs. */
export function importing(machine: () => Machine) {
  async function openBatch(kind: Batch['kind'] = 'import', state: Batch['state'] = 'open'): Promise<string> {
    const at = machine().clock.now.toISOString();
    const id = newId();
    const numbers = { total: 10, done: 0, created: 0, updated: 0, skipped: 0 };
    const row = { id, createdAt: at, updatedAt: at, kind, state, name: 'invented.csv', ...numbers };
    await (await databaseOf(machine())).put('batches', row);
    return id;
  }
  const all = async <S extends StoreName>(store: S) => (await databaseOf(machine())).getAll(store);
  return {
    openBatch,
    all,
    put: async (rows: ImportRow[], batchId?: string, operationId = newId()) =>
      importRows({ operationId, batchId: batchId ?? (await openBatch()), rows }, machine().call()),
    async match(rows: { accounts?: ImportRow['accounts']; emails?: string[]; displayName?: string }[]) {
      const asked = rows.map((one) => ({ accounts: [], emails: [], ...one }));
      return good(await matchImportRows({ rows: asked }, machine().call())).matches;
    },
    async only<S extends StoreName>(store: S) {
      const [first, second] = await all(store);
      if (!first || second) throw new Error(`not one record in ${store}`);
      return first;
    },
  };
}
