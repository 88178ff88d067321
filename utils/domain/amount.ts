const decimals = 8;

/** A decimal string in whole hundred-millionths: `moneySchema` allows eight digits after the point. */
function scaled(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  const size = BigInt(whole.replace('-', '') + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return amount.startsWith('-') ? -size : size;
}

/** Compares two decimal strings such as "1299.00" exactly: below 0, 0 or above 0, as `sort` wants it. */
export function compareAmounts(before: string, after: string): number {
  if (before === after) return 0;
  const gap = Number(before) - Number(after);
  if (gap !== 0) return gap;
  const exact = scaled(before) - scaled(after);
  return exact === 0n ? 0 : exact < 0n ? -1 : 1;
}

/** By how many percent of `from` it is more (below 0: less), with one digit after the point; undefined when that is no number. */
export function percentBetween(from: number, to: number): number | undefined {
  const percent = Math.round(((to - from) / Math.abs(from)) * 1_000) / 10;
  if (!Number.isFinite(percent)) return undefined;
  // -0 would be another value to whoever compares
  return percent === 0 ? 0 : percent;
}
