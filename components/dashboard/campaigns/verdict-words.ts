import type { Check, OutReason, Verdict } from '../../../utils/domain/entry-rules.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { CampaignKey } from './words.tsx';

/** One condition with what came of it, in a few words. */
export function checkWords(
  t: Translate<CampaignKey>,
  { condition, wanted, found, result, reason }: Check,
): string {
  const kind = t(`campaigns_condition_${condition}`);
  return t('campaigns_check', {
    condition:
      wanted === undefined || condition === 'mentions'
        ? kind
        : t('campaigns_check_of', { condition: kind, wanted }),
    result: t(`campaigns_result_${result}`),
    reason: t(`campaigns_because_${reason}`, { found: found ?? 0, wanted: wanted ?? '' }),
  });
}

/** Why an entry is out. @param excluded the operator's own reason */
export function outWords(t: Translate<CampaignKey>, reason: OutReason, excluded: string | undefined): string {
  return t(`campaigns_out_${reason}`, { reason: excluded ?? '' });
}

/** Conditions that nobody could check yet, each once. */
export function openConditions(t: Translate<CampaignKey>, { checks }: Verdict): string[] {
  const open = checks.filter(({ result }) => result === 'not-checkable');
  return [...new Set(open.map(({ condition }) => t(`campaigns_condition_${condition}`)))];
}
