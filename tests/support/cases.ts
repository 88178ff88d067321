import type { Case } from '../../utils/domain/case.ts';
import type { Item } from '../../utils/domain/item.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';
import { moveCase } from '../../utils/services/cases/change-case.ts';
import { openByHand } from '../../utils/services/cases/open-by-hand.ts';
import { queueCases } from '../../utils/services/cases/queue-cases.ts';
import { undoOperation } from '../../utils/services/undo-operation.ts';
import { databaseOf, good, type Machine } from './memory-notebook.ts';

/** Opens a case by hand. */
export async function open(machine: Machine, changes: Partial<Input<'case.open'>> = {}): Promise<Case> {
  const input = {
    operationId: newId(),
    title: 'Broken vase',
    source: 'none' as const,
    urgent: false,
    ...changes,
  };
  return good(await openByHand(input, machine.call()));
}

/** Takes a case one step further. */
export async function move(
  machine: Machine,
  { id }: { id: string },
  step: Input<'case.move'>['move'],
  operationId = newId(),
): Promise<Case> {
  return good(await moveCase({ operationId, caseId: id, move: step }, machine.call()));
}

/** The queue as a screen asks for it. */
export async function queue(
  machine: Machine,
  filter: Input<'case.queue'>['filter'] = {},
  after: string | null = null,
  limit = 50,
): Promise<Output<'case.queue'>> {
  return good(await queueCases({ filter, after, limit }, machine.call()));
}

export const cases = async (machine: Machine): Promise<Case[]> => (await databaseOf(machine)).getAll('cases');

/** The one case of a notebook. */
export async function onlyCase(machine: Machine): Promise<Case> {
  const [one, ...others] = await cases(machine);
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} cases`);
  return one;
}

export const items = async (machine: Machine): Promise<Item[]> => (await databaseOf(machine)).getAll('items');

export async function undo(machine: Machine, operation: string): Promise<void> {
  good(await undoOperation({ operationId: newId(), undo: operation }, machine.call()));
}
