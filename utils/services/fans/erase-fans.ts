import type { Fan, FanPoint } from '../../domain/fan.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';

/** Where fans and what counted for them are kept. */
export const fanRecordStores: StoreName[] = ['fans', 'fanPoints'];

/** The fans that a person is, by any key of theirs, with what counted. */
async function fanRecords(
  reader: Reader,
  keys: Iterable<string>,
): Promise<{ fans: Fan[]; fanPoints: FanPoint[] }> {
  const fans = new Map<string, Fan>();
  for (const key of keys) for (const fan of await reader.list('fans', 'keys', key)) fans.set(fan.id, fan);
  const points = await Promise.all(
    [...fans.keys()].map((id) => reader.list('fanPoints', 'fanAt', IDBKeyRange.bound([id], [id, []]))),
  );
  return { fans: [...fans.values()], fanPoints: points.flat() };
}

/** The same for an export, without stores in which there is nothing of theirs. */
export async function exportFans(reader: Reader, keys: Iterable<string>): Promise<Record<string, unknown[]>> {
  const { fans, fanPoints } = await fanRecords(reader, keys);
  return { ...(fans.length > 0 ? { fans } : {}), ...(fanPoints.length > 0 ? { fanPoints } : {}) };
}

/** Erases them. @param erase takes a record away with no way back */
export async function eraseFans(
  reader: Reader,
  keys: Iterable<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
): Promise<void> {
  const { fans, fanPoints } = await fanRecords(reader, keys);
  for (const { id } of fanPoints) await erase('fanPoints', id);
  for (const { id } of fans) await erase('fans', id);
}
