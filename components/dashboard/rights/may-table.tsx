import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { mayUseEach } from '../../../utils/domain/rights-use.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useT } from './words.tsx';

/** "May I use this in ads?", for every use. */
export function MayTable({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const today = localDay();
  return (
    <table class="figures rights-may">
      <caption class="sr-only">{t('rights_may_table')}</caption>
      <tbody>
        {mayUseEach(grant, today).map(({ scope, may, why, day }) => (
          <tr key={scope}>
            <th scope="row">{t(`rights_scope_${scope}`)}</th>
            <td class={may ? 'rights-yes' : 'rights-no'}>
              <span class="rights-answer">
                <Icon name={may ? 'check' : 'close'} />
                {t(`rights_use_${why}`, day ? { day: formatDay(t.locale, day, today) } : {})}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
