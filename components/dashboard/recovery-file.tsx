import './storage/storage.css';
import { useEffect, useState } from 'preact/hooks';
import { useAction } from '../hooks/use-action.ts';
import { useRestore } from '../hooks/use-restore.ts';
import { FileChoice } from './storage/file-choice.tsx';
import { RestoreProgress } from './storage/restore-state.tsx';
import { useT } from './words.ts';

/**
 * A backup file in the place of a notebook that is gone. The file is checked to its end before the notebook is given up; then an empty
 * one is begun and the file put in.
 */
export function RestoreFile({ onBusy }: { onBusy: (busy: boolean) => void }) {
  const t = useT();
  const restore = useRestore();
  const start = useAction('recovery.start-empty');
  const [begun, setBegun] = useState(false);
  const { phase } = restore.state;
  const working = phase === 'putting' || (begun && phase !== 'idle');
  useEffect(() => onBusy(working), [onBusy, working]);
  const choosing = phase === 'idle' || phase === 'refused' || phase === 'failed';
  const begin = async () => {
    // a second try goes on in the notebook that the first one began
    if (begun) return { ok: true as const, value: {} };
    const result = await start.run({});
    if (result.ok) setBegun(true);
    return result;
  };
  return (
    <section class="panel prose" aria-labelledby="restore-file">
      <h2 id="restore-file">{t('recovery_file_title')}</h2>
      <p>{t('recovery_file_words')}</p>
      {choosing && <FileChoice onFile={(file) => void restore.check(file, 'restore')} />}
      <RestoreProgress restore={restore} before={begin} />
    </section>
  );
}
