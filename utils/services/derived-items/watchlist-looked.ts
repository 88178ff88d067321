import type { Tier } from '../../domain/vocabulary.ts';
import { type DerivedSource, dayBounds } from './progress.ts';

/** The competitors that are looked at each morning; ideas and our own pages are not part of it. */
const daily: readonly Tier[] = ['better', 'equal'];

/**
 * "Every watched competitor looked at": a competitor counts when one of its pages was opened from the list that day. An empty
 * watchlist is not done: nothing was looked at.
 */
export const watchlistLooked: DerivedSource = {
  stores: ['competitors', 'watchedPages'],
  async read(reader, day) {
    const { from, until } = dayBounds(day);
    const competitors = (await reader.all('competitors')).filter(({ tier }) => daily.includes(tier));
    const pages = await reader.all('watchedPages');
    const watched = new Set(pages.map(({ competitorId }) => competitorId));
    const looked = new Set(
      pages
        .filter(({ lastLookedAt }) => lastLookedAt && lastLookedAt >= from && lastLookedAt < until)
        .map(({ competitorId }) => competitorId),
    );
    const total = competitors.filter(({ id }) => watched.has(id)).length;
    const handled = competitors.filter(({ id }) => looked.has(id)).length;
    return { handled, total, done: total > 0 && handled === total };
  },
};
