import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type BackupFault, backupFileName, recordLine } from '../../../utils/files/backup-file.ts';
import { parseBackupLine } from '../../../utils/files/backup-line.ts';
import { readBackup } from '../../../utils/files/backup-reader.ts';
import { backupWriter } from '../../../utils/files/backup-writer.ts';
import { bytesOf, fileOf, linesOf, packed, sealed, textOf } from '../../support/backup-files.ts';

const never = new AbortController().signal;

/** A record of some kilobytes that hardly shrinks. */
const record = (number: number) => ({
  id: String(number),
  notes: Array.from({ length: 60 }, (_, at) => ((number + 7) * (at + 13) * 7_919_777).toString(36)).join(
    '·米拉',
  ),
});
const lines = (count: number) =>
  Array.from({ length: count }, (_, number) => recordLine('creators', JSON.stringify(record(number))));

async function write(count: number, pieces = 1): Promise<Blob> {
  const writer = backupWriter({ schemaVersion: 2, records: count });
  const all = lines(count);
  const each = Math.ceil(count / pieces) || 1;
  for (let at = 0; at < count; at += each) await writer.write(all.slice(at, at + each).join(''));
  return writer.finish(count);
}

async function read(file: Blob, signal = never) {
  const seen = { text: '', firsts: [] as number[], longest: 0 };
  const reading = await readBackup(
    file,
    {
      begin: async () => null,
      step: async (text, first) => {
        seen.text += text;
        seen.firsts.push(first);
        seen.longest = Math.max(seen.longest, text.length);
        return null;
      },
    },
    signal,
  );
  return { ...seen, reading, fault: 'fault' in reading ? reading.fault.reason : null };
}

test('what is written is read back, and the same records always give the same bytes', async () => {
  const file = await write(3_000);
  const { reading, text, fault } = await read(file);
  expect(fault).toBeNull();
  expect(reading).toMatchObject({ header: { schemaVersion: 2, records: 3_000 } });
  expect(text).toBe(lines(3_000).join(''));
  expect(await bytesOf(await write(3_000, 7))).toBe(await bytesOf(file));
  expect((await textOf(file)).split('\n')[0]).toBe(
    '{"format":"deckhand-backup","version":1,"schemaVersion":2,"records":3000}',
  );
  expect(backupFileName('2026-03-10')).toBe('deckhand-2026-03-10.deckhand.gz');
});

test('an empty notebook has a backup too', async () => {
  const { fault, text } = await read(await write(0));
  expect([fault, text]).toEqual([null, '']);
});

test('long files are handed over in steps that know their first line', async () => {
  const { firsts, longest, text } = await read(await write(9_000));
  expect(longest).toBeLessThanOrEqual(1_100_000);
  expect(firsts.length).toBeGreaterThan(3);
  expect(firsts[0]).toBe(2);
  const all = text.split('\n');
  expect(all[(firsts[1] ?? 0) - 2]).toContain(`"id":"${(firsts[1] ?? 0) - 2}"`);
});

test('what is no gzip, no backup or a newer one is refused', async () => {
  expect((await read(fileOf(new Uint8Array()))).fault).toBe('not-gzip');
  expect((await read(fileOf(new TextEncoder().encode('name,handle\nMira,mira')))).fault).toBe('not-gzip');
  expect((await read(packed('name,handle\nMira,mira\n'))).fault).toBe('foreign');
  expect((await read(packed('no line feed at all'))).fault).toBe('foreign');
  expect((await read(packed('')))?.fault).toBe('truncated');
  expect((await read(fileOf(gzipSync(Buffer.from([0xff, 0xfe, 0x0a]))))).fault).toBe('foreign');
  const head = '{"format":"deckhand-backup","version":1,"schemaVersion":2,"records":0}';
  expect((await read(sealed([head]))).fault).toBeNull();
  expect((await read(sealed([head.replace('"version":1', '"version":2')]))).fault).toBe('newer');
  expect((await read(sealed([head.replace('backup', 'copy')]))).fault).toBe('foreign');
  expect((await read(sealed([`\ufeff${head}`]))).fault).toBe('foreign');
});

test('a file that is cut off anywhere is refused as such', async () => {
  const whole = Buffer.from(await (await write(40)).arrayBuffer());
  const faults = new Set<string | null>();
  for (let length = 2; length < whole.length; length += 11) {
    faults.add((await read(fileOf(whole.subarray(0, length)))).fault);
  }
  faults.add((await read(fileOf(whole.subarray(0, -1)))).fault);
  expect([...faults]).toEqual(['truncated']);
  const text = (await textOf(new Blob([whole]))).split('\n').slice(0, 20).join('\n');
  expect((await read(packed(`${text}\n`))).fault).toBe('truncated');
});

