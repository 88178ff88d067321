import { localDay } from '../../../utils/domain/day.ts';
import {
  type GiveawayRule,
  giveawayRules,
  type OwnLottery,
  ownLotteries,
} from '../../../utils/domain/giveaway-rules.ts';
import type { PlatformId } from '../../../utils/domain/platform.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import { WebLink } from '../person/web-link.tsx';
import { useT } from './words.tsx';

/** What the platforms of a campaign forbid or ask for, with where that was read and when. Of all platforms where none is chosen. */
export function PlatformRules({ platforms }: { platforms: readonly PlatformId[] }) {
  const t = useT();
  const here = (platform: PlatformId) => platforms.length === 0 || platforms.includes(platform);
  const rules = giveawayRules.filter(({ platform }) => here(platform));
  const lotteries = ownLotteries.filter(({ platform }) => here(platform));
  const named = [...new Set([...lotteries, ...rules].map(({ platform }) => platform))];
  if (named.length === 0) return null;
  return (
    <details class="more campaign-rules" open={platforms.length > 0}>
      <summary>{t('campaigns_platform_rules')}</summary>
      <p class="soft">{t('campaigns_platform_rules_words')}</p>
      {named.map((platform) => (
        <div key={platform} class="campaign-platform">
          <p class="campaign-name">{t(`platform_${platform}`)}</p>
          <ul>
            {lotteries
              .filter((lottery) => lottery.platform === platform)
              .map((lottery) => (
                <li key="lottery">
                  {t(`campaigns_lottery_${lottery.platform}`)} <Source of={lottery} />
                </li>
              ))}
            {rules
              .filter((rule) => rule.platform === platform)
              .map((rule) => (
                <li key={rule.rule}>
                  {t(`campaigns_rule_${rule.rule}`)} <Source of={rule} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function Source({ of }: { of: Pick<GiveawayRule, 'source' | 'official' | 'checked' | 'said'> | OwnLottery }) {
  const t = useT();
  const said = 'said' in of ? of.said : undefined;
  return (
    <span class="soft">
      <WebLink address={of.source}>
        {t(of.official ? 'campaigns_source_official' : 'campaigns_source_reported')}
      </WebLink>
      {said !== undefined && ` · ${t('campaigns_source_said', { said })}`}
      {` · ${t('campaigns_source_checked', { date: formatDay(t.locale, of.checked, localDay()) })}`}
    </span>
  );
}
