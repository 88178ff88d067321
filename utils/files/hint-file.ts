import type { HintRule } from '../domain/hint.ts';
import { hintAttribute, hintHost, isHintSelector, namesItsHost, toHintField } from '../domain/hint-fields.ts';
import { type PageKind, type PlatformId, pageKinds, platformIds } from '../domain/platform.ts';

/*
 * A file of hints: JSON, `{"format":"deckhand-hints","version":1,"hints":[…]}`. Data only, of a closed set of words; a file that has anything
 * else in it is refused as a whole.
 */

const format = 'deckhand-hints';
const version = 1;
/** Larger files and more rows are no file of ours. */
const longestFile = 1_000_000;
const mostHints = 500;

/** What is wrong with one row: a part of it by name, a part that no hint has, or a second one for the same field of the same pages. */
export type HintRowFault = {
  /** counted from 1 */
  row: number;
  part: 'row' | 'platform' | 'host' | 'kind' | 'field' | 'selector' | 'attribute' | 'unknown' | 'double';
};
export type HintFile =
  | { ok: true; hints: HintRule[] }
  /** `foreign`: no file of hints · `newer`: of a newer version · `rows`: some of them do not fit */
  | { ok: false; reason: 'foreign' | 'newer' | 'empty' | 'too-large' }
  | { ok: false; reason: 'rows'; faults: HintRowFault[] };

const parts = ['platform', 'host', 'kind', 'field', 'selector', 'attribute'];
/** Keys that would reach an object's prototype. */
const unsafe = ['__proto__', 'constructor', 'prototype'];

/** The text of a file with these hints; the same hints always give the same text. */
export function writeHintFile(hints: readonly HintRule[]): string {
  const rows = hints.map((hint) =>
    Object.fromEntries(
      parts.flatMap((part) => {
        const value = hint[part as keyof HintRule];
        return value === undefined ? [] : [[part, value]];
      }),
    ),
  );
  return `${JSON.stringify({ format, version, hints: rows }, null, 2)}\n`;
}

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function faultOf(row: unknown): HintRowFault['part'] | null {
  if (!isRow(row)) return 'row';
  if (Object.keys(row).some((key) => !parts.includes(key))) return 'unknown';
  const { platform, host, kind, field, selector, attribute } = row;
  if (!(platformIds as readonly unknown[]).includes(platform)) return 'platform';
  if (host !== undefined && !(typeof host === 'string' && host.length <= 255 && hintHost.test(host)))
    return 'host';
  if (!namesItsHost({ platform: platform as PlatformId, host })) return 'host';
  if (!(pageKinds as readonly unknown[]).includes(kind as PageKind)) return 'kind';
  if (typeof field !== 'string' || !toHintField(field)) return 'field';
  if (typeof selector !== 'string' || !isHintSelector(selector)) return 'selector';
  if (attribute !== undefined && !(typeof attribute === 'string' && hintAttribute.test(attribute)))
    return 'attribute';
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      if (unsafe.includes(key)) throw new SyntaxError(`forbidden key ${key}`);
      return value;
    });
  } catch {
    return undefined;
  }
}

/** Reads a file of hints: all of its rows, or what is wrong with which of them. */
export function readHintFile(text: string): HintFile {
  if (text.length > longestFile) return { ok: false, reason: 'too-large' };
  const file = parse(text.replace(/^\ufeff/, ''));
  if (!isRow(file) || file.format !== format || !Array.isArray(file.hints))
    return { ok: false, reason: 'foreign' };
  if (typeof file.version !== 'number' || file.version < version) return { ok: false, reason: 'foreign' };
  if (file.version > version) return { ok: false, reason: 'newer' };
  const rows: unknown[] = file.hints;
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > mostHints) return { ok: false, reason: 'too-large' };
  const seen = new Set<string>();
  const faults = rows.flatMap((row, index): HintRowFault[] => {
    const part = faultOf(row);
    if (part) return [{ row: index + 1, part }];
    const { platform, host, kind, field } = row as HintRule;
    const place = [platform, host ?? '', kind, field].join(' ');
    if (seen.has(place)) return [{ row: index + 1, part: 'double' }];
    seen.add(place);
    return [];
  });
  return faults.length > 0 ? { ok: false, reason: 'rows', faults } : { ok: true, hints: rows as HintRule[] };
}
