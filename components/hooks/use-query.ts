import { useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import type { Collection } from '../../utils/messaging/changes.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Input, MessageType, Output } from '../../utils/messaging/protocol.ts';
import { firstValue, questionOf, takeFirst } from './first-answers.ts';
import { useTurns } from './use-turns.ts';

/** `failed` keeps the last answer, so that a list does not vanish because asking again failed once. */
export type Query<T> = { again: () => void } & (
  | { state: 'loading'; value?: undefined; code?: undefined }
  | { state: 'failed'; value: T | undefined; code: ErrorCode }
  | { state: 'ready'; value: T; code?: undefined }
);

type Answer<T> =
  | { state: 'loading'; value?: undefined; code?: undefined }
  | { state: 'failed'; value: T | undefined; code: ErrorCode }
  | { state: 'ready'; value: T; code?: undefined };

/**
 * Asks the background and asks again after each committed change of `collections`. Another input starts over with `loading`;
 * an answer that was overtaken by a later question is dropped.
 */
export function useQuery<T extends MessageType>(
  type: T,
  input: Input<T>,
  collections: readonly Collection[],
): Query<Output<T>> {
  const asked = questionOf(type, input);
  return useAnswer(asked, collections, () => takeFirst<Output<T>>(asked) ?? ask(type, input));
}

/**
 * `useQuery` for what takes several questions.
 * @param asked what is asked, as text
 * @param read puts the questions; `overtaken` as in `useTurns`
 */
export function useAnswer<T>(
  asked: string,
  collections: readonly Collection[],
  read: (overtaken: AbortSignal) => Promise<Result<T>>,
): Query<T> {
  const [kept, setKept] = useState<{ asked: string; answer: Answer<T> }>(() => {
    const value = firstValue<T>(asked);
    return { asked, answer: value === undefined ? { state: 'loading' } : { state: 'ready', value } };
  });
  const again = useTurns(asked, collections, read, (result) =>
    setKept((before) => {
      const held = before.asked === asked ? before.answer : undefined;
      if (!result.ok) return { asked, answer: { state: 'failed', value: held?.value, code: result.code } };
      // the answer to what was asked before there was a screen stands there already
      if (held?.state === 'ready' && held.value === result.value) return before;
      return { asked, answer: { state: 'ready', value: result.value } };
    }),
  );
  const answer: Answer<T> = kept.asked === asked ? kept.answer : { state: 'loading' };
  return { ...answer, again };
}
