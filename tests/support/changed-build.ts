import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder, type Manifest } from './built.ts';

/** Gets the manifest, which it may change, and the worker's script, and returns the script as it shall be. */
export type Change = (manifest: Manifest, worker: string) => string;

export interface ChangedBuild {
  folder: string;
  /** changes it once more, for the browser's next start; a worker of the same name would come from the browser's cache */
  rewrite(change: Change): void;
  remove(): void;
}

/** A copy of the test build with something changed that no browser lets a test do otherwise. */
export function changedBuild(change: Change): ChangedBuild {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-build-'));
  cpSync(buildFolder('chrome', 'e2e'), folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const rewrite = (next: Change) => {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
    const worker = next(manifest, readFileSync(join(folder, 'background.js'), 'utf8'));
    writeFileSync(join(folder, manifest.background?.service_worker ?? 'background.js'), worker);
    writeFileSync(manifestFile, JSON.stringify(manifest));
  };
  rewrite(change);
  return { folder, rewrite, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
