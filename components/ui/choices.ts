import type { Tier } from '../../utils/domain/competitor.ts';
import type { CreatorRole, CreatorStatus } from '../../utils/domain/creator.ts';
import type { PlatformId } from '../../utils/domain/platform.ts';
import type { ChecklistRow } from '../../utils/domain/routine.ts';
import type { Settings } from '../../utils/domain/settings.ts';

/*
 * The domain's lists of values once more, as the screens offer them. The domain's files carry the schema library, which no screen
 * may load; a test compares these lists with the domain's.
 */

export const tierChoices: readonly Tier[] = ['better', 'equal', 'inspiration', 'own'];
export const roleChoices: readonly CreatorRole[] = [
  'influencer',
  'koc',
  'customer',
  'partner-brand',
  'agency',
];
export const statusChoices: readonly CreatorStatus[] = [
  'found',
  'contacted',
  'negotiating',
  'working-together',
  'declined',
];
export const dayPartChoices: readonly ChecklistRow['part'][] = ['morning', 'any', 'afternoon'];
export const languageChoices: readonly Settings['language'][] = ['auto', 'en', 'zh_CN', 'zh_TW'];
export const themeChoices: readonly Settings['theme'][] = ['auto', 'light', 'dark'];

/** How many competitors of the tiers Ahead and Level a person can really look at each morning (product.md). */
export const softCap = 5;

/** Platforms whose home is China, for grouping in lists. */
export const chinaPlatforms: ReadonlySet<PlatformId> = /* @__PURE__ */ new Set<PlatformId>([
  'weibo',
  'xiaohongshu',
  'douyin',
  'bilibili',
  'tieba',
  'wechat',
  'taobao',
  'tmall',
  'jd',
  'vancl',
]);

/** How a page looks before the settings have arrived, or while they cannot be read. */
export const defaultLook: Pick<Settings, 'language' | 'theme' | 'market'> = {
  language: 'auto',
  theme: 'auto',
  market: 'cross-border',
};
