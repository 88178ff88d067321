import { describe, expect, test } from 'vitest';
import { sites } from '../../../utils/sites/registry.ts';
import { budgets, everyPageBudget, partsWithOwnStart, readerBudget } from '../../support/budgets.ts';
import {
  buildFolder,
  builtFiles,
  builtNow,
  readBuilt,
  scriptsOf,
  scriptsOfOneStart,
  sizeOf,
  type Target,
} from '../../support/built.ts';

const targets: Target[] = ['chrome', 'firefox'];

describe.skipIf(!builtNow).each(targets)('the bundles for %s', (target) => {
  const folder = buildFolder(target);

  test.each(Object.entries(budgets))('%s stays within %i bytes of script', (entry, budget) => {
    const { gzip } = sizeOf(folder, scriptsOfOneStart(folder, entry, partsWithOwnStart));
    expect(gzip).toBeGreaterThan(0);
    expect(gzip).toBeLessThanOrEqual(budget);
  });

  const inPages = builtNow
    ? builtFiles(folder).filter((path) =>
        /^(?:overlay|items|picker|skeleton|site-|reader-)[^/]*\.js$/.test(path),
      )
    : [];
  const beginning = (prefix: string) => inPages.filter((path) => path.startsWith(prefix));

  test('the scripts on each page of a site stay within the budget together', () => {
    const overlay = sizeOf(folder, ['overlay.js']).gzip;
    const heavy = beginning('site-').filter(
      (path) => overlay + sizeOf(folder, [path]).gzip > everyPageBudget,
    );
    expect(beginning('site-')).toHaveLength(sites.length);
    expect(heavy).toEqual([]);
  });

  test('each reader stays within the budget', () => {
    expect(beginning('reader-')).toHaveLength(sites.length + 1);
    const heavy = beginning('reader-').filter((path) => sizeOf(folder, [path]).gzip > readerBudget);
    expect(heavy).toEqual([]);
  });

  test.each(inPages)('%s makes no request and presses nothing', (entry) => {
    const source = readBuilt(folder, entry);
    expect(source).not.toMatch(/\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\bimport\s*\(/);
    expect(source).not.toMatch(/\.submit\(|\.requestSubmit\(|\.click\(/);
    expect(source).not.toMatch(/indexedDB|postMessage\(/);
  });

  test.each([...inPages, 'frame.html', 'popup.html', 'sidepanel.html', 'dashboard.html'])(
    '%s carries no schema library',
    (entry) => {
      const source = scriptsOf(folder, entry)
        .map((path) => readBuilt(folder, path))
        .join('\n');
      expect(source).not.toMatch(/_zod\b|ZodMini|jitless/);
    },
  );

  test('what runs in pages is one file each: a content script cannot load a second', () => {
    for (const entry of inPages) expect(scriptsOf(folder, entry)).toEqual([entry]);
  });

  test('no script turns text into code or loads code from elsewhere', () => {
    const scripts = builtFiles(folder).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    // the schema library holds one `new Function` for compiling, which `jitless` never reaches and the policy forbids
    const evaluating = scripts.filter((path) =>
      /\beval\s*\(|importScripts\s*\(/.test(readBuilt(folder, path)),
    );
    expect(evaluating).toEqual([]);
    const remote = scripts.filter((path) => /(import\s*\(|from)\s*["']https?:/.test(readBuilt(folder, path)));
    expect(remote).toEqual([]);
  });

  test('no page of the extension holds a script or style of its own or from elsewhere', () => {
    for (const path of builtFiles(folder).filter((name) => name.endsWith('.html'))) {
      const source = readBuilt(folder, path);
      expect(source, path).not.toMatch(
        /<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|(src|href)="(https?:)?\/\//,
      );
    }
  });

  test('nothing but scripts, pages, styles, words and pictures is packed', () => {
    const strangers = builtFiles(folder).filter((path) => !/\.(js|html|css|json|png|svg)$/.test(path));
    expect(strangers).toEqual([]);
  });
});
