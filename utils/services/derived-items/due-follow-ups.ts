import { isDue } from '../../domain/creator.ts';
import { dueCounter } from '../../storage/counters.ts';
import { activitiesOf, type DerivedSource } from './progress.ts';

/**
 * "Every due follow-up handled": of all that is due or was handled today, how much is handled. A day on which nothing is due
 * is done, with a total of 0.
 */
export const dueFollowUps: DerivedSource = {
  stores: ['counters', 'activities', 'creators'],
  async read(reader, day) {
    const [open, rows] = await Promise.all([
      reader.sum(dueCounter(''), dueCounter(day)),
      activitiesOf(reader, 'follow-up-handled', day),
    ]);
    const handled = new Set(rows.flatMap(({ subjectId }) => subjectId ?? []));
    // contacted today with the next action still due: handled, and not a second time as open
    let both = 0;
    for (const id of handled) {
      const creator = await reader.get('creators', id);
      if (creator && !creator.deletedAt && isDue(creator, day)) both += 1;
    }
    const total = open + handled.size - both;
    return { handled: handled.size, total, done: handled.size === total };
  },
};
