import { keywordPageTimes } from './keyword-page.ts';
import { keywordTimes } from './keywords.ts';
import { taggedTimes } from './tagged.ts';
import { taggedQueueTimes } from './tagged-queue.ts';

/** Targets of tags, queue and keywords, as they were set before anything was measured. */
const targets = {
  'marking the items of a screen, 100,000 tagged': '< 10 ms a batch',
  queue: '< 100 ms',
  '500 keywords over 1,000 comments': '< 30 ms',
};

/**
 * Tags beside what they are compared with, all in one run.
 * @param runs how often times are measured
 */
export async function tagFigures(runs: number) {
  const parts = {
    'the notebook alone': () => taggedTimes(runs),
    'the extension': () => taggedQueueTimes(Math.min(runs, 5)),
    keywords: async () => keywordTimes(Math.max(runs, 15)),
    'keywords on a page': () => keywordPageTimes(Math.min(runs, 5)),
  };
  const figures: Record<string, unknown> = { targets };
  for (const [name, measure] of Object.entries(parts)) {
    process.stderr.write(`tags: ${name}\n`);
    figures[name] = await measure();
  }
  return figures;
}
