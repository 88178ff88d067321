import type { Crop, RightsGrant } from '../../domain/rights.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { base64 } from './base64.ts';

/** What there is of permissions. */
export const rightsStores: StoreName[] = ['rightsGrants', 'crops'];

async function grantsOf(reader: Reader, keys: ReadonlySet<string>): Promise<RightsGrant[]> {
  const found = new Map<string, RightsGrant>();
  for (const key of keys)
    for (const grant of await reader.list('rightsGrants', 'authorKeys', key)) found.set(grant.id, grant);
  return [...found.values()];
}

/**
 * Erases the permissions to reuse what a person posted, with their pictures.
 * @param erase takes a record away with no way back
 */
export async function eraseRights(
  unit: Unit,
  keys: ReadonlySet<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
): Promise<void> {
  for (const { id } of await grantsOf(unit, keys)) {
    for (const crop of await unit.keys('crops', 'grantId', id)) await erase('crops', crop);
    await erase('rightsGrants', id);
  }
}

/** The same for a person's export: pictures as text. */
export async function exportRights(
  reader: Reader,
  keys: ReadonlySet<string>,
): Promise<Record<string, unknown[]>> {
  const grants = await grantsOf(reader, keys);
  const crops: Crop[] = [];
  for (const { id } of grants) crops.push(...(await reader.list('crops', 'grantId', id)));
  return {
    ...(grants.length > 0 ? { rightsGrants: grants } : {}),
    ...(crops.length > 0
      ? { crops: crops.map(({ bytes, ...rest }) => ({ ...rest, data: base64(bytes) })) }
      : {}),
  };
}
