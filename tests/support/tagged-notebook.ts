import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../utils/domain/new-id.ts';
import { ok } from '../../utils/domain/result.ts';
import type { StoreName, StoreRecord } from '../../utils/storage/schema.ts';
import { taggingSchemas } from '../../utils/storage/tagging-stores.ts';
import { runOperation } from '../../utils/storage/unit-of-work.ts';
import { databaseOf, good, type Machine } from './memory-notebook.ts';

const stores = ['tags', ...Object.keys(taggingSchemas)] as StoreName[];

/** Of the golden dump the records of what was tagged and what followed: one at least of every such store, about invented people. */
export function taggedRecords(): { store: StoreName; record: StoreRecord<StoreName> }[] {
  const file = join(import.meta.dirname, '../fixtures/storage/v6.json');
  const dump = JSON.parse(readFileSync(file, 'utf8'), (_key, value) =>
    typeof value === 'object' && value !== null && 'base64' in value
      ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
      : value,
  ) as Record<string, { id: string; starter?: string }[]>;
  const wanted = (store: StoreName, record: { starter?: string }) => store !== 'tags' || record.starter;
  return stores.flatMap((store) =>
    (dump[store] ?? [])
      .filter((record) => wanted(store, record))
      .map((record) => ({ store, record: record as StoreRecord<StoreName> })),
  );
}

/** Puts them into a notebook, as one operation. */
export async function fillTagged(machine: Machine): Promise<void> {
  const request = { id: newId(), type: 'item.tag', now: machine.clock.now };
  good(
    await runOperation(await databaseOf(machine), request, stores, async (unit) => {
      for (const { store, record } of taggedRecords()) await unit.put(store, record);
      return ok({});
    }),
  );
}
