import { campaignPhase } from '../../domain/campaign-phase.ts';
import { ok } from '../../domain/result.ts';
import type { RecentUse, TemplateUse } from '../../domain/template.ts';
import type { CampaignAnswers, ReplyPlace } from '../../messaging/protocol/templates.ts';
import { countedUse } from '../../storage/counters.ts';
import { placeHash } from '../../storage/place-hashes.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';

const dayLong = 24 * 60 * 60 * 1_000;
/** Keys 1 to 9. */
const mostUsedAtMost = 9;
/** Uses of one post or thread that are looked at. */
const usesAtMost = 500;

/** Ids of the templates used most on a platform, or on all. */
export async function mostUsed(reader: Reader, platform: string | undefined): Promise<string[]> {
  const sums = new Map<string, number>();
  for (const { id, value } of await reader.all('counters')) {
    const counted = countedUse(id);
    if (counted?.what !== 'used' || (platform !== undefined && counted.platform !== platform)) continue;
    sums.set(counted.templateId, (sums.get(counted.templateId) ?? 0) + value);
  }
  return [...sums].sort(([a, many], [b, more]) => more - many || a.localeCompare(b)).map(([id]) => id);
}

/** Uses of the last day, of this post and of this thread, the last one first. */
export async function recentUses(
  reader: Reader,
  place: ReplyPlace | undefined,
  now: Date,
): Promise<RecentUse[]> {
  const since = new Date(now.getTime() - dayLong).toISOString();
  const uses = new Map<string, TemplateUse>();
  const take = (list: readonly TemplateUse[]) => {
    for (const use of list) uses.set(use.id, use);
  };
  take(await reader.newest('templateUses', 'at', IDBKeyRange.lowerBound(since), usesAtMost));
  const last = await reader.edge('templateUses', 'at', 'last');
  const hashOf = (key: string | undefined) =>
    last && key !== undefined ? placeHash(last.salt, key) : undefined;
  const post = hashOf(place?.postKey);
  const thread = hashOf(place?.threadKey);
  if (post !== undefined) take(await reader.list('templateUses', 'postHash', post, usesAtMost));
  if (thread !== undefined) take(await reader.list('templateUses', 'threadHash', thread, usesAtMost));
  return [...uses.values()]
    .filter(({ undone }) => !undone)
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ at, templateId, wordingId, platform, postHash, threadHash }) => ({
      at,
      templateId,
      wordingId,
      platform,
      samePost: post !== undefined && postHash === post,
      sameThread: thread !== undefined && threadHash === thread,
    }));
}

/** What was last written into the fields of each name, the last one first. */
export async function rememberedAnswers(reader: Reader): Promise<{ name: string; values: string[] }[]> {
  const answers = await reader.all('fillInAnswers');
  return answers.map(({ name, values }) => ({ name, values: values.map(({ value }) => value) }));
}

/** The quick answers of the campaigns that are not over: a palette stays open for hours, and one may begin meanwhile. */
async function campaignAnswers(reader: Reader, now: Date): Promise<CampaignAnswers[]> {
  const goingOn = (await reader.all('campaigns')).filter((campaign) => {
    const phase = campaignPhase(campaign, now);
    return campaign.answers.length > 0 && phase !== 'result' && phase !== 'over';
  });
  return goingOn.map(({ name, code, platforms, liveFrom, liveUntil, updatedAt, answers }) => ({
    name,
    platforms,
    updatedAt,
    answers,
    ...(code === undefined ? {} : { code }),
    ...(liveFrom === undefined ? {} : { liveFrom }),
    ...(liveUntil === undefined ? {} : { liveUntil }),
  }));
}

/** Everything that a palette needs at once: templates, what was used lately and mostly, remembered answers, brands. */
export const listTemplates: Service<'template.list'> = ({ place }, call) =>
  readOnce(
    call,
    ['templates', 'templateUses', 'fillInAnswers', 'brands', 'settings', 'counters', 'campaigns'],
    async (reader) => {
      const templates = await reader.all('templates');
      const offered = new Set(
        templates.filter(({ archived, draft }) => !archived && !draft).map(({ id }) => id),
      );
      const used = await mostUsed(reader, place?.platform);
      return ok({
        templates,
        mostUsed: used.filter((id) => offered.has(id)).slice(0, mostUsedAtMost),
        recent: await recentUses(reader, place, call.now),
        answers: await rememberedAnswers(reader),
        campaigns: await campaignAnswers(reader, call.now),
        brands: await reader.all('brands'),
        currentBrandId: (await storedSettings(reader)).currentBrandId,
      });
    },
  );
