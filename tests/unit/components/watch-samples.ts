import type { StoredChange } from '../../../utils/domain/change.ts';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import type { SnapshotRow } from '../../../utils/messaging/protocol/snapshots.ts';
import type { WatchDigest, WatchSeries } from '../../../utils/messaging/protocol/watch.ts';
import { id, watchRow } from './sample-data.ts';

/** Two watched shops and one of ours, with what was found there. Names, prices and texts are invented. */
export const nordlicht = watchRow(10, 'Nordlicht');
export const fougere = watchRow(11, 'Fougere', 'better');
export const ours = watchRow(12, 'Harbour & Pine', 'own');
export const watchlist: WatchlistRow[] = [nordlicht, fougere, ours];

export const hash = (n: number) => n.toString(16).padStart(64, '0');
/** @param day of March 2026 */
export const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;

export function changeOf(n: number, over: Partial<StoredChange> = {}): StoredChange {
  return {
    id: id(n),
    createdAt: at(2),
    updatedAt: at(2),
    kind: 'price-down',
    key: `p${n}`,
    title: `Candle ${n}`,
    from: '24.00 EUR',
    to: '18.00 EUR',
    percent: -25,
    severity: 'high',
    competitorId: id(10),
    watchedPageId: id(510),
    snapshotId: id(801),
    beforeId: id(800),
    foundAt: at(2),
    read: false,
    ...over,
  };
}

const kept = { state: 'kept', hash: hash(1), bytes: 900 } as const;

/** @param n its day of March 2026 is `n - 799` */
export function lookOf(n: number, over: Partial<SnapshotRow> = {}): SnapshotRow {
  const takenAt = at(n - 799);
  return {
    id: id(n),
    createdAt: takenAt,
    updatedAt: takenAt,
    competitorId: id(10),
    watchedPageId: id(510),
    takenAt,
    address: 'https://shop10.example/',
    cause: 'button',
    status: { state: 'ok' },
    layers: { reading: kept, text: kept, picture: kept, layout: kept },
    pinned: false,
    changes: 1,
    ...over,
  };
}

export function digestOf(over: Partial<WatchDigest['rows'][number]> = {}): WatchDigest {
  const none = { low: 0, medium: 0, high: 0 };
  return {
    rows: [
      {
        competitorId: id(10),
        unread: { low: 1, medium: 0, high: 2 },
        pages: [{ watchedPageId: id(510), lastTriedAt: at(2), lastReadAt: at(2), stale: false }],
        ...over,
      },
      { competitorId: id(11), unread: none, pages: [{ watchedPageId: id(511), stale: true }] },
    ],
    unread: { low: 1, medium: 0, high: 2 },
    staleDays: 7,
  };
}

export function seriesOf(over: Partial<WatchSeries> = {}): WatchSeries {
  return { looks: [], prices: [], cut: false, ...over };
}

export const euro = (amount: string) => ({ amount, currency: 'EUR' });
