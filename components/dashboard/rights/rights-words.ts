import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import type { RightsScope } from '../../../utils/domain/rights-state.ts';
import { formatDay, formatList } from '../../../utils/i18n/format.ts';
import type { RightsT } from './words.tsx';

/** Whose it is, as people read it. */
export function authorName({ subject: { author } }: Pick<RightsGrant, 'subject'>, t: RightsT): string {
  return author?.displayName ?? author?.handle ?? t('rights_unknown_author');
}

export const scopeList = (scopes: readonly RightsScope[], t: RightsT): string =>
  formatList(
    t.locale,
    scopes.map((scope) => t(`rights_scope_${scope}`)),
  );

/** From when until when, in words. */
export function daysOf(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  t: RightsT,
) {
  const today = localDay();
  const day = (one: string) => formatDay(t.locale, one, today);
  if (from && until) return t('rights_days_from_until', { from: day(from), until: day(until) });
  if (from) return t('rights_days_from', { from: day(from) });
  return until ? t('rights_days_until', { until: day(until) }) : t('rights_days_open');
}
