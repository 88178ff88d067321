/** How much a table may be; more is refused with the reason. The length of a cell is the spreadsheet's own limit. */
export const tableLimits = {
  /** bytes */
  file: 30_000_000,
  rows: 100_000,
  columns: 200,
  /** UTF-16 units */
  cell: 32_767,
  zipEntries: 2_000,
  /** bytes that a zip file may unpack to, together */
  unpacked: 100_000_000,
  /** unpacked to packed, of an entry above `ratioFrom` bytes: text rarely gets beyond thirty */
  ratio: 100,
  ratioFrom: 100_000,
} as const;

/** Why a file is not read. The words for each stand in the locales, under `importing_fault_<name>`. */
export const tableFaults = [
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'cell-too-long',
  'unpacks-too-large',
  'old-excel',
  'locked',
  'numbers',
  'pdf',
  'not-a-table',
  'damaged',
  'quotes',
  'encoding',
  'empty',
] as const;
export type TableFault = (typeof tableFaults)[number];

/** @param line of the file where the fault is seen, from 1 */
export type Table<T> = { ok: true; value: T } | { ok: false; fault: TableFault; line?: number };

export const refused = (fault: TableFault, line?: number): { ok: false; fault: TableFault; line?: number } =>
  line === undefined ? { ok: false, fault } : { ok: false, fault, line };

/** What may stand between the cells of a text table. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];
