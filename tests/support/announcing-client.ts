import { newId } from '../../utils/domain/new-id.ts';
import type { Result } from '../../utils/domain/result.ts';
import type { Collection } from '../../utils/messaging/changes.ts';
import type { MessageType } from '../../utils/messaging/protocol.ts';
import { makeRouter } from '../../utils/messaging/router.ts';
import { makeHandlers } from '../../utils/services/handlers.ts';
import type { Call } from '../../utils/services/service.ts';
import { dashboard, type Machine } from './memory-notebook.ts';

/**
 * Stands in for `utils/messaging/client.ts` with the real background behind it, as `wired-client.ts` does, and tells of changes: what a
 * screen wrote comes back to it.
 */
let wired: Pick<Machine, 'notebook' | 'call'> | null = null;
const listeners = new Set<{ collections: readonly Collection[]; listener: () => void }>();

export function wire(machine: Pick<Machine, 'notebook' | 'call'>): void {
  wired = machine;
  listeners.clear();
}

export async function ask(type: MessageType, input: Record<string, unknown>): Promise<Result<unknown>> {
  if (!wired) throw new Error('wire a machine first');
  const call = wired.call(dashboard);
  const announce = async (moved: readonly Collection[]) => {
    await call.announce(moved);
    for (const { collections, listener } of [...listeners])
      if (collections.some((one) => moved.includes(one))) listener();
  };
  const message = JSON.parse(JSON.stringify({ type, input })) as object;
  return makeRouter<Call>(makeHandlers(wired.notebook))(message, { ...call, announce });
}
export const sendOnce = ask;
export const write = (type: MessageType, input: Record<string, unknown>, operationId = newId()) =>
  ask(type, { ...input, operationId });
export function onChange(collections: readonly Collection[], listener: () => void, signal: AbortSignal) {
  const entry = { collections, listener };
  listeners.add(entry);
  signal.addEventListener('abort', () => listeners.delete(entry));
}
export const isAlive = () => true;
