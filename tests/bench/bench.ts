/**
 * `npm run bench`: prints JSON. Every figure of a page stands beside the same page without Deckhand, measured in turn in the same
 * run; all times are medians, in milliseconds.
 *
 * `npm run bench -- watch` measures only the competitor watch, beside other ways to keep pages. They are no part of the product and stand in a
 * folder of their own; without it they are "not there":
 *
 *   npm install --prefix <folder> --ignore-scripts single-file-cli@2.0.83 rrweb-snapshot@2.2.2
 *   DECKHAND_PEERS=<folder> npm run bench -- watch
 *
 * `npm run bench -- tags` measures only tags: dots with 100,000 tagged items, the queue with 500 cases beside an empty page, 500 keywords over
 * 1,000 comments beside plainer ways to find them.
 *
 * `DECKHAND_BENCH_RUNS` (7): how often times are measured. `DECKHAND_BENCH_PAGES` (1): how many of the five watched pages are really looked at on
 * all days; with fewer than five the sum is computed and says so. `DECKHAND_BENCH_DAYS` (30).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../support/browsers.ts';
import { budgets, everyPageBudget, partsWithOwnStart, readerBudget } from '../support/budgets.ts';
import { buildFolder, builtFiles, scriptsOfOneStart, sizeOf } from '../support/built.ts';
import { root } from '../support/source-files.ts';
import { backupTimes } from './backup.ts';
import { captureTimes } from './capture.ts';
import { importTimes } from './import.ts';
import { itemCosts } from './items.ts';
import { listTimes } from './list.ts';
import { overlayCosts } from './overlay.ts';
import { paletteTimes } from './palette.ts';
import { popupTimes } from './popup.ts';
import { readerTimes, recogniseTimes } from './readers.ts';
import { tagFigures } from './tags.ts';
import { watchFigures } from './watch.ts';

/** How often everything is measured; the figures are medians. */
const runs = Number(process.env.DECKHAND_BENCH_RUNS ?? 7);

function build(...parameters: string[]): void {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const done = spawnSync(process.execPath, [wxt, 'build', ...parameters], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the build failed:\n${done.stdout}\n${done.stderr}`);
}

function bytes() {
  const folder = buildFolder('chrome');
  const entries = Object.keys(budgets).map((entry) => [
    entry,
    {
      ...sizeOf(folder, scriptsOfOneStart(folder, entry, partsWithOwnStart)),
      ...(budgets[entry] ? { budget: budgets[entry] } : {}),
    },
  ]);
  const inPages = builtFiles(folder).filter((path) => /^(?:site|reader)-[^/]*\.js$/.test(path));
  const largest = (prefix: string) =>
    inPages
      .filter((path) => path.startsWith(prefix))
      .map((path) => ({ path, ...sizeOf(folder, [path]) }))
      .reduce((most, next) => (next.gzip > most.gzip ? next : most));
  return {
    ...Object.fromEntries(entries),
    'overlay.js with the largest site-*.js': {
      gzip: sizeOf(folder, ['overlay.js']).gzip + largest('site-').gzip,
      site: largest('site-').path,
      budget: everyPageBudget,
    },
    'largest reader-*.js': { ...largest('reader-'), budget: readerBudget },
  };
}

function progress(line: string): void {
  // the figures alone go to the standard output
  process.stderr.write(`${line}\n`);
}

progress('building');
build('--mode', 'e2e');
if (process.argv[2] === 'tags') {
  console.log(JSON.stringify({ browser: findChromium(), runs, tags: await tagFigures(runs) }, null, 2));
  process.exit();
}
if (process.argv[2] === 'watch') {
  console.log(JSON.stringify({ browser: findChromium(), runs, watch: await watchFigures(runs) }, null, 2));
  process.exit();
}
build();
progress('overlay on pages of comments');
const overlay = await overlayCosts(runs);
progress('capture');
const capture = await captureTimes(runs);
progress('popup');
const popup = await popupTimes(runs);
progress('saved replies');
const palette = await paletteTimes(Math.min(runs, 5));
progress('creator list');
const list = await listTimes(Math.min(runs, 5));
progress('import of a table');
const imported = await importTimes(Math.min(runs, 3));
progress('backup and restore');
const backup = await backupTimes();
progress('readPage');
const readPage = await readerTimes(runs);
progress('items on a living page');
const items = await itemCosts(runs);
const recognise = await recogniseTimes(runs);
progress('tags, queue and keywords');
const tags = await tagFigures(runs);
progress('competitor watch');
const watch = await watchFigures(runs);
console.log(
  JSON.stringify(
    {
      browser: findChromium(),
      runs,
      bytes: bytes(),
      overlay,
      capture,
      popup,
      palette,
      list,
      import: imported,
      backup,
      items,
      recognise,
      readPage,
      tags,
      watch,
    },
    null,
    2,
  ),
);
