import type { Money } from './page-reading.ts';

/** A price as `Change.from` and `to` tell it, taken apart. */
export interface SaidPrice {
  low: Money;
  /** of a range; absent where the page says only "from" */
  high?: Money;
  isFrom: boolean;
}

/**
 * Reads what `priceText` (utils/snapshots/prices.ts) wrote: "24.00 AUD", "24.00–55.00 AUD", "24.00– AUD"; null for anything else.
 */
export function readPriceText(text: string): SaidPrice | null {
  const found = text.match(/^(-?\d+(?:\.\d+)?)(–(\d+(?:\.\d+)?)?)? ([A-Z]{3})$/);
  if (!found) return null;
  const [, low = '', dash, high, currency = ''] = found;
  return {
    low: { amount: low, currency },
    ...(high ? { high: { amount: high, currency } } : {}),
    isFrom: dash !== undefined && !high,
  };
}
