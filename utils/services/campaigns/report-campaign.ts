import { entryConditions } from '../../domain/campaign-kinds.ts';
import { localDay } from '../../domain/day.ts';
import { outReasons, personsOf } from '../../domain/entry-rules.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { countStates, judgeCampaign, judgedStores } from './judge-campaign.ts';
import { drawsOf } from './list-campaigns.ts';

/** How often each key comes, in the order in which they first come. */
function tally(keys: Iterable<string>): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

/** What a campaign came to: entries, people, why some are out, when they were written. */
export const reportCampaign: Service<'campaign.report'> = ({ campaignId }, call) =>
  readOnce(call, [...judgedStores, 'draws'], async (reader) => {
    const campaign = await reader.get('campaigns', campaignId);
    if (!campaign) return fail('not-found', 'no campaign of that id');
    const judged = await judgeCampaign(reader, campaign);
    const { entries, verdictOf } = judged;
    const persons = personsOf(entries);
    const isIn = entries.filter(({ id }) => verdictOf(id).state !== 'out');
    const people = (of: typeof entries) => new Set(of.map(({ id }) => persons.get(id))).size;
    const reasons = tally(entries.flatMap(({ id }) => verdictOf(id).out ?? []));
    const unchecked = tally(
      isIn.flatMap(({ id }) => [
        ...new Set(
          verdictOf(id)
            .checks.filter(({ result }) => result === 'not-checkable')
            .map(({ condition }) => condition),
        ),
      ]),
    );
    const days = tally(
      entries.flatMap(({ publishedAt }) =>
        publishedAt === undefined ? [] : localDay(new Date(publishedAt)),
      ),
    );
    const platforms = tally(entries.map(({ author }) => author.platform));
    return ok({
      counts: countStates(judged),
      people: people(entries),
      peopleIn: people(isIn),
      out: outReasons.flatMap((reason) => {
        const count = reasons.get(reason);
        return count ? [{ reason, entries: count }] : [];
      }),
      unchecked: entryConditions.flatMap((condition) => {
        const count = unchecked.get(condition);
        return count ? [{ condition, entries: count }] : [];
      }),
      platforms: [...platforms].map(([platform, count]) => ({ platform, entries: count })),
      days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, entries: count })),
      daysUnknown: entries.filter(({ publishedAt }) => publishedAt === undefined).length,
      copied: entries.filter(({ id }) => verdictOf(id).copies > 0).length,
      draws: await drawsOf(reader, campaignId),
    });
  });
