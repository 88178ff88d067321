/**
 * A moment as ISO 8601. Seconds or milliseconds since the epoch (numbers or digits) become UTC; a text that already is ISO 8601 keeps its
 * own offset.
 * @returns undefined for anything else; words such as "2 years ago" are no moment
 */
export function isoTime(value: unknown): string | undefined {
  const digits = typeof value === 'string' && /^\d{9,13}$/.test(value.trim()) ? Number(value) : value;
  if (typeof digits === 'number' && Number.isFinite(digits) && digits > 0) {
    const date = new Date(digits < 1e11 ? digits * 1000 : digits);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
  return iso.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/**
 * A wall-clock time of China ("2020-06-05 11:11:05", seconds may be absent) as ISO 8601 with China's offset, which has had no summer time
 * since 1991.
 */
export function chinaTime(value: unknown): string | undefined {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(
    typeof value === 'string' ? value : '',
  );
  if (!match) return undefined;
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0');
  return isoTime(
    `${match[1]}-${two(match[2])}-${two(match[3])}T${two(match[4])}:${match[5]}:${two(match[6])}+08:00`,
  );
}
