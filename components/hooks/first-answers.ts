import type { Result } from '../../utils/domain/result.ts';
import type { Collection } from '../../utils/messaging/changes.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Input, MessageType } from '../../utils/messaging/protocol.ts';

interface First {
  answer: Promise<Result<unknown>>;
  /** the answer once it is there */
  settled: Result<unknown> | null;
  /** ends listening for what would make it an old one */
  stop: AbortController;
}

const kept = new Map<string, First>();

/** A question as text: what `askFirst` and a hook know it by. */
export function questionOf<T extends MessageType>(type: T, input: Input<T>): string {
  return `${type} ${JSON.stringify(input)}`;
}

/**
 * Asks before there is a screen, so that its code, its words and the answer come side by side. The first `useQuery` with the same question
 * takes the answer for its own; one that a committed change of `collections` overtakes before is dropped, and the hook asks itself.
 * @returns when it is answered, whatever the answer
 */
export async function askFirst<T extends MessageType>(
  type: T,
  input: Input<T>,
  collections: readonly Collection[],
): Promise<void> {
  const asked = questionOf(type, input);
  const first: First = { answer: ask(type, input), settled: null, stop: new AbortController() };
  kept.set(asked, first);
  onChange(collections, () => void forget(asked), first.stop.signal);
  first.settled = await first.answer;
}

function forget(asked: string): First | undefined {
  const first = kept.get(asked);
  kept.delete(asked);
  first?.stop.abort();
  return first;
}

/** The value of a question asked before, where it is there and still holds. `T`: what that question is answered with. */
export function firstValue<T>(asked: string): T | undefined {
  const settled = kept.get(asked)?.settled;
  return settled?.ok ? (settled.value as T) : undefined;
}

/** Takes over a question asked before, answered or not; undefined where there is none that holds. `T` as above. */
export function takeFirst<T>(asked: string): Promise<Result<T>> | undefined {
  return forget(asked)?.answer as Promise<Result<T>> | undefined;
}
