import type { CasesAtAGlance } from '../../utils/messaging/protocol/cases.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** What is to be handled, in one line, and what comes first. Both lead to the queue. */
export function CasesRow({ cases: { open, overdue, next } }: { cases: CasesAtAGlance }) {
  const t = useT();
  const { openDashboard } = useSurroundings();
  const late = next && Date.parse(next.due) <= Date.now();
  return (
    <section class="cases-row" aria-label={t('cases_title')}>
      <p>
        <span>
          {t('cases_open', { count: open })}
          {overdue > 0 && ' '}
          {overdue > 0 && (
            <strong class="overdue">
              <Icon name="warn" /> {t('cases_overdue', { count: overdue })}
            </strong>
          )}
        </span>
        <Button kind="quiet" icon="open" onClick={() => openDashboard('#/queue')}>
          {t('cases_show')}
        </Button>
      </p>
      {next && (
        <button type="button" class="link" onClick={() => openDashboard(`#/queue/${next.caseId}`)}>
          <span class="clamp">
            {next.urgent && `${t('cases_urgent')} · `}
            {late && `${t('cases_late')} · `}
            <bdi>{next.title}</bdi>
          </span>
        </button>
      )}
    </section>
  );
}
