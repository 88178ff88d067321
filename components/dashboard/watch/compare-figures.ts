import { compareAmounts } from '../../../utils/domain/amount.ts';
import type { Money } from '../../../utils/domain/page-reading.ts';
import type { WatchSeries } from '../../../utils/messaging/protocol/watch.ts';

/** What is known of one competitor now, over all its watched pages; what no page says is absent. */
export interface Figures {
  lowest?: Money;
  highest?: Money;
  /** pages in several currencies have no range together */
  mixed: boolean;
  products?: number;
  promotions?: number;
  followers?: number;
  /** posts in the last seven days, from counts that lie near both ends */
  postsAWeek?: number;
}

type Look = WatchSeries['looks'][number];
const day = 86_400_000;

/**
 * Posts a week from a page's counts of posts: the newest against the newest that is at least seven days older, for the days between. Undefined
 * where there is none, where more than four weeks lie between, or where posts were deleted.
 */
export function postsAWeek(looks: readonly Look[]): number | undefined {
  const counted = looks.flatMap(({ at, posts }) =>
    posts === undefined ? [] : [{ at: Date.parse(at), posts }],
  );
  const last = counted.at(-1);
  const former = last && counted.findLast(({ at }) => last.at - at >= 7 * day);
  if (!last || !former || last.posts < former.posts) return undefined;
  const days = (last.at - former.at) / day;
  return days > 28 ? undefined : Math.round(((last.posts - former.posts) / days) * 70) / 10;
}

/** The newest value of a figure in a series. */
function newest<K extends keyof Look>(looks: readonly Look[], name: K): Look[K] | undefined {
  return looks.findLast((look) => look[name] !== undefined)?.[name];
}

/**
 * Several pages of one competitor as one row. Products and promotions are those of the page that lists most (pages of a shop show the same
 * products), followers those of the biggest audience, the price range spans all pages of one currency.
 */
export function figuresOf(all: readonly WatchSeries[]): Figures {
  const figures: Figures = { mixed: false };
  for (const { looks } of all) {
    const [lowest, highest] = [newest(looks, 'lowest'), newest(looks, 'highest')];
    if (lowest && highest) {
      const known = figures.lowest;
      if (known && known.currency !== lowest.currency) figures.mixed = true;
      else {
        if (!known || compareAmounts(lowest.amount, known.amount) < 0) figures.lowest = lowest;
        if (!figures.highest || compareAmounts(highest.amount, figures.highest.amount) > 0)
          figures.highest = highest;
      }
    }
    const products = newest(looks, 'products');
    if (products !== undefined && products > (figures.products ?? -1)) {
      figures.products = products;
      const promotions = newest(looks, 'promotions');
      if (promotions === undefined) delete figures.promotions;
      else figures.promotions = promotions;
    }
    const followers = newest(looks, 'followers');
    if (followers !== undefined && followers > (figures.followers ?? -1)) figures.followers = followers;
    const posts = postsAWeek(looks);
    if (posts !== undefined) figures.postsAWeek = Math.round(((figures.postsAWeek ?? 0) + posts) * 10) / 10;
  }
  if (figures.mixed) {
    delete figures.lowest;
    delete figures.highest;
  }
  return figures;
}
