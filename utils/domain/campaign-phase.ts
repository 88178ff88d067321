import type { CampaignPhase } from './campaign-kinds.ts';

/** The times of a campaign, ISO. What is absent is not known, and nothing is guessed from the others. */
export interface CampaignTimes {
  teaserFrom?: string | undefined;
  liveFrom?: string | undefined;
  liveUntil?: string | undefined;
  resultAt?: string | undefined;
}

/**
 * In which phase a campaign is. Live from its beginning until right before its end; then `result` until the announced time of the result, and
 * over after it, or at once where none was announced. Without a beginning it is never live.
 */
export function campaignPhase(
  { teaserFrom, liveFrom, liveUntil, resultAt }: CampaignTimes,
  now: Date,
): CampaignPhase {
  const reached = (time: string | undefined) => time !== undefined && Date.parse(time) <= now.getTime();
  if (reached(resultAt)) return 'over';
  if (reached(liveUntil)) return resultAt === undefined ? 'over' : 'result';
  if (reached(liveFrom)) return 'live';
  return reached(teaserFrom) ? 'teaser' : 'planned';
}

/** The first two times that stand in the wrong order; null where all follow each other. */
export function wrongOrder(times: CampaignTimes): [keyof CampaignTimes, keyof CampaignTimes] | null {
  const order = ['teaserFrom', 'liveFrom', 'liveUntil', 'resultAt'] as const;
  const known = order.filter((name) => times[name] !== undefined);
  for (const [at, name] of known.entries()) {
    const next = known[at + 1];
    const [time, later] = [times[name], next && times[next]];
    if (!next || time === undefined || later === undefined) continue;
    // a campaign without length would never be live; a result may come at the very end
    const follows =
      next === 'liveUntil' ? Date.parse(time) < Date.parse(later) : Date.parse(time) <= Date.parse(later);
    if (!follows) return [name, next];
  }
  return null;
}