test('a changed byte, a missing, doubled or added line is noticed', async () => {
  const file = await write(40);
  const whole = Buffer.from(await file.arrayBuffer());
  for (let at = 10; at < whole.length; at += 37) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    expect((await read(fileOf(flipped))).fault, `byte ${at}`).toMatch(/altered|truncated|foreign|newer/);
  }
  const text = await textOf(file);
  const all = text.split('\n');
  expect((await read(packed(text))).fault).toBeNull();
  expect((await read(packed(text.replace('"id":"7"', '"id":"x"')))).fault).toBe('altered');
  expect((await read(packed(all.toSpliced(5, 1).join('\n')))).fault).toBe('altered');
  expect((await read(packed(all.toSpliced(5, 0, all[5] ?? '').join('\n')))).fault).toBe('altered');
  expect((await read(packed(`${text}{"store":"creators","record":{}}\n`))).fault).toBe('altered');
  expect((await read(packed(`${text}more`))).fault).toBe('altered');
  expect((await read(fileOf(Buffer.concat([whole, Buffer.from('tail')])))).fault).toMatch(
    /altered|truncated/,
  );
  expect((await read(sealed((await linesOf(file)).slice(0, 20)))).fault).toBe('altered');
  expect((await read(sealed([...(await linesOf(file)).slice(0, 40), 'junk'])))?.fault).toBe('altered');
});

test('a gzip bomb is given up at once', async () => {
  const head = '{"format":"deckhand-backup","version":1,"schemaVersion":2,"records":1}\n';
  const bomb = gzipSync(Buffer.concat([Buffer.from(head), Buffer.alloc(300_000_000, 'a')]));
  let unpacked = 0;
  const reading = await readBackup(
    fileOf(bomb),
    {
      begin: async () => null,
      step: async (text) => {
        unpacked += text.length;
        return null;
      },
    },
    never,
  );
  expect(reading).toEqual({ fault: { reason: 'too-large' } });
  expect(unpacked).toBe(0);
  const long = `{"store":"creators","record":{"notes":"${'a'.repeat(60_000)}"}}\n`.repeat(1_500);
  expect((await read(packed(head.replace('"records":1', '"records":1500') + long))).fault).toBe('too-large');
  // more records than the first line says are not read at all
  expect(await read(packed(head + long))).toMatchObject({ fault: 'altered', text: '' });
});

test('a line that no record has is refused before it fills the memory', async () => {
  const noise = Buffer.alloc(6_000_000);
  for (let at = 0; at < noise.length; at++) noise[at] = 97 + ((at * at * 31 + (at >> 3)) % 24);
  const head = '{"format":"deckhand-backup","version":1,"schemaVersion":2,"records":1}\n{"store":"';
  const file = fileOf(gzipSync(Buffer.concat([Buffer.from(head), noise])));
  expect((await read(file)).fault).toBe('too-large');
});

test('reading ends when it is asked to', async () => {
  const stop = new AbortController();
  const reading = await readBackup(
    await write(9_000),
    {
      begin: async () => null,
      step: async () => {
        stop.abort();
        return null;
      },
    },
    stop.signal,
  );
  expect(reading).toEqual({ fault: { reason: 'cancelled' } });
});

test('the fault of a record is said with its line', async () => {
  const fault: BackupFault = { reason: 'record', line: 17 };
  const visitor = { begin: async () => null, step: async () => fault };
  expect(await readBackup(await write(40), visitor, never)).toEqual({ fault });
});

test.each([
  ['{"store":"creators","record":{"id":"1","__proto__":{"x":1}}}', 'unsafe'],
  ['{"store":"creators","record":{"id":"1","\\u005f_proto__":{"x":1}}}', 'unsafe'],
  ['{"store":"creators","record":{"id":"1","facts":[{"constructor":1}]}}', 'unsafe'],
  ['{"store":"creators","record":{"id":"1"},"prototype":1}', 'unsafe'],
  ['{"store":"creators","record":{"id":"1"},"more":1}', 'altered'],
  ['{"store":"creators","record":[]}', 'altered'],
  ['{"store":"creators","record":null}', 'altered'],
  ['{"store":"creators","record":{"id":"1"}', 'altered'],
  ['{"record":{"id":"1"},"store":"creators"}', 'altered'],
])('%s is %s', (line, fault) => {
  expect(parseBackupLine(line)).toBe(fault);
});

test('such words inside a text are only a text', () => {
  const notes = 'the __proto__ of a constructor \\ \u202e';
  const line = recordLine('creators', JSON.stringify({ notes })).trimEnd();
  expect(parseBackupLine(line)).toEqual({ store: 'creators', record: { notes } });
});
