import * as z from 'zod/mini';
import { fail, type Result } from '../domain/result.ts';
import type { SenderKind } from './protocol/message.ts';
import { envelopeSchema, type Input, type MessageType, type Output, protocol } from './protocol.ts';

// Extension pages and workers forbid eval, which zod would otherwise try in order to compile its schemas.
z.config({ jitless: true });

/** At most this many messages from one tab in each window; a page that sends more is broken or hostile. */
const rate = { messages: 80, windowMilliseconds: 10_000 };

/** What answers each message; `Call` says who asks and what the answer may use. */
export type Handlers<Call> = {
  [T in MessageType]: (input: Input<T>, call: Call) => Promise<Result<Output<T>>>;
};
type AnyCall = { caller: { kind: SenderKind; tabId?: number } };

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(protocol, type);
}

/**
 * Makes the one function that answers messages: known type, allowed sender, valid payload, or a refusal with code and message.
 * It never throws: a bug in a handler is logged and answered with `internal`.
 */
export function makeRouter<Call extends AnyCall>(handlers: Handlers<Call>) {
  const recent = new Map<number, { since: number; messages: number }>();

  function tooMany(tabId: number, now: number): boolean {
    const window = recent.get(tabId);
    if (!window || now - window.since > rate.windowMilliseconds) {
      if (recent.size > 500) recent.clear();
      recent.set(tabId, { since: now, messages: 1 });
      return false;
    }
    window.messages += 1;
    return window.messages > rate.messages;
  }

  async function answer<T extends MessageType>(
    type: T,
    input: unknown,
    call: Call,
  ): Promise<Result<Output<T>>> {
    const { input: inputSchema, output: outputSchema } = protocol[type];
    const parsed = z.safeParse(inputSchema, input);
    if (!parsed.success) return fail('invalid', `${type}: ${z.prettifyError(parsed.error)}`);
    const result = await handlers[type](parsed.data as Input<T>, call);
    if (!result.ok) return result;
    const checked = z.safeParse(outputSchema, result.value);
    if (checked.success) return { ok: true, value: checked.data as Output<T> };
    console.error(`Deckhand: the answer to ${type} does not fit its schema`, z.prettifyError(checked.error));
    return fail('internal', `the answer to ${type} does not fit its schema`);
  }

  /** @param call null for a stranger */
  return async function route(
    message: unknown,
    call: Call | null,
    now = Date.now(),
  ): Promise<Result<unknown>> {
    if (call === null) return fail('forbidden', 'unknown sender');
    const envelope = z.safeParse(envelopeSchema, message);
    if (!envelope.success) return fail('invalid', 'not a message');
    const { type, input } = envelope.data;
    if (!isMessageType(type)) return fail('unknown-message', `no message ${type}`);
    const { caller } = call;
    const allowed: readonly SenderKind[] = protocol[type].from;
    if (!allowed.includes(caller.kind)) return fail('forbidden', `${caller.kind} may not send ${type}`);
    if (caller.kind === 'page' && caller.tabId !== undefined && tooMany(caller.tabId, now)) {
      return fail('busy', 'too many messages from this tab');
    }
    try {
      return await answer(type, input, call);
    } catch (error) {
      console.error(`Deckhand: ${type} failed`, error);
      return fail('internal', String(error));
    }
  };
}
