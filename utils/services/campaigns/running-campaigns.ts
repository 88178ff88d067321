import type { Campaign, SeenEntry } from '../../domain/campaign.ts';
import type { EntryKind } from '../../domain/campaign-kinds.ts';
import { campaignPhase } from '../../domain/campaign-phase.ts';
import { hashtagSeeker, plainHashtag } from '../../domain/entry-words.ts';
import type { PlatformId } from '../../domain/platform.ts';
import { identify } from '../../sites/registry.ts';
import type { Reader } from '../../storage/reader.ts';

const isOn = ({ platforms }: Campaign, platform: PlatformId) =>
  platforms.length === 0 || platforms.includes(platform);

/** Campaigns that are live on a platform now. */
export async function liveOn(reader: Reader, platform: PlatformId, now: Date): Promise<Campaign[]> {
  return (await reader.all('campaigns')).filter(
    (campaign) => campaignPhase(campaign, now) === 'live' && isOn(campaign, platform),
  );
}

/**
 * Campaigns whose entries may still be collected on a platform: those that are live, and those that ended without a winner yet, because what was
 * written in time is often looked at later.
 */
export async function collectingOn(reader: Reader, platform: PlatformId, now: Date): Promise<Campaign[]> {
  const found: Campaign[] = [];
  for (const campaign of await reader.all('campaigns')) {
    const phase = campaignPhase(campaign, now);
    if (!isOn(campaign, platform) || phase === 'planned' || phase === 'teaser') continue;
    const decided =
      campaign.platformResult !== undefined ||
      (phase !== 'live' && (await reader.countIn('draws', 'campaignId', campaign.id)) > 0);
    if (!decided) found.push(campaign);
  }
  return found;
}

/** What an address stands for, whatever else it carries. */
function placeOf(url: string): string | null {
  const page = URL.canParse(url) ? identify(new URL(url)) : null;
  return page ? `${page.kind} ${page.id ?? page.url}` : null;
}

/** Whether a page is one of the posts below which entries stand. */
export function isPostOf({ posts }: Campaign, url: string): boolean {
  const here = placeOf(url);
  return posts.some((post) => post === url || (here !== null && placeOf(post) === here));
}

/**
 * As what something on a page counts for a campaign. Comments: below one of its posts, or anywhere on its platforms where it names none. Posts: with
 * one of its hashtags; where it names none those on the page of its post, which are what people made of it.
 * @param page address of the page
 * @returns null: it does not count
 */
export function entryKindFor(
  campaign: Campaign,
  seen: Pick<SeenEntry, 'kind' | 'text' | 'url'>,
  page: string,
): EntryKind | null {
  const below = isPostOf(campaign, page);
  if (seen.kind === 'comment') {
    const anywhere = campaign.posts.length === 0 && campaign.hashtags.length === 0;
    return below || anywhere ? 'comment' : null;
  }
  // the campaign's own post is nobody's entry
  if (isPostOf(campaign, seen.url)) return null;
  const has = hashtagSeeker(seen.text);
  if (campaign.hashtags.some((tag) => has(plainHashtag(tag)))) return below ? 'repost' : 'post';
  return below && campaign.hashtags.length === 0 ? 'repost' : null;
}
