import { useFansOf } from '../../hooks/use-fans.ts';
import { useT } from '../words.ts';

/** How loyal somebody is by their points, on each platform; nothing of who is no fan. */
export function FanLine({ creatorId }: { creatorId: string }) {
  const t = useT();
  const rows = useFansOf(creatorId).value?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <p>
      {rows.map(({ fan, level }, at) => (
        <span key={fan.id}>
          {at > 0 && ' · '}
          {rows.length > 1 && `${t(`platform_${fan.author.platform}`)}: `}
          <strong>{t(`fans_level_${level}`)}</strong>, {t('fans_points', { count: fan.points })}
        </span>
      ))}{' '}
      <a href="#/fans?tab=all">{t('person_fans')}</a>
    </p>
  );
}
