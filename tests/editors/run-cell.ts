import type { InsertResult } from '../../utils/page/insert/insertion.ts';
import { type Start, type StartName, starts, type TextName, texts } from './cells.ts';
import { type Driven, freshEditor, modelWhen, order, press, textOf, whenDrawn } from './driven.ts';
import type { Inserted } from './orders.ts';

/** What one cell of the matrix showed. */
export interface CellResult {
  result: InsertResult;
  milliseconds: number;
  /** the model right after the answer */
  model: string;
  wanted: string;
  /** the model after one letter was typed, and what it should be */
  typed: string;
  wantedTyped: string;
  /** presses of Ctrl+Z until nothing of the text was left; null: it stayed */
  undone: number | null;
  /** the model after those */
  afterUndo: string;
  /** what the model held before the text came */
  before: string;
}

const mostUndo = 4;

/** How many presses of Ctrl+Z take the letter and the text away. */
async function undo(page: Driven, gone: (text: string) => boolean): Promise<number | null> {
  for (let times = 1; times <= mostUndo; times++) {
    const was = await textOf(page);
    await press(page, 'Control+z');
    const now = await modelWhen(page, (text) => text !== was, 10);
    if (gone(now)) return times;
  }
  return null;
}

export async function runCell(page: Driven, startName: StartName, textName: TextName): Promise<CellResult> {
  const start: Start = starts[startName];
  const text = texts[textName];
  await freshEditor(page);
  if (start.typed) await page.keyboard.type(start.typed);
  const before = await modelWhen(page, (model) => model === start.typed);
  for (let times = 0; times < (start.back ?? 0); times++) {
    await whenDrawn(page);
    await press(page, 'ArrowLeft');
  }
  await whenDrawn(page);
  await order(page, { order: start.palette ? 'palette' : 'remember' });
  const insertion = start.replaceBefore ? { text, replaceBefore: start.replaceBefore } : { text };
  const { results, milliseconds } = await order<Inserted>(page, { order: 'insert', insertion });
  const [result] = results;
  if (!result) throw new Error('the script gave no result');
  const model = await textOf(page);
  const [left, right] = start.around;
  const wantedTyped = `${left}${text}Z${right}`;
  await page.keyboard.type('Z');
  const typed = await modelWhen(page, (now) => now.includes('Z'));
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  const undone = await undo(page, (now) => !words.some((word) => now.includes(word)));
  return {
    result,
    milliseconds,
    model,
    wanted: `${left}${text}${right}`,
    typed,
    wantedTyped,
    undone,
    afterUndo: await textOf(page),
    before,
  };
}
