import { type HintRule, hintPlace } from '../domain/hint.ts';
import { newId } from '../domain/new-id.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { ruleOf } from './hints.ts';

/** Puts hints inside an operation: one for the same field of the same kind of page takes the place of the one that is there. */
export async function putHints(
  unit: Unit,
  hints: readonly HintRule[],
  now: Date,
): Promise<{ added: number; replaced: number }> {
  const known = new Map((await unit.all('hints')).map((hint) => [hintPlace(hint), hint]));
  let added = 0;
  let replaced = 0;
  for (const hint of hints) {
    const before = known.get(hintPlace(hint));
    const id = before?.id ?? newId(now.getTime());
    const record = { ...ruleOf(hint), id, createdAt: before?.createdAt ?? unit.now, updatedAt: unit.now };
    await unit.put('hints', record);
    await unit.log('hint-changed', id);
    known.set(hintPlace(hint), record);
    if (before) replaced++;
    else added++;
  }
  return { added, replaced };
}
