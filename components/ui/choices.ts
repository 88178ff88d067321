import type { Tier } from '../../utils/domain/competitor.ts';
import type { CreatorRole, CreatorStatus } from '../../utils/domain/creator.ts';
import type { PlatformId } from '../../utils/domain/platform.ts';
import type { ChecklistRow } from '../../utils/domain/routine.ts';
import type { Settings } from '../../utils/domain/settings.ts';

/**
 * The domain's lists of values once more, as the screens offer them. The domain's files carry the schema library, which no screen
 * may load; `satisfies` makes a value that is missing or too many a compile error, and a test compares them with the domain.
 */
function keys<K extends string>(all: Record<K, true>): K[] {
  return Object.keys(all) as K[];
}

export const tierChoices: Tier[] = keys<Tier>({ better: true, equal: true, inspiration: true, own: true });
export const roleChoices: CreatorRole[] = keys<CreatorRole>({
  influencer: true,
  koc: true,
  customer: true,
  'partner-brand': true,
  agency: true,
});
export const statusChoices: CreatorStatus[] = keys<CreatorStatus>({
  found: true,
  contacted: true,
  negotiating: true,
  'working-together': true,
  declined: true,
});
export const dayPartChoices: ChecklistRow['part'][] = keys<ChecklistRow['part']>({
  morning: true,
  any: true,
  afternoon: true,
});
export const languageChoices: Settings['language'][] = keys<Settings['language']>({
  auto: true,
  en: true,
  zh_CN: true,
  zh_TW: true,
});
export const themeChoices: Settings['theme'][] = keys<Settings['theme']>({
  auto: true,
  light: true,
  dark: true,
});

/** How many competitors of the tiers Ahead and Level a person can really look at each morning (product.md). */
export const softCap = 5;

/** Platforms whose home is China, for grouping in lists. */
export const chinaPlatforms: ReadonlySet<PlatformId> = new Set<PlatformId>([
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
