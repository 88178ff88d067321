import { useState } from 'preact/hooks';
import { formatTime } from '../../utils/i18n/format.ts';
import type { RecoveryStatus } from '../../utils/messaging/protocol.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Restore, StartEmpty } from './recovery-actions.tsx';
import { RestoreFile } from './recovery-file.tsx';
import { useT } from './words.ts';

/** What happened to the notebook and the ways back. Also opened when all is well: then it says so. */
export function RecoveryPage() {
  const t = useT();
  const status = useQuery('recovery.status', {}, ['recovery']);
  // what was done here, so that the page can say so after the state has changed
  const [outcome, setOutcome] = useState<{ restored: number } | 'emptied' | null>(null);
  // a restore from a file begins a healthy notebook first: it must not lose its place for that
  const [filling, setFilling] = useState(false);
  const found = status.value;
  const broken = found && found.state !== 'healthy';
  return (
    <>
      <h1>{t('recovery_title')}</h1>
      {status.state === 'loading' && <Skeleton label={t('loading')} />}
      {status.code && <ErrorNote code={status.code} again={status.again} />}
      {outcome === 'emptied' && <Note kind="good">{t('emptied')}</Note>}
      {outcome && outcome !== 'emptied' && (
        <Note kind="good">{t('restored', { count: outcome.restored })}</Note>
      )}
      {found?.state === 'healthy' && !outcome && !filling && <Note kind="good">{t('recovery_healthy')}</Note>}
      {found && found.state !== 'healthy' && (
        <>
          <WhatHappened status={found} state={found.state} />
          <section class="panel prose" aria-labelledby="first">
            <h2 id="first">{t('recovery_first')}</h2>
            <ul class="bullets">
              <li>{t('recovery_tip_restart')}</li>
              <li>{t('recovery_tip_backup')}</li>
            </ul>
            <Button icon="again" onClick={status.again}>
              {t('check_again')}
            </Button>
          </section>
          <Restore
            copy={found.secondCopy}
            onDone={(records) => {
              setOutcome({ restored: records });
              status.again();
            }}
          />
        </>
      )}
      {(broken || filling) && <RestoreFile key="file" onBusy={setFilling} />}
      {found && found.state !== 'healthy' && (
        <StartEmpty
          onDone={() => {
            setOutcome('emptied');
            status.again();
          }}
        />
      )}
    </>
  );
}

function WhatHappened({
  status,
  state,
}: {
  status: RecoveryStatus;
  state: Exclude<RecoveryStatus['state'], 'healthy'>;
}) {
  const t = useT();
  const { remembered } = status;
  return (
    <Note kind="bad">
      <p>
        <strong>{t(`recovery_${state}`)}</strong>
      </p>
      <p>{t(`recovery_${state}_why`)}</p>
      {remembered && (
        <p>
          {t('recovery_remembered', {
            count: remembered.creators,
            time: formatTime(t.locale, remembered.at),
          })}
        </p>
      )}
      <p>{t('recovery_stopped')}</p>
    </Note>
  );
}
