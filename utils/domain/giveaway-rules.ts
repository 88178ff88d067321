import type { PlatformId } from './platform.ts';

/**
 * What platforms forbid or ask for in giveaways. A row stands here only with an address where it was read; a platform that is missing may have
 * rules all the same. `official`: the platform's own page; otherwise somebody who quotes or reports it. Words under `campaigns_rule_<rule>`.
 */
export interface GiveawayRule {
  platform: PlatformId;
  rule: GiveawayRuleId;
  source: string;
  official: boolean;
  /** when the source said so, where that is long ago or known: year or year and month */
  said?: string;
  /** the day on which it was read for this table */
  checked: string;
}

export const giveawayRuleIds = [
  'facebook_timelines',
  'facebook_release',
  'instagram_tags',
  'instagram_release',
  'x_accounts',
  'x_repeats',
  'x_mention',
  'youtube_free',
  'youtube_numbers',
  'youtube_rules',
  'pinterest_image',
  'pinterest_once',
  'tiktok_shop',
  'weibo_clear',
  'weibo_cash',
] as const;
export type GiveawayRuleId = (typeof giveawayRuleIds)[number];

const checked = '2026-11-22';
const facebook = {
  platform: 'facebook',
  source: 'https://deniseloris.com/august-2019-facebook-promotion-competition-rules/',
  official: false,
  said: '2019-08',
  checked,
} as const;
const instagram = {
  platform: 'instagram',
  source: 'https://www.contestqueen.com/2024/conflicting-meta-promotional-guidelines/',
  official: false,
  said: '2024',
  checked,
} as const;
const x = {
  platform: 'x',
  source: 'https://help.x.com/en/rules-and-policies/x-contest-rules',
  official: true,
  checked,
} as const;
const youtube = {
  platform: 'youtube',
  source: 'https://support.google.com/youtube/answer/1620498',
  official: true,
  checked,
} as const;
const pinterest = {
  platform: 'pinterest',
  source:
    'https://www.adlawbyrequest.com/2016/08/articles/social-media/pinterest-updates-its-promotion-guidelines',
  official: false,
  said: '2016-08',
  checked,
} as const;
const weibo = {
  platform: 'weibo',
  source: 'https://web.aigexing.com/shenghuo/373292.html',
  official: false,
  said: '2021-03',
  checked,
} as const;

export const giveawayRules: readonly GiveawayRule[] = [
  { ...facebook, rule: 'facebook_timelines' },
  { ...facebook, rule: 'facebook_release' },
  { ...instagram, rule: 'instagram_tags' },
  { ...instagram, rule: 'instagram_release' },
  { ...x, rule: 'x_accounts' },
  { ...x, rule: 'x_repeats' },
  { ...x, rule: 'x_mention' },
  { ...youtube, rule: 'youtube_free' },
  { ...youtube, rule: 'youtube_numbers' },
  { ...youtube, rule: 'youtube_rules' },
  { ...pinterest, rule: 'pinterest_image' },
  { ...pinterest, rule: 'pinterest_once' },
  {
    platform: 'tiktok',
    rule: 'tiktok_shop',
    source: 'https://seller-us.tiktok.com/university/essay?knowledge_id=2963741155624705',
    official: true,
    checked,
  },
  { ...weibo, rule: 'weibo_clear' },
  { ...weibo, rule: 'weibo_cash' },
];

/** A platform that draws itself: what it says is recorded instead of a draw of ours. Words under `campaigns_lottery_<platform>`. */
export interface OwnLottery {
  platform: 'weibo' | 'bilibili' | 'tiktok';
  source: string;
  official: boolean;
  checked: string;
}

export const ownLotteries: readonly OwnLottery[] = [
  { platform: 'weibo', source: 'https://m.pcdown.net/news/4842.html', official: false, checked },
  { platform: 'bilibili', source: 'https://github.com/shanmite/Lottery', official: false, checked },
  {
    platform: 'tiktok',
    source: 'https://seller-us.tiktok.com/university/essay?knowledge_id=2963741155624705',
    official: true,
    checked,
  },
];
