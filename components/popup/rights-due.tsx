import type { Overview } from '../../utils/messaging/protocol.ts';
import { Button } from '../ui/button.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Permissions that run out, and UGC that is in use without one. */
export function RightsDue({ rights }: { rights: NonNullable<Overview['rights']> }) {
  const t = useT();
  const { openDashboard } = useSurroundings();
  return (
    <div class="cases-row">
      {(['overdue', 'expiring'] as const).map(
        (view) =>
          rights[view] > 0 && (
            <p key={view}>
              <span>{t(`rights_${view}`, { count: rights[view] })}</span>
              <Button
                kind="quiet"
                label={`${t('rights_show')}: ${t(`rights_${view}`, { count: rights[view] })}`}
                onClick={() => openDashboard(`#/rights?view=${view}`)}
              >
                {t('rights_show')}
              </Button>
            </p>
          ),
      )}
    </div>
  );
}
