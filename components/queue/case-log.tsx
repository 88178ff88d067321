import type { Case } from '../../utils/domain/case.ts';
import { formatTime } from '../../utils/i18n/format.ts';
import { useT } from './words.tsx';

/** What happened to a case, the last first. */
export function CaseLog({ log }: { log: Case['log'] }) {
  const t = useT();
  return (
    <details class="more">
      <summary>{t('queue_log')}</summary>
      <ol class="queue-log">
        {log
          .map((line, at) => ({ ...line, key: `${line.at} ${at}` }))
          .reverse()
          .map(({ key, at, step, department, note }) => (
            <li key={key}>
              <span class="queue-soft">{formatTime(t.locale, at)}</span> {t(`queue_step_${step}`)}
              {department && (
                <>
                  {' '}
                  <bdi>{department}</bdi>
                </>
              )}
              {note && (
                <p class="queue-whole" dir="auto">
                  {note}
                </p>
              )}
            </li>
          ))}
      </ol>
    </details>
  );
}
