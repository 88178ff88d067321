import { localDay } from '../../../utils/domain/day.ts';
import { formatAgo, formatDay, formatTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import { type DashboardKey, useT } from '../words.ts';

/** A day and how long ago that is. */
export function dayAndAgo(t: Translate<DashboardKey>, at: string): string {
  return t('person_day', {
    day: formatDay(t.locale, localDay(new Date(at)), localDay()),
    ago: formatAgo(t.locale, at, Date.now()),
  });
}

/** When something happened: the day, and how long ago that is; the minute is in the tooltip. */
export function ReadTime({ at }: { at: string }) {
  const t = useT();
  return (
    <time dateTime={at} title={formatTime(t.locale, at)}>
      {dayAndAgo(t, at)}
    </time>
  );
}
