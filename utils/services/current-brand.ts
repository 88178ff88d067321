import type { Brand, OwnAccount } from '../domain/brand.ts';
import type { PlatformId } from '../domain/platform.ts';
import type { Reader } from '../storage/reader.ts';
import { storedSettings } from './stored-settings.ts';

/** The brand that the operator works for now; null before the first. */
export async function currentBrand(reader: Reader): Promise<Brand | null> {
  const { currentBrandId } = await storedSettings(reader);
  return currentBrandId ? ((await reader.get('brands', currentBrandId)) ?? null) : null;
}

/** A profile as an address or a reading names it. */
export interface AccountName {
  platform: PlatformId;
  handle: string;
  stableId?: string | undefined;
}

/** Whether two names mean the same account: by the stable id where both have one, otherwise by the handle in any case. */
export function sameAccount(a: AccountName, b: AccountName): boolean {
  if (a.platform !== b.platform) return false;
  if (a.stableId !== undefined && b.stableId !== undefined) return a.stableId === b.stableId;
  return a.handle.toLowerCase() === b.handle.toLowerCase();
}

/** Our own account of that name, with its brand; null when it is someone else's. */
export async function ownAccount(
  reader: Reader,
  name: AccountName,
): Promise<{ brand: Brand; account: OwnAccount } | null> {
  for (const brand of await reader.all('brands')) {
    const account = brand.accounts.find((own) => sameAccount(own, name));
    if (account) return { brand, account };
  }
  return null;
}
