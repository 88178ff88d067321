import { ideasADay, type Tier } from '../../domain/vocabulary.ts';
import type { Reader } from '../../storage/reader.ts';
import { type DerivedSource, dayBounds } from './progress.ts';

/** The competitors that are looked at each morning; ideas and our own pages are not part of it. */
const daily: readonly Tier[] = ['better', 'equal'];
const ideas: readonly Tier[] = ['inspiration'];

/** How many competitors of some tiers have watched pages, and of how many of them one was looked at on a local day. */
async function lookedAt(reader: Reader, tiers: readonly Tier[], day: string) {
  const { from, until } = dayBounds(day);
  const [all, pages] = await Promise.all([reader.all('competitors'), reader.all('watchedPages')]);
  const competitors = all.filter(({ tier }) => tiers.includes(tier));
  const watched = new Set(pages.map(({ competitorId }) => competitorId));
  const looked = new Set(
    pages
      .filter(({ lastLookedAt }) => lastLookedAt && lastLookedAt >= from && lastLookedAt < until)
      .map(({ competitorId }) => competitorId),
  );
  return {
    handled: competitors.filter(({ id }) => looked.has(id)).length,
    watched: competitors.filter(({ id }) => watched.has(id)).length,
  };
}

/**
 * "Every watched competitor looked at": a competitor counts when one of its pages was opened from the list that day. An empty
 * watchlist is not done: nothing was looked at.
 */
export const watchlistLooked: DerivedSource = {
  stores: ['competitors', 'watchedPages'],
  async read(reader, day) {
    const { handled, watched: total } = await lookedAt(reader, daily, day);
    return { handled, total, done: total > 0 && handled === total };
  },
};

/** "Ten shops looked at for ideas": always ten, however few are on the list; who looks elsewhere ticks it by hand. */
export const ideasLooked: DerivedSource = {
  stores: ['competitors', 'watchedPages'],
  async read(reader, day) {
    const { handled } = await lookedAt(reader, ideas, day);
    return { handled, total: ideasADay, done: handled >= ideasADay };
  },
};
