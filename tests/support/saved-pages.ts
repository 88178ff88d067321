import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from './source-files.ts';

/** Real pages with labels, kept outside of the project beside it. */
export const savedPagesFolder = join(root, '../shared/pages');

export interface SavedPage {
  file: string;
  platform: string;
  pageKind: string;
  url: string;
  /** the labels: what a person read in the page */
  expected: Record<string, unknown>;
  /** other right answers */
  accept?: Record<string, unknown[]>;
}

/** The labelled pages, or null where the folder is not there. */
export function savedPages(): SavedPage[] | null {
  const index = join(savedPagesFolder, 'index.json');
  return existsSync(index) ? (JSON.parse(readFileSync(index, 'utf8')) as SavedPage[]) : null;
}

export function savedHtml({ file }: SavedPage): string {
  const bytes = readFileSync(join(savedPagesFolder, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function sameWords(text: unknown): string {
  return String(text).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a value is what a label says or also accepts. */
export function isLabelled(page: SavedPage, label: string, value: unknown): boolean {
  const right = [page.expected[label], ...(page.accept?.[label] ?? [])];
  return right.some((one) => sameWords(one) === sameWords(value));
}
