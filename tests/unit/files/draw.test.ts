import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkDraw,
  drawList,
  drawnOrder,
  erasedLine,
  listFile,
  listHash,
  randomSeed,
} from '../../../utils/files/draw.ts';
import { javascriptCheck, pythonCheck } from '../../../utils/files/draw-scripts.ts';

const entries = Array.from({ length: 60 }, (_, at) => ({
  id: `id-${at}`,
  platform: at % 2 ? 'weibo' : 'youtube',
  name: ['snow_owl', '小明', '𠮷野', 'ａ全角', '🦉owl'][at % 5] + String(at),
  url: `https://example.test/p/${at}`,
  key: `k${at}`,
}));
const lines = drawList(entries).map(({ line }) => line);
const seed = '福彩3D 2026-11-22: 4 0 7';

/** The rule again, by somebody who only read it. */
function byTheRule(file: string, withSeed: string, count: number): string[] {
  const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const hash = sha(file);
  const scored = file
    .split('\n')
    .filter(Boolean)
    .map((line) => [sha(`${withSeed}\n${hash}\n${line}`), line] as const);
  scored.sort(([a], [b]) => (a < b ? -1 : 1));
  return [hash, ...scored.slice(0, count).map(([, line]) => line)];
}

const ours = (list: readonly string[], withSeed: string, count: number) => [
  listHash(list),
  ...drawnOrder(list, withSeed)
    .slice(0, count)
    .map((place) => list[place]),
];

describe('a draw is the same by other means', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'draw-'));
    writeFileSync(join(folder, 'list.txt'), listFile(lines));
    writeFileSync(join(folder, 'check.mjs'), javascriptCheck);
    writeFileSync(join(folder, 'check.py'), pythonCheck);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('by a script that knows only the rule', () => {
    expect(byTheRule(listFile(lines), seed, 5)).toEqual(ours(lines, seed, 5));
  });
  test('by the ten lines of JavaScript in the proof', () => {
    expect(javascriptCheck.trim().split('\n').length).toBeLessThanOrEqual(10);
    const said = execFileSync('node', ['check.mjs', 'list.txt', seed, '5'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said.trim().split('\n')).toEqual(ours(lines, seed, 5));
  });
  const python = spawnSync('python3', ['--version']).status === 0;
  test.runIf(python)('by the ten lines of Python in the proof', () => {
    expect(pythonCheck.trim().split('\n').length).toBeLessThanOrEqual(10);
    const said = execFileSync('python3', ['check.py', 'list.txt', seed, '5'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said.trim().split('\n')).toEqual(ours(lines, seed, 5));
  });
  test('whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 30 }),
        fc.uuid(),
        (names, any) => {
          const list = drawList(
            names.map((name, at) => ({
              id: String(at),
              platform: 'x',
              name,
              url: `https://x.test/${at}`,
              key: 'k',
            })),
          );
          const only = list.map(({ line }) => line);
          expect(byTheRule(listFile(only), any, 3)).toEqual(ours(only, any, 3));
        },
      ),
    );
  });
});

describe('the list', () => {
  test('is the same in whatever order the entries come, sorted by code points, without a break inside a line', () => {
    expect(drawList([...entries].reverse()).map(({ line }) => line)).toEqual(lines);
    const bytes = lines.map((line) => Buffer.from(line));
    expect([...bytes].sort(Buffer.compare)).toEqual(bytes);
    const [only] = drawList([{ id: '1', platform: 'x', name: 'a\tb\nc', url: 'https://x.test/', key: 'k' }]);
    expect(only?.line).toBe('x\ta b c\thttps://x.test/');
  });
  test('is sorted as its file is, also with half of a sign in a name', () => {
    const names = ['\ud83dx', '\ufffd', '\u{1f600}', '\ue000', 'z'];
    const list = drawList(
      names.map((name, at) => ({
        id: String(at),
        platform: 'x',
        name,
        url: `https://x.test/${at}`,
        key: 'k',
      })),
    ).map(({ line }) => line);
    expect(listFile(list).isWellFormed()).toBe(true);
    const bytes = list.map((line) => Buffer.from(line));
    expect([...bytes].sort(Buffer.compare)).toEqual(bytes);
  });
  test('tells entries of one person at one address apart', () => {
    const same = { platform: 'x', name: 'a', url: 'https://x.test/' };
    const list = drawList([
      { id: '1', ...same, key: 'k1' },
      { id: '2', ...same, key: 'k2' },
    ]);
    expect(list.map(({ line }) => line)).toEqual(['x\ta\thttps://x.test/ k1', 'x\ta\thttps://x.test/ k2']);
  });
});

describe('a stored draw computed again', () => {
  const order = drawnOrder(lines, seed);
  const draw = {
    list: lines,
    listHash: listHash(lines),
    seed,
    winners: order.slice(0, 3),
    alternates: order.slice(3, 5),
  };

  test('is the same, and differs where anything was changed', () => {
    expect(checkDraw(draw)).toBe('same');
    expect(checkDraw({ ...draw, seed: `${seed} ` })).toBe('differs');
    expect(checkDraw({ ...draw, winners: [...draw.winners].reverse() })).toBe('differs');
    expect(checkDraw({ ...draw, list: [...lines.slice(1), lines[0] ?? ''] })).toBe('differs');
  });
  test.each([
    ['somebody who won nothing', order[20]],
    ['a winner', order[1]],
  ])('without %s the order of the others still holds', (_who, place) => {
    const list = lines.map((line, at) => (at === place ? erasedLine : line));
    expect(checkDraw({ ...draw, list })).toBe('erased');
    expect(checkDraw({ ...draw, list, winners: [...draw.winners].reverse() })).toBe('differs');
  });
});

test('seeds that are offered differ', () => {
  const now = new Date('2026-11-22T00:00:00.000Z');
  expect(randomSeed(now)).toMatch(/^2026-11-22T00:00:00.000Z [0-9a-f]{32}$/);
  expect(randomSeed(now)).not.toBe(randomSeed(now));
});
