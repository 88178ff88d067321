import { compareTimes } from './compare.ts';
import { watchBytes } from './watch-bytes.ts';
import { watchClickTimes } from './watch-click.ts';
import { watchListTimes } from './watch-lists.ts';
import { watchRecall } from './watch-recall.ts';

/** Targets of the watch, as they were set before anything was measured. */
const targets = {
  'first day': '< 1 MB',
  'unchanged day': '< 10 kB',
  'changed day': '< 350 kB',
  '5 pages × 30 days': '< 40 MB',
  recall: '≥ 0.98',
  precision: '≥ 0.95',
  'alerts on noise only': 0,
  'comparing 3,000 products': '< 20 ms',
  'popup, 50 competitors × 90 days': '< 100 ms',
  'press to answer': 'p95 < 300 ms, longest task < 50 ms',
};

type Tree = { [name: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every figure on a line of its own: where it stands and what it is. */
function linesOf(value: unknown, path: string[] = []): [string, string][] {
  if (!isTree(value)) return [[path.join(' › '), String(value)]];
  return Object.entries(value).flatMap(([name, each]) => linesOf(each, [...path, name]));
}

/**
 * The watch beside its peers, all in one run: bytes day by day, what comparing finds, how long 3,000 products take, the lists with 50
 * competitors on 90 days, from the press to the answer. Prints a table on the error output as each part is done.
 * @param runs how often times are measured
 */
export async function watchFigures(runs: number) {
  const parts = {
    'the lists': () => watchListTimes(Math.min(runs, 5)),
    'the press': () => watchClickTimes(Math.max(runs, 11)),
    'comparing 3,000 products': async () => compareTimes(Math.max(runs, 21)),
    'what comparing finds': watchRecall,
    bytes: watchBytes,
  };
  const figures: Tree = { targets };
  for (const [name, measure] of Object.entries(parts)) {
    process.stderr.write(`watch: ${name}\n`);
    const found = await measure();
    figures[name] = found;
    for (const [where, figure] of linesOf(found)) process.stderr.write(`  ${where.padEnd(90)} ${figure}\n`);
  }
  return figures;
}
