import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder, type Manifest } from './built.ts';

/**
 * A copy of the test build with something changed that no browser lets a test do otherwise.
 * @param change gets the manifest and the worker's script, and returns the script
 */
export function changedBuild(change: (manifest: Manifest, worker: string) => string): {
  folder: string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-build-'));
  cpSync(buildFolder('chrome', 'e2e'), folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const workerFile = join(folder, 'background.js');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  writeFileSync(workerFile, change(manifest, readFileSync(workerFile, 'utf8')));
  writeFileSync(manifestFile, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
