import type { PageKind, PlatformId } from './platform.ts';
import { textLimits } from './text-limits.ts';

/** Kinds of page that have no subject to be told apart by. */
const withoutKey = new Set<PageKind>(['other', 'blocked', 'inbox']);

/** A page's stable name, `<platform>:<kind>:<id>`; null where nothing tells it apart. */
export function keyOf(platform: PlatformId, kind: PageKind, id: string | undefined): string | null {
  const key = id && !withoutKey.has(kind) ? `${platform}:${kind}:${id}` : null;
  return key !== null && key.length <= textLimits.address ? key : null;
}
