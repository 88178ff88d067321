import type { PageReading } from '../domain/page-reading.ts';

/** One fact of a reading, in the names of the records. */
export interface FactRow {
  field: string;
  value: string;
  source: string;
  /** as the page wrote it, where that is kept */
  raw: string;
}

/** Products or comments of a page: a column for each field that one of them has. */
export interface ListTable {
  name: string;
  columns: string[];
  rows: string[][];
}

interface AnyField {
  value: unknown;
  source: string;
  raw?: unknown;
}

const isField = (value: unknown): value is AnyField =>
  typeof value === 'object' && value !== null && 'value' in value && 'source' in value;

/** A value in one line: money as "24.00 EUR", lists with commas. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('amount' in value && 'currency' in value) return `${String(value.amount)} ${String(value.currency)}`;
  return JSON.stringify(value);
}

function factsOf(part: string, reading: object | undefined): FactRow[] {
  return Object.entries(reading ?? {}).flatMap(([name, field]): FactRow[] => {
    if (!isField(field)) return [];
    const { value, source, raw } = field;
    return [
      { field: `${part}.${name}`, value: words(value), source, raw: raw === undefined ? '' : words(raw) },
    ];
  });
}

function listOf(name: string, items: readonly object[] | undefined): ListTable[] {
  if (!items || items.length === 0) return [];
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const cell = (value: unknown) =>
    value === undefined || value === null ? '' : words(isField(value) ? value.value : value);
  const rows = items.map((item) => {
    const fields = new Map<string, unknown>(Object.entries(item));
    return columns.map((column) => cell(fields.get(column)));
  });
  return [{ name, columns, rows }];
}

/** What was read of a page as tables, under the names that the JSON of it has too. Pure. */
export function readingTables(reading: PageReading): { facts: FactRow[]; lists: ListTable[] } {
  const { platform, kind, key, url, creator, post, product, shop, products, comments, problems } = reading;
  const plain = Object.entries({ platform, kind, key: key ?? '', url }).map(
    ([field, value]): FactRow => ({ field, value, source: '', raw: '' }),
  );
  return {
    facts: [
      ...plain,
      ...factsOf('creator', creator),
      ...factsOf('post', post),
      ...factsOf('product', product),
      ...factsOf('shop', shop),
    ],
    lists: [
      ...listOf('products', products),
      ...listOf('comments', comments),
      ...listOf('problems', problems),
    ],
  };
}
