import type { WatchSeries } from '../../../utils/messaging/protocol/watch.ts';

/** One value of a series at its time. */
export interface ChartPoint {
  /** milliseconds since the epoch */
  at: number;
  value: number;
  /** the look that said so */
  snapshotId: string;
}

/** The looks of a series that say a count, oldest first. */
export function countPoints(series: WatchSeries, name: 'followers' | 'posts' | 'products'): ChartPoint[] {
  return series.looks.flatMap(({ at, snapshotId, [name]: value }) =>
    value === undefined ? [] : [{ at: Date.parse(at), snapshotId, value }],
  );
}

export interface PricePoints {
  points: ChartPoint[];
  /** ISO 4217; empty where there is no price at all */
  currency: string;
  /** prices in another currency than the newest: a visitor from another country saw them, they are not drawn */
  others: number;
}

/** The prices of one product in the currency of the newest; an amount is a number here for drawing only. */
export function pricePoints(product: WatchSeries['prices'][number]): PricePoints {
  const priced = product.points.flatMap(({ at, snapshotId, price }) =>
    price ? [{ at, snapshotId, price }] : [],
  );
  const currency = priced.at(-1)?.price.currency ?? '';
  const same = priced.filter(({ price }) => price.currency === currency);
  return {
    points: same.map(({ at, snapshotId, price }) => ({
      at: Date.parse(at),
      snapshotId,
      value: Number(price.amount),
    })),
    currency,
    others: priced.length - same.length,
  };
}
