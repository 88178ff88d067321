import './importing.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useImport } from '../../hooks/use-import.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { ChooseFile } from './choose-file.tsx';
import { ColumnTable } from './column-table.tsx';
import { type Decisions, importRowsOf } from './decisions.ts';
import { FileOptions } from './file-options.tsx';
import { PastImports } from './past-imports.tsx';
import { Preview } from './preview.tsx';
import { RunPanel } from './run-panel.tsx';
import { usePreview } from './use-preview.ts';
import { dataRows, useSource } from './use-source.ts';

const undecided: Decisions = { forKnown: 'fill', byLine: new Map() };

/** A table comes in: file, columns, preview, import, each a panel below the one before. */
export function ImportingPage() {
  const t = useT();
  const { identify } = useSurroundings();
  const { state, openFile, openText, choose, edit, clear } = useSource();
  const preview = usePreview(identify);
  const run = useImport();
  const [decisions, setDecisions] = useState(undecided);

  const source = state.phase === 'read' ? state.source : null;
  const rows = useMemo(
    () => (source ? dataRows(source).filter((row) => row.length > 0).length : 0),
    [source],
  );
  const firstLine = source?.titled ? 2 : 1;
  const isEmptyChoice = source?.columns.every(({ field }) => field === 'ignore');
  const checked = preview.state.phase === 'checked' ? preview.state : null;
  const running = run.phase !== 'idle';
  /** what was checked no longer holds once the reading changes */
  const change =
    <A extends unknown[]>(work: (...input: A) => unknown) =>
    (...input: A) => {
      preview.clear();
      setDecisions(undecided);
      work(...input);
    };
  const again = () => {
    run.reset();
    preview.clear();
    setDecisions(undecided);
    clear();
  };

  return (
    <div class="importing">
      <h1>{t('importing_title')}</h1>
      {!running && (
        <Step title={t('importing_step_file')} first>
          {source ? (
            <>
              <p>
                <bdi class="strong">{source.name || t('importing_pasted')}</bdi>{' '}
                <span class="soft">{t('importing_rows', { count: rows })}</span>
              </p>
              <FileOptions
                source={source}
                onChoose={change((reading) => void choose(source, reading))}
                onTitled={change((titled) => edit({ titled }))}
              />
              <Button onClick={again}>{t('importing_other_file')}</Button>
            </>
          ) : (
            <>
              {state.phase === 'reading' && (
                <Progress
                  label={t('importing_reading', { name: state.name || t('importing_pasted') })}
                  share={state.share}
                  onCancel={clear}
                />
              )}
              {state.phase === 'refused' && (
                <Note kind="bad">
                  <p>
                    <bdi class="strong">{state.name || t('importing_pasted')}</bdi>
                  </p>
                  <p>{t(`importing_fault_${state.fault}`, { line: state.line ?? '' })}</p>
                </Note>
              )}
              <ChooseFile onFile={(file) => void openFile(file)} onText={(text) => void openText('', text)} />
            </>
          )}
        </Step>
      )}
      {source && !running && (
        <Step title={t('importing_step_columns')}>
          <p class="soft">{t('importing_columns_words')}</p>
          <ColumnTable source={source} onChange={change((columns) => edit({ columns }))} />
          {preview.state.phase === 'failed' && <ErrorNote code={preview.state.code} />}
          {!checked && (
            <div class="form-end">
              <Button
                kind="primary"
                pending={preview.state.phase === 'checking'}
                disabled={rows === 0 || isEmptyChoice}
                onClick={() => void preview.check(source)}
              >
                {t('importing_check', { count: rows })}
              </Button>
              {isEmptyChoice && <span class="soft">{t('importing_no_columns')}</span>}
              {preview.state.phase === 'checking' && (
                <Progress
                  label={t('importing_checking')}
                  share={preview.state.done / Math.max(1, preview.state.total)}
                  onCancel={preview.clear}
                />
              )}
            </div>
          )}
        </Step>
      )}
      {source && checked && !running && (
        <Step title={t('importing_step_preview')}>
          <Preview
            rows={checked.rows}
            merged={checked.merged}
            firstLine={firstLine}
            decisions={decisions}
            onDecide={setDecisions}
            onImport={() => run.start(source.name, importRowsOf(checked.rows, decisions))}
          />
        </Step>
      )}
      {running && (
        <Step title={t('importing_step_run')}>
          <RunPanel
            run={run}
            words={{
              finished: t('importing_finished'),
              another: t('importing_another'),
              list: { href: '#/creators', label: t('importing_to_list') },
            }}
            firstLine={firstLine}
            onAgain={again}
          />
        </Step>
      )}
      <PastImports except={run.batchId} onTakenBack={preview.clear} />
    </div>
  );
}

/** A panel that gets the focus when it comes, so that keyboard and screen reader go along. */
function Step({ title, first, children }: { title: string; first?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
  }, [first]);
  return (
    <section class="panel" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Progress({ label, share, onCancel }: { label: string; share: number; onCancel: () => void }) {
  const t = useT();
  return (
    <div class="importing-progress">
      <span role="status">{label}</span>
      <progress max={1} value={share} aria-label={label} />
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}
