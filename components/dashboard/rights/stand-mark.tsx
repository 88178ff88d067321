import { localDay } from '../../../utils/domain/day.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import type { RightsStand } from '../../../utils/domain/rights-state.ts';
import { isWaiting, standOf } from '../../../utils/domain/rights-use.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useT } from './words.tsx';

const icons: Record<RightsStand, IconName> = {
  candidate: 'tag',
  asked: 'more',
  granted: 'check',
  expired: 'warn',
  declined: 'close',
  revoked: 'close',
};

/** How a permission stands today, by drawing and words. */
export function StandMark({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const stand = standOf(grant, localDay());
  return (
    <span class="rights-stands">
      <span class={`rights-stand ${stand}`}>
        <Icon name={icons[stand]} />
        {t(`rights_stand_${stand}`)}
      </span>
      {grant.state === 'granted' && isWaiting(grant) && (
        <span class="rights-stand asked">
          <Icon name={icons.asked} />
          {t('rights_waiting')}
        </span>
      )}
    </span>
  );
}
