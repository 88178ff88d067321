import { useState } from 'preact/hooks';
import { formatAgo, formatNumber } from '../../../utils/i18n/format.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { useStorageCheck } from '../../hooks/use-storage-check.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { formatBytes } from './format-bytes.ts';
import { Progress } from './progress.tsx';

/** How the notebook stands on this computer. */
export function HealthSection({ health, again }: { health: Output<'storage.health'>; again: () => void }) {
  const t = useT();
  const { keepStorage } = useSurroundings();
  const [refused, setRefused] = useState(false);
  const { used, quota, secondCopy } = health;
  const facts: [string, string][] = [
    [t('storage_records'), formatNumber(t.locale, health.records)],
    [t('storage_creators'), formatNumber(t.locale, health.creators)],
    [t('storage_used'), used === undefined ? t('storage_unknown') : formatBytes(t.locale, used)],
    [t('storage_quota'), quota === undefined ? t('storage_unknown') : formatBytes(t.locale, quota)],
    [
      t('storage_second_copy'),
      secondCopy ? formatAgo(t.locale, secondCopy, Date.now()) : t('storage_second_copy_none'),
    ],
    [t('storage_kept'), t(health.persisted ? 'storage_kept_yes' : 'storage_kept_no')],
  ];
  return (
    <section class="panel prose" aria-labelledby="health">
      <h2 id="health">{t('storage_health_title')}</h2>
      <dl class="storage-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {health.scrubPending && <Note>{t('storage_scrub_pending')}</Note>}
      {!health.persisted && (
        <>
          <p class="soft">{t('storage_keep_words')}</p>
          <Button
            onClick={() =>
              void keepStorage().then((kept) => {
                setRefused(!kept);
                again();
              })
            }
          >
            {t('storage_keep')}
          </Button>
          {refused && <Note>{t('storage_keep_refused')}</Note>}
        </>
      )}
      <Integrity />
    </section>
  );
}

const reasons = ['record', 'no-owner', 'counter'] as const;

/** The look at every record. */
function Integrity() {
  const t = useT();
  const { state, run } = useStorageCheck();
  const found = state.phase === 'done' ? reasons.filter((reason) => state.faults[reason]) : [];
  return (
    <div class="storage-check">
      <p class="soft">{t('storage_check_words')}</p>
      {state.phase === 'running' ? (
        <Progress label={t('storage_check_running')} done={state.checked} total={0} />
      ) : (
        <Button icon="check" onClick={() => void run()}>
          {t('storage_check')}
        </Button>
      )}
      {state.phase === 'done' && found.length === 0 && (
        <Note kind="good">{t('storage_check_good', { count: state.checked })}</Note>
      )}
      {state.phase === 'done' && found.length > 0 && (
        <Note kind="bad">
          <ul class="bullets">
            {found.map((reason) => (
              <li key={reason}>{t(`storage_check_${reason}`, { count: state.faults[reason] ?? 0 })}</li>
            ))}
          </ul>
          <p>{t('storage_check_next')}</p>
        </Note>
      )}
      {state.phase === 'failed' && <ErrorNote code={state.code} />}
    </div>
  );
}
