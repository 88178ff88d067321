import { pauses } from './pause.ts';
import { finished } from './read-csv.ts';
import { XmlFault, type XmlListener, xmlScanner } from './scan-xml.ts';
import { refused, type Table, type TableFault, tableLimits } from './table-limits.ts';
import { dayOfSerial, placeOf, plainNumber, showsDay, unescapeCell } from './xlsx-cells.ts';
import { openZip, ZipFault, type ZipFile } from './zip-entries.ts';

export interface Workbook {
  /** names of the sheets that are shown, in their order */
  sheets: string[];
  read: (
    sheet: number,
    options?: { signal?: AbortSignal; progress?: (share: number) => void },
  ) => Promise<Table<string[][]>>;
}

/** Ends a scan early with the reason. */
class Refusal extends Error {
  readonly fault: TableFault;
  constructor(fault: TableFault) {
    super(fault);
    this.fault = fault;
  }
}

async function scan(
  zip: ZipFile,
  name: string,
  listener: XmlListener,
  signal?: AbortSignal,
): Promise<boolean> {
  const text = zip.text(name);
  if (!text) return false;
  const scanner = xmlScanner(listener);
  const pause = pauses(signal);
  for await (const piece of text) {
    // a small piece at a time: what the browser unpacks at once may hold thousands of rows
    for (let at = 0; at < piece.length; at += 16_384) {
      scanner.feed(piece.slice(at, at + 16_384));
      if (pause.due()) await pause.take();
    }
  }
  scanner.end();
  return true;
}

/** Turns what a hostile or broken file makes the readers throw into a reason; anything else is a bug and goes on. */
async function guarded<T>(work: () => Promise<Table<T>>): Promise<Table<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipFault || error instanceof Refusal) return refused(error.fault);
    if (error instanceof XmlFault) return refused('damaged');
    throw error;
  }
}

/** Targets of a part's relations by their ids, as names of entries. */
async function relations(zip: ZipFile, part: string): Promise<Map<string, { type: string; target: string }>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, { type: string; target: string }>();
  await scan(zip, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const path = new URL(target, `zip:/${folder}`).pathname.slice(1);
      const type = attribute('Type') ?? '';
      found.set(attribute('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: decodeURIComponent(path),
      });
    },
  });
  return found;
}

/**
 * Opens a workbook (`.xlsx`, Office Open XML): its sheets can then be read. Macros, links, pictures and formulas are never looked
 * at; of a formula the value counts that was saved with it.
 */
export function openXlsx(bytes: Uint8Array): Promise<Table<Workbook>> {
  return guarded(async () => {
    const zip = openZip(bytes);
    if (!zip.ok) return zip;
    const root = [...(await relations(zip.value, '')).values()].find(({ type }) => type === 'officeDocument');
    const main = root?.target ?? 'xl/workbook.xml';
    const parts = await relations(zip.value, main);
    const sheets: { name: string; part: string }[] = [];
    let from1904 = false;
    const isWorkbook = await scan(zip.value, main, {
      open(name, attribute) {
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
        if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
        const part = parts.get(attribute('id') ?? '');
        if (part?.type === 'worksheet')
          sheets.push({ name: unescapeCell(attribute('name') ?? ''), part: part.target });
      },
    });
    if (!isWorkbook) return refused('not-a-table');
    if (sheets.length === 0) return refused('empty');
    const partOf = (type: string) => [...parts.values()].find((part) => part.type === type)?.target;
    const strings = await readStrings(zip.value, partOf('sharedStrings') ?? '');
    const days = await readDayStyles(zip.value, partOf('styles') ?? '');
    return {
      ok: true,
      value: {
        sheets: sheets.map(({ name }) => name),
        read: (sheet, { signal, progress } = {}) =>
          guarded(async () => {
            const chosen = sheets[sheet];
            if (!chosen) return refused('empty');
            progress?.(0);
            const rows = await readSheet(zip.value, chosen.part, { strings, days, from1904 }, signal);
            progress?.(1);
            return rows;
          }),
      },
    };
  });
}

/** The texts that cells share. Readings of characters (`rPh`) stand beside a text and are not it. */
async function readStrings(zip: ZipFile, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let within = false;
  let aside = false;
  await scan(zip, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aside = true;
      else if (name === 't') within = !aside;
    },
    text(piece) {
      if (within) text += piece;
    },
    close(name) {
      if (name === 'rPh') aside = false;
      else if (name === 't') within = false;
      else if (name === 'si') strings.push(unescapeCell(text));
    },
  });
  return strings;
}

/** Which of the cells' styles show a day. */
async function readDayStyles(zip: ZipFile, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const days: boolean[] = [];
  let within = false;
  await scan(zip, part, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) {
        const id = Number(attribute('numFmtId') ?? 0);
        days.push(showsDay(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return days;
}

interface Shared {
  strings: readonly string[];
  days: readonly boolean[];
  from1904: boolean;
}

/** A cell as text, by its type: `s` shared, `b` yes or no, `e` an error, `d` a day as text, `str` and `inlineStr` text, else a number. */
function cellText(type: string, style: number, value: string, { strings, days, from1904 }: Shared): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type === 'd') return value.slice(0, 10);
  if (type === 'str' || type === 'inlineStr') return unescapeCell(value);
  if (value === '') return '';
  return (days[style] ? dayOfSerial(Number(value), from1904) : null) ?? plainNumber(value);
}

async function readSheet(
  zip: ZipFile,
  part: string,
  shared: Shared,
  signal?: AbortSignal,
): Promise<Table<string[][]>> {
  const rows: string[][] = [];
  let row = -1;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let within = false;
  let aside = false;

  function put(text: string): void {
    if (text.trim() === '') return;
    if (text.length > tableLimits.cell) throw new Refusal('cell-too-long');
    if (column >= tableLimits.columns) throw new Refusal('too-many-columns');
    if (row >= tableLimits.rows * 2) throw new Refusal('too-many-rows');
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  const found = await scan(
    zip,
    part,
    {
      open(name, attribute) {
        if (name === 'row') {
          // both may be left out: then it is the next one
          row = Number(attribute('r') ?? row + 2) - 1;
          column = -1;
        } else if (name === 'c') {
          const place = placeOf(attribute('r') ?? '');
          row = place?.row ?? row;
          column = place?.column ?? column + 1;
          type = attribute('t') ?? '';
          style = Number(attribute('s') ?? 0);
          value = '';
        } else if (name === 'rPh') aside = true;
        else if (name === 'v' || name === 't') within = !aside;
      },
      text(piece) {
        if (within) value += piece;
      },
      close(name) {
        if (name === 'v' || name === 't') within = false;
        else if (name === 'rPh') aside = false;
        else if (name === 'c') put(cellText(type, style, value, shared));
      },
    },
    signal,
  );
  return found ? finished(rows) : refused('damaged');
}
