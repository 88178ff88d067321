import { type StartName, startNames, starts, type TextName, textNames } from './cells.ts';
import type { Driven } from './driven.ts';
import { type Browser, type Facet, limitFor, limits } from './limits.ts';
import { type CellResult, runCell } from './run-cell.ts';
import { runCaret, runCaretOnEmptyLine, runStops } from './run-stops.ts';
import type { SetupName } from './setups.ts';

/** What a start showed with all texts. */
export interface Score {
  right: number;
  of: number;
  /** numbers of limits, from 1, as the table of limits has them */
  limits: number[];
}

export interface MatrixRow {
  setup: SetupName;
  starts: Record<StartName, Score>;
  /** median time from order to answer, milliseconds */
  median: number;
  faults: string[];
}

const collapsed = (text: string) => text.replace(/\n+/g, '\n');

/** Facets of a cell that are not as wanted. */
function wrongIn(cell: CellResult, startName: StartName): Facet[] {
  const wrong: Facet[] = [];
  if (cell.model !== cell.wanted) wrong.push('text');
  if (cell.typed !== cell.wantedTyped) wrong.push('caret');
  // the letter and the text, or both at once; then what was typed before, or an earlier state of it
  const steps = cell.undone !== null && cell.undone <= 2;
  if (!steps || !starts[startName].typed.startsWith(cell.afterUndo)) wrong.push('undo');
  return wrong;
}

/** What is wrong with a cell even where a limit stands for it: words and their lines are never lost. */
function alwaysWrong({ result, model, wanted, typed, wantedTyped }: CellResult): string[] {
  const faults: string[] = [];
  if (result.state !== 'inserted' || !result.exact) faults.push(`answered ${JSON.stringify(result)}`);
  if (collapsed(model) !== collapsed(wanted)) faults.push(`text is ${JSON.stringify(model)}`);
  if (collapsed(typed) !== collapsed(wantedTyped)) faults.push(`with a letter ${JSON.stringify(typed)}`);
  return faults;
}

interface Judged {
  right: boolean;
  limits: number[];
  faults: string[];
}

function judge(
  browser: Browser,
  setup: SetupName,
  start: StartName,
  text: TextName,
  cell: CellResult,
): Judged {
  const wrong = wrongIn(cell, start);
  const faults = alwaysWrong(cell);
  const numbers = new Set<number>();
  for (const facet of ['text', 'caret', 'undo'] as const) {
    const limit = limitFor(browser, setup, facet, text, start);
    if (limit) numbers.add(limits.indexOf(limit) + 1);
    if (wrong.includes(facet) && !limit)
      faults.push(`${facet}: ${JSON.stringify({ ...cell, result: undefined })}`);
    if (!wrong.includes(facet) && limit) faults.push(`${facet} is right, but a limit says that it cannot be`);
  }
  return { right: wrong.length === 0 && faults.length === 0, limits: [...numbers], faults };
}

async function faultOf(run: () => Promise<unknown>): Promise<string[]> {
  try {
    await run();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Caret and stops where the template asks for them; not part of the table. */
async function caretFaults(browser: Browser, setup: SetupName, page: Driven): Promise<string[]> {
  const limit = limitFor(browser, setup, 'caret on an empty line', 'blank lines');
  const onEmptyLine = await faultOf(() => runCaretOnEmptyLine(page));
  return [
    ...(await faultOf(() => runCaret(page))).map((fault) => `caret: ${fault}`),
    ...(await faultOf(() => runStops(page))).map((fault) => `stops: ${fault}`),
    ...(limit ? [] : onEmptyLine.map((fault) => `caret on an empty line: ${fault}`)),
    ...(limit && onEmptyLine.length === 0 ? ['the caret on an empty line is right, but a limit stands'] : []),
  ];
}

/** All cells of one editor on its open page. */
export async function runMatrix(browser: Browser, setup: SetupName, page: Driven): Promise<MatrixRow> {
  const scores = {} as Record<StartName, Score>;
  const faults: string[] = [];
  const times: number[] = [];
  for (const start of startNames) {
    const score: Score = { right: 0, of: textNames.length, limits: [] };
    for (const text of textNames) {
      const cell = await runCell(page, start, text);
      times.push(cell.milliseconds);
      const judged = judge(browser, setup, start, text, cell);
      if (judged.right) score.right++;
      score.limits = [...new Set([...score.limits, ...judged.limits])];
      faults.push(...judged.faults.map((fault) => `${start}, ${text}: ${fault}`));
    }
    scores[start] = score;
  }
  faults.push(...(await caretFaults(browser, setup, page)));
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return { setup, starts: scores, median, faults };
}
