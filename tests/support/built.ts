import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './source-files.ts';

export type Target = 'chrome' | 'firefox';

/** Folder of a build: what `wxt build` leaves, for end-to-end tests with the mode's name behind. */
export function buildFolder(target: Target, mode: 'production' | 'e2e' = 'production'): string {
  return join(root, '.output', `${target}-mv3${mode === 'e2e' ? '-e2e' : ''}`);
}

/** Whether the builds of this run are there. Only `npm test` builds before the tests: elsewhere old ones may lie about. */
export const builtNow = process.env.DECKHAND_BUILT === '1';

export interface Manifest {
  [key: string]: unknown;
  background?: { service_worker?: string };
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  commands?: Record<string, { suggested_key?: unknown }>;
  web_accessible_resources?: { resources: string[]; matches?: string[]; use_dynamic_url?: boolean }[];
  content_security_policy?: { extension_pages?: string };
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** Files of a build, relative, with `/` between the parts. */
export function builtFiles(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`${folder} is not built`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(folder, join(folder, name)).split(sep).join('/'))
    .sort();
}

export function readBuilt(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

const staticImport = /(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g;
const lazyImport = /import\(\s*["'`](\.[^"'`]+\.js)["'`]/g;

function imported(folder: string, path: string, how: RegExp): string[] {
  return [...readBuilt(folder, path).matchAll(how)].map(([, from]) => posix.join(dirname(path), from ?? ''));
}

/** Scripts with everything they import before they run. */
function closure(folder: string, entries: string[]): Set<string> {
  const seen = new Set(entries);
  for (const path of seen) for (const next of imported(folder, path, staticImport)) seen.add(next);
  return seen;
}

function entriesOf(folder: string, entry: string): string[] {
  if (!entry.endsWith('.html')) return [entry];
  return [...readBuilt(folder, entry).matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(
    ([, path]) => path ?? '',
  );
}

/** Every script that an extension page or script may load, chunks included. */
export function scriptsOf(folder: string, entry: string): string[] {
  const seen = closure(folder, entriesOf(folder, entry));
  for (const path of seen) {
    for (const lazy of imported(folder, path, lazyImport))
      for (const more of closure(folder, [lazy])) seen.add(more);
  }
  return [...seen].sort();
}

/**
 * What one start loads at most: the scripts it begins with, and the largest of those it chooses from (one language).
 *
 * @param entry `page.html`, or `page.html#part` for the start that goes on with the lazily loaded part of that name
 * @param others lazily loaded parts that this start never chooses, for they have a start of their own
 */
export function scriptsOfOneStart(folder: string, entry: string, others: readonly string[] = []): string[] {
  const [page = '', part] = entry.split('#');
  const isPart = (path: string, name: string) => path.split('/').at(-1)?.startsWith(`${name}-`) ?? false;
  let first = closure(folder, entriesOf(folder, page));
  const lazy = () => [...first].flatMap((path) => imported(folder, path, lazyImport));
  if (part) {
    const chosen = lazy().filter((path) => isPart(path, part));
    if (chosen.length !== 1) throw new Error(`${page} has ${String(chosen.length)} parts named ${part}`);
    first = new Set([...first, ...closure(folder, chosen)]);
  }
  const choices = lazy()
    .filter((path) => !others.some((name) => isPart(path, name)))
    .map((path) => [...closure(folder, [path])].filter((more) => !first.has(more)));
  const size = (paths: string[]) => sizeOf(folder, paths).gzip;
  const largest = choices.sort((a, b) => size(b) - size(a))[0] ?? [];
  return [...first, ...largest].sort();
}

export interface Size {
  raw: number;
  gzip: number;
}

/** Bytes of some files, each compressed by itself as a store's package does. */
export function sizeOf(folder: string, paths: string[]): Size {
  const size = { raw: 0, gzip: 0 };
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return size;
}

/** The id that Chromium derives from a manifest's public key: the first 16 bytes of its SHA-256 with letters a–p for hex digits. */
export function chromiumId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
