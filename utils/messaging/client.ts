import { browser } from '#imports';
import { newId } from '../domain/new-id.ts';
import { fail, type Result } from '../domain/result.ts';
import { type Collection, changeKey } from './changes.ts';
import type { Input, MessageType, Output, WritingMessage } from './protocol.ts';

/** Waits between tries of a write that got no answer, in milliseconds: a killed worker is back within the first. */
const retryAfter = [100, 400, 1_500, 4_000];

function isResult(answer: unknown): answer is Result<never> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'ok' in answer &&
    (answer.ok === true ? 'value' in answer : 'code' in answer && typeof answer.code === 'string')
  );
}

/** Whether this script still belongs to a running extension; false after an update or removal under an open page. */
export function isAlive(): boolean {
  // `runtime.id` throws or is gone once the context is invalidated
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** Asks once: for what must not happen a second time because its answer was lost. */
export async function sendOnce<T extends MessageType>(type: T, input: Input<T>): Promise<Result<Output<T>>> {
  if (!isAlive()) return fail('stale', 'the extension was updated under this page');
  try {
    const answer: unknown = await browser.runtime.sendMessage({ type, input });
    return isResult(answer) ? answer : fail('unreachable', `no answer to ${type}`);
  } catch (error) {
    const message = String(error);
    return fail(message.includes('context invalidated') || !isAlive() ? 'stale' : 'unreachable', message);
  }
}

/** Asks the background. Repeats while nothing answers: questions change nothing. */
export async function ask<T extends MessageType>(type: T, input: Input<T>): Promise<Result<Output<T>>> {
  let result = await sendOnce(type, input);
  for (const wait of retryAfter) {
    if (result.ok || result.code !== 'unreachable') return result;
    await new Promise((done) => setTimeout(done, wait));
    result = await sendOnce(type, input);
  }
  return result;
}

/**
 * Has the background write. The operation id makes a repeat harmless, so it is sent again until the transaction is acknowledged.
 * @param operationId one from `newId()`; pass it when the caller needs it for an undo
 */
export function write<T extends WritingMessage>(
  type: T,
  input: Omit<Input<T>, 'operationId'>,
  operationId = newId(),
): Promise<Result<Output<T>>> {
  return ask(type, { ...input, operationId } as Input<T>);
}

/** Calls `listener` after each committed change of one of the collections, until the signal aborts. */
export function onChange(
  collections: readonly Collection[],
  listener: () => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const keys = collections.map(changeKey);
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && keys.some((key) => key in changes)) listener();
  };
  browser.storage.onChanged.addListener(heard);
  signal.addEventListener('abort', () => {
    if (isAlive()) browser.storage.onChanged.removeListener(heard);
  });
}
