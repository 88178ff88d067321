import { marks as allMarks, type Mark } from '../../domain/mark.ts';
import { ok } from '../../domain/result.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { type KnownAnswers, makeKnownAnswers } from './known-answers.ts';
import type { Person } from './read-item.ts';

export type KnownMarks = KnownAnswers<Person, Mark>;

/** What the notebook has for the people on a page. */
export function makeKnownMarks(
  page: Page,
  heard: { answered(): void; forgotten(): void },
  signal: AbortSignal,
): KnownMarks {
  return makeKnownAnswers<Person, Mark>(
    page,
    {
      async ask(batch) {
        const names = batch.map(({ handle, stableId }) => ({
          handle,
          ...(stableId === undefined ? {} : { stableId }),
        }));
        const answer = await ask('page.marks', { platform: page.site.id, names });
        return answer.ok
          ? ok(batch.map((_, at) => allMarks.find((one) => one === answer.value.marks[at])))
          : answer;
      },
      // what somebody wrote may have been tagged as spam
      changes: ['creators', 'brands', 'items'],
    },
    heard,
    signal,
  );
}
