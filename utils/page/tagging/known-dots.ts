import type { PlatformId } from '../../domain/platform.ts';
import { ok } from '../../domain/result.ts';
import { type TagColour, tagColours } from '../../domain/tag-effect.ts';
import { ask } from '../../messaging/client.ts';
import { type KnownAnswers, makeKnownAnswers } from '../items/known-answers.ts';
import type { Page } from '../page.ts';

/** An item of the page, by what it is found again. */
export interface Dotted {
  key: string;
  keys: string[];
}

export type KnownDots = KnownAnswers<Dotted, readonly TagColour[]>;

/**
 * The colours of the tags on the items of a page.
 * @param platform whose keys they are: a shop's page of a site that the person added tells its shop system
 */
export function makeKnownDots(
  page: Page,
  heard: { answered(): void; forgotten(): void },
  signal: AbortSignal,
  platform: PlatformId = page.site.id,
): KnownDots {
  return makeKnownAnswers<Dotted, readonly TagColour[]>(
    page,
    {
      async ask(batch) {
        const answer = await ask('page.dots', {
          platform,
          items: batch.map(({ keys }) => keys),
        });
        return answer.ok
          ? ok(batch.map((_, at) => answer.value.dots[at]?.filter((colour) => tagColours.includes(colour))))
          : answer;
      },
      changes: ['items', 'tags'],
      // each is a look into an index: so many stay below ten milliseconds with 100,000 tagged items stored (`npm run bench -- tags`)
      most: 100,
    },
    heard,
    signal,
  );
}
