import { vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { type ErrorCode, fail, ok, type Result } from '../../../utils/domain/result.ts';
import type { Collection } from '../../../utils/messaging/changes.ts';
import type { MessageType } from '../../../utils/messaging/protocol.ts';

/**
 * Stands in for `utils/messaging/client.ts`: `vi.mock('…/client.ts', () => import('./fake-client.ts'))`. Every message gets the
 * answer that the test gave for it; one without an answer stays unanswered, as while the background is asleep.
 */
type Answer = (input: Record<string, unknown>) => Result<unknown> | Promise<Result<unknown>>;
const answers = new Map<MessageType, Answer>();
const listeners = new Set<{ collections: readonly Collection[]; listener: () => void }>();
export const sent: { type: MessageType; input: Record<string, unknown> }[] = [];

/** Gives the value, or what the function returns, to every later message of the type. */
export function answer(type: MessageType, value: unknown | ((input: Record<string, unknown>) => unknown)) {
  answers.set(type, async (input) => ok(typeof value === 'function' ? await value(input) : value));
}
export function refuse(type: MessageType, code: ErrorCode) {
  answers.set(type, () => fail(code, `refused in a test: ${code}`));
}
/** Leaves messages of the type open until the returned function answers one: the oldest, or the one of that place among the open. */
export function hold(type: MessageType): (result: Result<unknown>, place?: number) => void {
  const waiting: ((result: Result<unknown>) => void)[] = [];
  answers.set(type, () => new Promise((done) => waiting.push(done)));
  return (result, place = 0) => waiting.splice(place, 1)[0]?.(result);
}
/** As the background does after a commit. */
export function announce(...moved: Collection[]) {
  for (const { collections, listener } of [...listeners])
    if (collections.some((one) => moved.includes(one))) listener();
}
/** How many listen for changes now. */
export const listening = () => listeners.size;
export function resetClient() {
  answers.clear();
  listeners.clear();
  sent.length = 0;
}
export const sentOf = (type: MessageType) =>
  sent.filter((message) => message.type === type).map(({ input }) => input);

export const ask = vi.fn((type: MessageType, input: Record<string, unknown>): Promise<Result<unknown>> => {
  sent.push({ type, input });
  const found = answers.get(type);
  return found ? Promise.resolve(found(input)) : new Promise(() => undefined);
});
export const write = (type: MessageType, input: Record<string, unknown>, operationId = newId()) =>
  ask(type, { ...input, operationId });
export function onChange(collections: readonly Collection[], listener: () => void, signal: AbortSignal) {
  const entry = { collections, listener };
  listeners.add(entry);
  signal.addEventListener('abort', () => listeners.delete(entry));
}
export const isAlive = () => true;
