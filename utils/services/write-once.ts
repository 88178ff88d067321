import type { Result } from '../domain/result.ts';
import type { Collection } from '../messaging/changes.ts';
import type { MessageType } from '../messaging/protocol.ts';
import { type Reader, readNotebook } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';
import { runOperation, type Unit } from '../storage/unit-of-work.ts';
import type { Call } from './service.ts';

/** What a writing service touches, for the transaction and for those who show it. */
export interface WritePlan {
  type: MessageType;
  operationId: string;
  stores: readonly StoreName[];
  collections: readonly Collection[];
}

/**
 * Carries out a writing message in one transaction and announces the change after it is durable. A repeat of the operation id
 * gets the stored answer; an expected failure, a full disk or a bug leaves nothing behind.
 * @param work awaits nothing but the unit
 */
export async function writeOnce<T>(
  call: Call,
  plan: WritePlan,
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> {
  const database = await call.database();
  if (!database.ok) return database;
  const { tabId } = call.caller;
  const request = { id: plan.operationId, type: plan.type, tabId, now: call.now };
  const result = await runOperation(database.value, request, plan.stores, work);
  if (result.ok) await announce(call, plan.collections);
  return result;
}

/** Tells the screens. A repeat announces again: the first answer may have been lost together with its notice. */
export async function announce(call: Call, collections: readonly Collection[]): Promise<void> {
  try {
    await call.announce(collections);
  } catch (error) {
    // what was written stays written: a screen that missed the notice shows it when it is next opened
    console.error('Deckhand: announcing a change', error);
  }
}

/** Answers a question from one state of the notebook. */
export async function readOnce<T>(
  call: Call,
  stores: readonly StoreName[],
  work: (reader: Reader) => Promise<Result<T>>,
): Promise<Result<T>> {
  const database = await call.database();
  return database.ok ? readNotebook(database.value, stores, work) : database;
}
