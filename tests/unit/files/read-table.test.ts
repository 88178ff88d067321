import { expect, test } from 'vitest';
import { columnKeys, columnTitles } from '../../../utils/files/creator-columns.ts';
import { openPasted, openTable, type ReadingChoice, readTable } from '../../../utils/files/read-table.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { utf8, workbook, zipOf } from './table-samples.ts';

async function read(bytes: Uint8Array, choice: ReadingChoice = {}) {
  const file = await openTable(bytes);
  return file.ok ? readTable(file.value, choice) : file;
}
const rowsOf = async (bytes: Uint8Array, choice: ReadingChoice = {}) => {
  const table = await read(bytes, choice);
  if (!table.ok) throw new Error(table.fault);
  return table.value;
};
const faultOf = async (bytes: Uint8Array) => {
  const table = await read(bytes);
  return table.ok ? 'read' : table.fault;
};

test('separators are recognised, also where another one stands inside quotes', async () => {
  const rows = [
    ['name', 'notes'],
    ['Ada', 'tea, pots; cups'],
  ];
  expect(await rowsOf(utf8('name,notes\nAda,"tea, pots; cups"\n'))).toEqual(rows);
  expect(await rowsOf(utf8('name;notes\r\nAda;"tea, pots; cups"\r\n'))).toEqual(rows);
  expect(await rowsOf(utf8('name\tnotes\rAda\ttea, pots; cups'))).toEqual(rows);
  expect(await rowsOf(utf8('name|notes\nAda|"tea, pots; cups"'))).toEqual(rows);
});

test('a line break inside quotes stays in its cell, whatever ends the lines; empty rows keep their place', async () => {
  expect(await rowsOf(utf8('a,b\r\n"one\r\ntwo","say ""hi"""\r\n\r\n,\r\n3,4\r\n\r\n'))).toEqual([
    ['a', 'b'],
    ['one\ntwo', 'say "hi"'],
    [],
    [],
    ['3', '4'],
  ]);
});

test('UTF-8 with and without a mark, UTF-16 of both kinds, GBK and Big5', async () => {
  const expected = [
    ['昵称', '备注'],
    ['林小茶', '喜欢茶壶'],
  ];
  const text = '昵称,备注\n林小茶,喜欢茶壶\n';
  expect(await rowsOf(utf8(`\ufeff${text}`))).toEqual(expected);
  expect(await rowsOf(utf8(text))).toEqual(expected);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(await rowsOf(new Uint8Array(little))).toEqual(expected);
  expect(await rowsOf(new Uint8Array(Buffer.from(little).swap16()))).toEqual(expected);
  // the same lines as Excel for simplified and for traditional Chinese writes them
  const gbk = Buffer.from('eac7b3c62cb1b8d7a20ac1d6d0a1b2e82ccfb2bbb6b2e8baf80a', 'hex');
  expect(await rowsOf(new Uint8Array(gbk))).toEqual(expected);
  const big5 = Buffer.from('bccabad92cb3c6b5f90aaa4ca470aff92cb3dfc577aff9b3fd0a', 'hex');
  expect(await rowsOf(new Uint8Array(big5))).toEqual([
    ['暱稱', '備註'],
    ['林小茶', '喜歡茶壺'],
  ]);
});

test('the person may say another encoding; one that does not fit is refused, not half read', async () => {
  const gbk = new Uint8Array(Buffer.from('eac7b3c62cb1b8d7a20a', 'hex'));
  expect((await rowsOf(gbk, { encoding: 'gb18030' }))[0]).toEqual(['昵称', '备注']);
  const file = await openTable(gbk);
  expect(file.ok && (await readTable(file.value, { encoding: 'utf-8' }))).toEqual({
    ok: false,
    fault: 'encoding',
  });
});

test('a broken quotation is refused with its line', async () => {
  expect(await read(utf8('a,b\n1,2\n3,"open\n4,5\n'))).toEqual({ ok: false, fault: 'quotes', line: 3 });
  expect(await read(utf8('a,b\n"x"y,2\n'))).toMatchObject({ ok: false, fault: 'quotes', line: 2 });
  expect(await rowsOf(utf8('a,b\n5" screen,2\n'))).toEqual([
    ['a', 'b'],
    ['5" screen', '2'],
  ]);
});

