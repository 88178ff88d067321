import type { Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';

export type ChangeRow = Output<'change.list'>['changes'][number];
export type ChangeFilter = Input<'change.list'>['filter'];

/**
 * What changed on watched pages, newest first. A rare filter is answered in steps that may find few or nothing.
 * @param most stops as soon as there are so many
 * @param steps stops after so many questions
 * @param limit rows of one question, at most 200
 * @param overtaken nobody waits for it any more: stops asking
 * @returns `more`: the list goes on
 */
export async function readChanges(
  filter: ChangeFilter,
  { most, steps, limit }: { most: number; steps: number; limit: number },
  overtaken: AbortSignal,
): Promise<Result<{ rows: readonly ChangeRow[]; more: boolean }>> {
  let rows: readonly ChangeRow[] = [];
  let before: Output<'change.list'>['next'] = null;
  for (let step = 0; step < steps && rows.length < most && !overtaken.aborted; step += 1) {
    const found: Result<Output<'change.list'>> = await ask('change.list', { filter, before, limit });
    if (!found.ok) return found;
    rows = [...rows, ...found.value.changes];
    before = found.value.next;
    if (!before) break;
  }
  return { ok: true, value: { rows, more: before !== null } };
}
