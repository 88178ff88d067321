import type { ImportRow } from '../domain/import-row.ts';
import type { PlatformId } from '../domain/platform.ts';
import { textLimits } from '../domain/text-limits.ts';
import { addressesIn } from './cell-values.ts';
import { profileAddress } from './profile-address.ts';
import { platformWords, wordKey } from './table-words.ts';

export type NamedAccount = ImportRow['accounts'][number];

/** What the registry knows of addresses. */
export type Identify = (address: string) => { platform: PlatformId; handle: string } | null;

/** The cells of a row that name profiles. */
export interface AccountCells {
  /** of the platform column */
  platform: string;
  profiles: readonly string[];
  handles: readonly { cell: string; platform: PlatformId | undefined }[];
  /** several profiles in one cell, a line each: "Instagram @mara https://…" */
  accounts: string;
}

export type AccountNote = 'platform' | 'address' | 'handle' | 'handle-without-platform';

export interface FoundAccounts {
  accounts: NamedAccount[];
  /** how many of them, counted from the first, the columns of one profile name */
  own: number;
  notes: { kind: AccountNote; text: string }[];
}

const keyOf = ({ platform, handle }: NamedAccount) => `${platform}:${handle.toLowerCase()}`;

/** Without what only says how somebody came there. */
function plainAddress(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  url.protocol = 'https:';
  return url.href;
}

function cleanHandle(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/^@\s*/, '');
}

/** The account of a handle; null where that platform has no such handles. */
function byHandle(platform: PlatformId, handle: string, given: string | undefined, identify: Identify) {
  if (!handle || handle.length > textLimits.short) return null;
  const made = profileAddress(platform, handle);
  const known = made === null ? null : identify(made);
  // a platform that is recognised by its addresses knows which handles there can be
  const isKnownPlatform = identify(profileAddress(platform, 'abcdef') ?? '') !== null;
  if (isKnownPlatform && (known?.platform !== platform || /[\s/?#]/.test(handle))) return null;
  const url = isKnownPlatform ? made : (given ?? made);
  return url === null ? null : { platform, handle: known?.handle ?? handle, url };
}

/**
 * Finds the profiles that a row names: first by addresses, which say platform and handle, then by handles whose platform is known from
 * their column or the row. What cannot be told for certain is left out with a note.
 */
export function accountsOf(cells: AccountCells, identify: Identify): FoundAccounts {
  const found = new Map<string, NamedAccount>();
  const notes: FoundAccounts['notes'] = [];
  const add = (account: NamedAccount) => {
    if (!found.has(keyOf(account))) found.set(keyOf(account), account);
  };
  const platform = platformWords.get(wordKey(cells.platform));
  if (cells.platform.trim() && !platform) notes.push({ kind: 'platform', text: cells.platform });

  const strange: string[] = [];
  const byAddress = (cell: string) => {
    const addresses = addressesIn(cell).filter((address) => address.length <= textLimits.address);
    if (addresses.length === 0) notes.push({ kind: 'address', text: cell });
    for (const address of addresses) {
      const known = identify(address);
      if (known) add({ ...known, url: plainAddress(address) });
      else strange.push(address);
    }
  };
  for (const cell of cells.profiles) if (cell.trim()) byAddress(cell);

  for (const { cell, platform: ofColumn } of cells.handles) {
    if (!cell.trim()) continue;
    if (addressesIn(cell).length > 0) {
      byAddress(cell);
      continue;
    }
    const where = ofColumn ?? platform;
    const handle = cleanHandle(cell);
    if (!where) {
      // an address of the row has said it already
      if (![...found.values()].some((one) => one.handle.toLowerCase() === handle.toLowerCase()))
        notes.push({ kind: 'handle-without-platform', text: cell });
      continue;
    }
    // an address of that platform decides: the cell may hold the name that is shown there
    if (!ofColumn && [...found.values()].some((one) => one.platform === where)) continue;
    const account = byHandle(where, handle, strange[0], identify);
    if (account) {
      if (account.url === strange[0]) strange.shift();
      add(account);
    } else notes.push({ kind: 'handle', text: cell });
  }
  for (const address of strange) {
    const { host, pathname } = new URL(address);
    if (platform === 'web')
      add({ platform, handle: `${host}${pathname}`.replace(/\/$/, '').slice(0, 200), url: address });
    else notes.push({ kind: 'address', text: address });
  }
  const own = found.size;
  for (const line of cells.accounts.split('\n')) if (line.trim()) fromLine(line, identify, add, notes);
  return { accounts: [...found.values()].slice(0, 10), own, notes };
}

function fromLine(
  line: string,
  identify: Identify,
  add: (account: NamedAccount) => void,
  notes: FoundAccounts['notes'],
): void {
  const [, word = '', handle = '', address] =
    /^\s*(\S.*?)\s+@(.+?)(?:\s+(https?:\/\/\S+))?\s*$/.exec(line) ?? [];
  const platform = platformWords.get(wordKey(word));
  const known = address && URL.canParse(address) ? identify(address) : null;
  if (known && address) add({ ...known, url: plainAddress(address) });
  else {
    const given = address && URL.canParse(address) ? address : undefined;
    const account = platform ? byHandle(platform, cleanHandle(handle), given, identify) : null;
    if (account) add(account);
    else notes.push({ kind: 'address', text: line });
  }
}
