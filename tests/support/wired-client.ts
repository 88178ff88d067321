import { newId } from '../../utils/domain/new-id.ts';
import type { Result } from '../../utils/domain/result.ts';
import type { MessageType } from '../../utils/messaging/protocol.ts';
import { makeRouter } from '../../utils/messaging/router.ts';
import { makeHandlers } from '../../utils/services/handlers.ts';
import type { Call } from '../../utils/services/service.ts';
import { dashboard, type Machine } from './memory-notebook.ts';

/**
 * Stands in for `utils/messaging/client.ts`, with the real background behind it: router, services and a notebook in memory.
 * `vi.mock('…/client.ts', () => import('…/wired-client.ts'))`, then `wire(machine)`.
 */
let wired: Pick<Machine, 'notebook' | 'call'> | null = null;
let before: (type: MessageType, input: Record<string, unknown>) => void | Promise<void> = () => {};
/** a worker that is stopped loses its answer */
let lost: (type: MessageType) => boolean = () => false;

export function wire(machine: Pick<Machine, 'notebook' | 'call'>): void {
  wired = machine;
  before = () => {};
  lost = () => false;
}
/** Has something happen before each message is answered. */
export function beforeEachMessage(work: typeof before): void {
  before = work;
}
/** Messages whose first answer never comes: what was asked for is done, and the message is sent again. */
export function loseAnswers(which: typeof lost): void {
  lost = which;
}

export async function ask(type: MessageType, input: Record<string, unknown>): Promise<Result<unknown>> {
  if (!wired) throw new Error('wire a machine first');
  await before(type, input);
  const route = makeRouter<Call>(makeHandlers(wired.notebook));
  // what travels is JSON
  const message = JSON.parse(JSON.stringify({ type, input })) as object;
  if (lost(type)) await route(message, wired.call(dashboard));
  return route(message, wired.call(dashboard));
}
export const write = (type: MessageType, input: Record<string, unknown>, operationId = newId()) =>
  ask(type, { ...input, operationId });
export const onChange = () => {};
export const isAlive = () => true;
