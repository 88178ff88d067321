import { localDay } from '../domain/day.ts';
import type { RecentUse, Variant, Wording } from '../domain/template.ts';

export interface ChosenWording {
  wording: Wording;
  /** where this wording was used already, because none is left that was not; `none`: it is fresh here */
  repeats: 'none' | 'day' | 'post';
}

/**
 * The wording to offer: one that was used neither on this post nor today, while there is one; then one that was not used on this post;
 * then the one whose last use is longest ago. Among equals the order in which they were written, so that the same page always offers
 * the same.
 * @param uses the last day's and this post's, undone ones left out
 */
export function chooseWording(variant: Variant, uses: readonly RecentUse[], now: Date): ChosenWording | null {
  const today = localDay(now);
  const known = variant.wordings.map((wording, order) => {
    const own = uses.filter(({ wordingId }) => wordingId === wording.id);
    const last =
      own
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '';
    const onPost = own.some(({ samePost }) => samePost);
    const onDay = own.some(({ at }) => localDay(new Date(at)) === today);
    return { wording, order, last, rank: onPost ? 2 : onDay ? 1 : 0 };
  });
  const [best] = known.sort((a, b) => a.rank - b.rank || a.last.localeCompare(b.last) || a.order - b.order);
  return best
    ? { wording: best.wording, repeats: (['none', 'day', 'post'] as const)[best.rank] ?? 'none' }
    : null;
}

/** The next wording when the operator asks for another one: round and round from the one shown. */
export function nextWording(variant: Variant, wordingId: string): Wording | undefined {
  const place = variant.wordings.findIndex(({ id }) => id === wordingId);
  return variant.wordings[(place + 1) % Math.max(1, variant.wordings.length)];
}

/** Says that the very same text was used in this thread before: when. */
export function usedInThread(uses: readonly RecentUse[], wordingId: string): { at: string } | null {
  const last = uses.filter((use) => use.sameThread && use.wordingId === wordingId).map(({ at }) => at);
  return last.length > 0 ? { at: last.sort().at(-1) ?? '' } : null;
}

/*
 * No platform says how many replies are too many. These are deliberately below what operators report as the point at which comments are
 * held back, and the hint is only a hint.
 */
const short = { minutes: 5, replies: 10 };
const long = { minutes: 60, replies: 60 };
const same = { minutes: 60, replies: 5 };

export interface PaceHint {
  /** many replies in a short time, or the same wording again and again */
  kind: 'many' | 'same';
  replies: number;
  minutes: number;
}

/** A gentle hint that a pause would look more human. @returns null while there is nothing to say */
export function paceHint(
  uses: readonly RecentUse[],
  platform: string,
  wordingId: string | null,
  now: Date,
): PaceHint | null {
  const within = ({ minutes }: { minutes: number }, list: readonly RecentUse[]) =>
    list.filter(({ at }) => now.getTime() - Date.parse(at) < minutes * 60_000).length;
  const here = uses.filter((use) => use.platform === platform);
  const again = within(
    same,
    here.filter((use) => use.wordingId === wordingId),
  );
  if (wordingId !== null && again >= same.replies)
    return { kind: 'same', replies: again, minutes: same.minutes };
  for (const span of [short, long]) {
    const replies = within(span, here);
    if (replies >= span.replies) return { kind: 'many', replies, minutes: span.minutes };
  }
  return null;
}
