import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Collection } from '../../utils/messaging/changes.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Input, MessageType, Output } from '../../utils/messaging/protocol.ts';

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
  const asked = JSON.stringify(input);
  const [kept, setKept] = useState<{ asked: string; answer: Answer<Output<T>> }>({
    asked,
    answer: { state: 'loading' },
  });
  const turn = useRef(0);
  const latest = useRef(input);
  latest.current = input;

  const again = useCallback(async () => {
    const mine = ++turn.current;
    const result = await ask(type, latest.current);
    if (mine !== turn.current) return;
    setKept((before) => ({
      asked,
      answer: result.ok
        ? { state: 'ready', value: result.value }
        : {
            state: 'failed',
            value: before.asked === asked ? before.answer.value : undefined,
            code: result.code,
          },
    }));
  }, [type, asked]);

  const heard = collections.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    void again();
    onChange(heard.split(' ').filter(Boolean) as Collection[], () => void again(), stop.signal);
    return () => {
      stop.abort();
      turn.current += 1;
    };
  }, [again, heard]);

  const answer: Answer<Output<T>> = kept.asked === asked ? kept.answer : { state: 'loading' };
  return { ...answer, again };
}