test('files that are no table are refused by their bytes, each with its own reason', async () => {
  expect(await faultOf(new Uint8Array())).toBe('empty');
  expect(await faultOf(utf8('\n\n , \n'))).toBe('empty');
  expect(await faultOf(utf8('%PDF-1.7 and so on'))).toBe('pdf');
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  expect(await faultOf(ole)).toBe('old-excel');
  const locked = new Uint8Array(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]));
  expect(await faultOf(locked)).toBe('locked');
  expect(await faultOf(zipOf({ 'Index/Document.iwa': 'x' }))).toBe('numbers');
  expect(await faultOf(zipOf({ 'readme.txt': 'x' }))).toBe('not-a-table');
  expect(await faultOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0, 1, 0xff]))).not.toBe('read');
  expect(await faultOf(utf8('a,b\0,c\n1,2,3'))).toBe('not-a-table');
});

test('limits: size, rows, columns, length of a cell', async () => {
  expect(await faultOf(new Uint8Array(30_000_001).fill(97))).toBe('too-large');
  expect(await faultOf(utf8(`${'a\n'.repeat(100_002)}`))).toBe('too-many-rows');
  expect((await rowsOf(utf8(`${'a\n'.repeat(100_001)}`))).length).toBe(100_001);
  expect(await faultOf(utf8(`${'a,'.repeat(200)}a\n`))).toBe('too-many-columns');
  expect((await rowsOf(utf8(`${'a,'.repeat(199)}a,,,\n`)))[0]?.length).toBe(200);
  expect(await faultOf(utf8(`a,b\n${'x'.repeat(32_768)},1\n`))).toBe('cell-too-long');
});

test('ten megabytes are read whole, a slice at a time, and the reading can be stopped', async () => {
  const line = 'Invented Person,https://www.instagram.com/invented,"a note, with a comma"\n';
  const text =
    `name,link,notes\n${line.repeat(Math.ceil(10_000_000 / line.length / 2))}${'y'.repeat(100)},${'z'.repeat(5_000)},\n`.padEnd(
      10_000_000,
      `${'x'.repeat(1_000)}\n`,
    );
  const rows = await rowsOf(utf8(text), { delimiter: ',' });
  expect(rows.length).toBeGreaterThan(60_000);
  expect(rows[2]).toEqual(['Invented Person', 'https://www.instagram.com/invented', 'a note, with a comma']);

  const stop = new AbortController();
  const file = await openTable(utf8(text));
  if (!file.ok) throw new Error(file.fault);
  const reading = readTable(file.value, {}, { signal: stop.signal, progress: () => stop.abort() });
  await expect(reading).rejects.toThrow(/abort/i);
});

test('an export of our own is read back as it was, the guards before would-be formulas taken off', async () => {
  for (const titles of Object.values(columnTitles)) {
    const cells = columnKeys.map((key) => (key === 'notes' ? '=SUM(1)' : key === 'name' ? "'quoted" : null));
    const blob = writeCsv({ titles: columnKeys.map((key) => titles[key]), widths: [], rows: [cells] });
    const rows = await rowsOf(new Uint8Array(await blob.arrayBuffer()));
    expect(rows[1]?.[columnKeys.indexOf('notes')]).toBe('=SUM(1)');
    expect(rows[1]?.[0]).toBe("'quoted");
  }
  // of a stranger's file nothing is taken away
  expect((await rowsOf(utf8("who,what,why\na,'=1+1,b\n")))[1]).toEqual(['a', "'=1+1", 'b']);
});

test('cells that begin with a formula sign, and keys such as __proto__, are text like any other', async () => {
  const text = '__proto__,constructor\n=1+1,@SUM(A1)\n+49 30 1234,-5\n';
  expect(await rowsOf(utf8(text))).toEqual([
    ['__proto__', 'constructor'],
    ['=1+1', '@SUM(A1)'],
    ['+49 30 1234', '-5'],
  ]);
});

test('a copied table is read by its tabs', async () => {
  const file = openPasted('Name\tLink\nAda\t"two\nlines"');
  expect(file.ok && (await readTable(file.value))).toEqual({
    ok: true,
    value: [
      ['Name', 'Link'],
      ['Ada', 'two\nlines'],
    ],
  });
});

