import { useEffect, useState } from 'preact/hooks';
import { type CampaignTimes, campaignPhase } from '../../../utils/domain/campaign-phase.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useT } from './words.tsx';

const minute = 60_000;

/** The time, looked at again every minute: a phase begins while the page stands open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The phase in which a campaign is, as a word. */
export function Phase({ times }: { times: CampaignTimes }) {
  const t = useT();
  const phase = campaignPhase(times, useNow());
  return (
    <span class={`campaign-phase ${phase}`}>
      <span class="sr-only">{t('campaigns_phase')} </span>
      {t(`campaigns_phase_${phase}`)}
    </span>
  );
}

const names = ['teaserFrom', 'liveFrom', 'liveUntil', 'resultAt'] as const;

/** The dates of a campaign, in local time. */
export function Dates({ times }: { times: CampaignTimes }) {
  const t = useT();
  const known = names.flatMap((name) => {
    const time = times[name];
    return time === undefined ? [] : [{ name, time }];
  });
  if (known.length === 0) return <p class="soft">{t('campaigns_no_dates')}</p>;
  return (
    <dl class="campaign-dates">
      {known.map(({ name, time }) => (
        <div key={name}>
          <dt>{t(`campaigns_${name}`)}</dt>
          <dd>
            <time dateTime={time}>{formatTime(t.locale, time)}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
