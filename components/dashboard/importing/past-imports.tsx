import { useState } from 'preact/hooks';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { type PastImport, useImports } from '../../hooks/use-imports.ts';
import { useUndo } from '../../hooks/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';

/** Earlier imports: each can be taken back as a whole; one whose page was closed says how far it came. */
export function PastImports({
  kind = 'import',
  except,
  onTakenBack,
}: {
  kind?: 'import' | 'templates' | undefined;
  /** the one that the page itself shows */
  except: string | null;
  /** what was known before may be gone now */
  onTakenBack: () => void;
}) {
  const t = useT();
  const { query, imports } = useImports(kind);
  const shown = imports.filter(({ id }) => id !== except);
  if (query.code) return <ErrorNote code={query.code} again={query.again} />;
  if (shown.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="past-imports">
      <h2 id="past-imports">{t('importing_past')}</h2>
      <ul class="rows">
        {shown.map((batch) => (
          <PastRow key={batch.id} batch={batch} onTakenBack={onTakenBack} />
        ))}
      </ul>
    </section>
  );
}

function PastRow({ batch, onTakenBack }: { batch: PastImport; onTakenBack: () => void }) {
  const t = useT();
  const notify = useNotify();
  const undo = useUndo();
  const end = useAction('batch.end');
  const [kept, setKept] = useState(0);
  const { state, now, name, done, total, created, updated, createdAt } = batch;
  const takeBack = async () => {
    const result = await undo.run({ undo: batch.id });
    if (!result.ok) return;
    setKept(result.value.kept);
    onTakenBack();
    notify({
      text:
        result.value.kept > 0
          ? t('importing_taken_kept', { count: result.value.kept })
          : t('importing_taken'),
    });
  };
  const words = state === 'open' ? (now === 'running' ? 'running' : 'interrupted') : state;
  return (
    <li>
      <div class="row-words">
        <bdi class="strong">{name || t('importing_pasted')}</bdi>{' '}
        <span class="soft">{formatTime(t.locale, createdAt)}</span>
        <p>
          {t(`importing_past_${words}`, { done, total })}
          {state !== 'taken-back' && ` ${t('importing_past_counts', { created, updated })}`}
          {kept > 0 && ` ${t('importing_taken_kept', { count: kept })}`}
        </p>
      </div>
      {now === 'interrupted' && (
        <Button
          pending={end.pending}
          label={t('importing_keep_named', { name })}
          onClick={() => void end.run({ batchId: batch.id, state: 'stopped' })}
        >
          {t('importing_keep')}
        </Button>
      )}
      {now !== 'running' && state !== 'taken-back' && created + updated > 0 && (
        <Button
          kind="danger"
          pending={undo.pending}
          label={t('importing_take_back_named', { name })}
          onClick={() => void takeBack()}
        >
          {t('importing_take_back')}
        </Button>
      )}
      {undo.left !== null && <span class="soft">{t('importing_left', { count: undo.left })}</span>}
      {(undo.failed ?? end.failed) && <ErrorNote code={undo.failed ?? end.failed ?? 'internal'} />}
    </li>
  );
}
