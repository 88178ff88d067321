import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root, textOf } from '../support/source-files.ts';

interface Package {
  license: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides?: Record<string, string | Record<string, string>>;
}
const manifest = JSON.parse(textOf('package.json')) as Package;

/** A version without the other name under which two of one package are installed. */
const ofAlias = (version: string) => version.replace(/^npm:(@?[\w./-]+)@/, '');

test('every version is exact', () => {
  const overrides = Object.entries(manifest.overrides ?? {}).flatMap(([name, version]) =>
    typeof version === 'string' ? [[name, version] as const] : Object.entries(version),
  );
  const versions = [
    ...Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }),
    ...overrides,
  ];
  const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(ofAlias(version)));
  expect(loose).toEqual([]);
});

test('what ships with the product is what was agreed', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual([
    '@noble/hashes',
    'diff',
    'fflate',
    'idb',
    'liquidjs',
    'papaparse',
    'pixelmatch',
    'preact',
    'uplot',
    'yaml',
    'zod',
  ]);
});

test('the lockfile names no download addresses and knows every direct dependency', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { resolved?: string; version?: string; link?: boolean }>;
  };
  const packages = Object.entries(lock.packages);
  expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name)).toEqual([]);
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(ofAlias(version));
});

test("the README's commands exist", () => {
  const readme = textOf('README.md');
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) expect(readme).toContain(command);
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('scripts that run a file of ours name one that exists', () => {
  const files = Object.values(manifest.scripts).flatMap(
    (script) => script.match(/\S+\.(ts|config\.ts)\b/g) ?? [],
  );
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("the README's pictures exist", () => {
  const pictures = [...textOf('README.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the licence stands in the project', () => {
  expect(manifest.license).toBe('MIT');
  expect(textOf('LICENSE')).toContain('Permission is hereby granted, free of charge');
});

test("no file names a folder of somebody's machine", () => {
  const files = ['utils', 'components', 'entrypoints', 'tests']
    .flatMap(filesBelow)
    .filter((path) => /\.(tsx?|json|html|css|md)$/.test(path) && path !== 'tests/repo/package.test.ts');
  // Tieba's pages about people are at /home/main
  const machine = /(^|[\s'"`(])\/(work|tmp|home(?!\/main\b)|root|Users)\/|[A-Z]:\\Users\\/;
  expect(files.filter((path) => machine.test(textOf(path)))).toEqual([]);
});

test('the lockfile knows every platform’s part of a package, so that npm ci takes it on each of them', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const known = Object.keys(packages);
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !known.some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
