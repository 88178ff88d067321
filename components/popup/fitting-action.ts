import type { PageReading } from '../../utils/domain/page-reading.ts';
import type { TabReading } from '../../utils/messaging/protocol.ts';

export type ReadTab = Extract<TabReading, { state: 'read' }>;

/**
 * The one thing to offer for a page: `save` a creator · `known` one · `ours` · `watch` a page of a shop · `blocked` behind a wall ·
 * `no-creator` on a profile whose handle was not read · `nothing` recognised.
 */
export type Fitting = 'save' | 'known' | 'ours' | 'watch' | 'blocked' | 'no-creator' | 'nothing';

/** Decides by what was read, never by the address alone. A known creator or own account goes before everything else. */
export function fittingAction(tab: ReadTab): Fitting {
  const { reading, mark } = tab;
  if (reading.kind === 'blocked') return 'blocked';
  if (mark === 'ours') return 'ours';
  if (tab.creatorId) return 'known';
  if (isShopPage(reading)) return 'watch';
  if (reading.creator?.handle) return 'save';
  if (reading.kind === 'profile' || reading.kind === 'group') return 'no-creator';
  return 'nothing';
}

function isShopPage(reading: PageReading): boolean {
  return ['product', 'shop', 'listing'].includes(reading.kind);
}

/** The name of a page's subject, as it would stand in a list; at most 200 characters, as names in the store. */
export function subjectName(tab: ReadTab): string {
  const { creator, shop, product } = tab.reading;
  const name =
    (isShopPage(tab.reading)
      ? (shop?.name?.value ?? product?.title?.value)
      : (creator?.displayName?.value ?? creator?.handle?.value)) ?? tab.title;
  return [...(name.trim() || tab.reading.url)].slice(0, 200).join('').trim();
}