const days =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

test('a workbook: shared and inline texts, numbers without exponents, days, formulas by their values, errors left out', async () => {
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
    '<row r="3"><c r="A3"><v>1.2E7</v></c><c r="B3" s="1"><v>46091</v></c><c r="C3" s="2"><v>46091.75</v></c>' +
    '<c r="D3" s="3"><v>46091</v></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>made</v></c><c r="F3" t="e"><v>#REF!</v></c>' +
    '<c r="G3" t="b"><v>1</v></c><c r="H3" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c><c r="I3"><v>0.30000000000000004</v></c></row>';
  const strings = ['<t>Name</t>', '<r><t>No</t></r><r><t>tes_x000D_</t></r><rPh><t>reading</t></rPh>'];
  const bytes = zipOf(workbook({ People: cells }, { strings, formats: days }));
  expect(await rowsOf(bytes)).toEqual([
    ['Name', '', 'Notes\r'],
    [],
    ['12000000', '2026-03-10', '2026-03-10', '46091', 'made', '', 'TRUE', 'in <line>', '0.3'].map(
      (cell) => cell,
    ),
  ]);
});

test('of several sheets the shown ones are offered, and the chosen one is read', async () => {
  const row = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const bytes = zipOf(workbook({ One: row('first'), 'Two &amp; more': row('second') }));
  const file = await openTable(bytes);
  expect(file.ok && file.value.kind === 'workbook' && file.value.sheets).toEqual(['One', 'Two & more']);
  expect(await rowsOf(bytes, { sheet: 1 })).toEqual([['second']]);
  const hidden = await openTable(
    zipOf(workbook({ One: row('a'), Two: row('b') }, { state: ' state="hidden"' })),
  );
  expect(hidden.ok && hidden.value.kind === 'workbook' && hidden.value.sheets).toEqual(['One']);
});

test('a zip bomb is refused before it is unpacked, and while it is where its directory lies', async () => {
  const sheet = `<row><c t="inlineStr"><is><t>${' '.repeat(20_000_000)}</t></is></c></row>`;
  const bomb = workbook({ One: sheet });
  expect(await faultOf(zipOf(bomb))).toBe('unpacks-too-large');
  expect(await faultOf(zipOf(bomb, { unpacked: 50_000 }))).toBe('unpacks-too-large');
  // also where the large entry is none that would be read
  const beside = workbook({ One: '<row><c><v>1</v></c></row>' }, { extra: { 'xl/media/x.xml': sheet } });
  expect(await faultOf(zipOf(beside))).toBe('unpacks-too-large');
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.xml`, 'x']));
  expect(await faultOf(zipOf(many))).toBe('unpacks-too-large');
});

test('cut off, changed, encrypted and hostile workbooks are refused', async () => {
  const bytes = zipOf(workbook({ One: '<row><c><v>1</v></c></row>' }));
  expect(await faultOf(bytes)).toBe('read');
  for (const length of [10, 100, bytes.length - 30, bytes.length - 1])
    expect(await faultOf(bytes.slice(0, length))).toBe('damaged');
  expect(await faultOf(zipOf(workbook({ One: '<row/>' }), { flags: 1 }))).toBe('locked');
  const entities = workbook({ One: '' }, { strings: [] });
  entities['xl/sharedStrings.xml'] = '<!DOCTYPE s [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>';
  expect(await faultOf(zipOf(entities))).toBe('damaged');
  expect(await faultOf(zipOf(workbook({ One: '<row><c><v>1' })))).toBe('damaged');
  expect(await faultOf(zipOf(workbook({ One: '<row><c r="A1048576"><v>1</v></c></row>' })))).toBe(
    'too-many-rows',
  );
  expect(await faultOf(zipOf(workbook({ One: '<row><c r="XFD1"><v>1</v></c></row>' })))).toBe(
    'too-many-columns',
  );
  // formats without a value reach to the end of many sheets and mean nothing
  expect(
    await rowsOf(
      zipOf(
        workbook({
          One: '<row><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
        }),
      ),
    ),
  ).toEqual([['1']]);
});
