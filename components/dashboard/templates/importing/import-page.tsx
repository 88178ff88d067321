import '../../importing/importing.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MergePreview } from '../../../../utils/templates/merge-preview.ts';
import { useTemplateImport } from '../../../hooks/use-import.ts';
import { useTemplates } from '../../../hooks/use-templates.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState, ErrorNote, Note } from '../../../ui/note.tsx';
import { Skeleton, Spinner } from '../../../ui/spinner.tsx';
import { FileOptions } from '../../importing/file-options.tsx';
import { PastImports } from '../../importing/past-imports.tsx';
import { RunPanel } from '../../importing/run-panel.tsx';
import { listAddress } from '../use-list-state.ts';
import { useT } from '../words.tsx';
import { inRegion, workingLanguage } from '../working-language.ts';
import { ChooseSource } from './choose-source.tsx';
import { ColumnTable } from './column-table.tsx';
import type { ImportKind } from './import-readers.ts';
import { MergeTable } from './merge-table.tsx';
import { ReadProblems } from './read-problems.tsx';
import { loadReaders, useImportSource } from './use-import-source.ts';

/** Replies from a list, a table or another program: what they are, what would change, and what comes of it. */
export function ImportPage() {
  const t = useT();
  const list = useTemplates();
  const first = list.brand?.languages[0];
  const fallback = first ? inRegion(first) : workingLanguage(t.language);
  const { state, openFile, openText, choose, edit, clear } = useImportSource(fallback);
  const [kind, setKind] = useState<ImportKind>('auto');
  const run = useTemplateImport();
  const running = run.phase !== 'idle';
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const read = state.phase === 'read' ? state.read : null;

  useEffect(() => {
    // what was checked is being put in: that changes the list, and nothing is to be checked again
    if (running) return;
    let wanted = true;
    setPreview(null);
    if (read && list.state === 'ready')
      void loadReaders().then((readers) => {
        if (wanted) setPreview(readers.preview(list.templates, read.templates));
      });
    return () => {
      wanted = false;
    };
  }, [read, list.templates, list.state, running]);
  const shown = running ? 'run' : state.phase === 'read' ? 'check' : 'choose';
  useEffect(() => {
    if (shown !== 'choose') heading.current?.focus();
  }, [shown]);

  const wanted = preview ? preview.counts.new + preview.counts.changed : 0;
  const take = async () => {
    if (!preview) return;
    const { toSend } = await loadReaders();
    const name = state.phase === 'read' ? state.name : '';
    run.start(name || t('templates_pasted'), toSend(preview));
  };
  const again = () => {
    run.reset();
    clear();
  };
  const options = useMemo(() => {
    if (state.phase !== 'read' || !state.table || state.kind === 'briskine') return null;
    const { table, name } = state;
    return {
      name,
      file: table.file,
      choice: table.choice,
      titled: table.titled,
      rows: table.rows,
      columns: [],
    };
  }, [state]);

  return (
    <div class="importing templates-one">
      <p>
        <a href={listAddress()}>{t('templates_back')}</a>
      </p>
      <h1>{t('templates_import_title')}</h1>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {shown === 'choose' && (
        <section class="panel" aria-label={t('templates_import_source')}>
          {state.phase === 'reading' && (
            <p role="status">
              <Spinner /> {t('importing_reading', { name: state.name || t('templates_pasted') })}
            </p>
          )}
          {state.phase === 'refused' && (
            <Note kind="bad">
              <p>
                <bdi class="strong">{state.name || t('templates_pasted')}</bdi>
              </p>
              <p>{t(`importing_fault_${state.fault}`, { line: state.line ?? '' })}</p>
            </Note>
          )}
          <ChooseSource
            kind={kind}
            onKind={setKind}
            onFile={(file) => void openFile(file, kind)}
            onText={(text) => void openText(text, kind)}
          />
        </section>
      )}
      {state.phase === 'read' && shown === 'check' && (
        <section class="panel" aria-labelledby="templates-import-check">
          <div class="panel-head">
            <h2 id="templates-import-check" ref={heading} tabIndex={-1}>
              {t('templates_import_check')}
            </h2>
            <bdi class="soft">{state.name || t('templates_pasted')}</bdi>
          </div>
          <Button onClick={clear}>{t('templates_import_other')}</Button>
          {options && (
            <FileOptions
              source={options}
              onChoose={(change) => choose(state, change)}
              onTitled={(titled) => void edit(state, { titled })}
            />
          )}
          {state.table && state.kind !== 'briskine' && (
            <ColumnTable table={state.table} onChange={(columns) => void edit(state, { columns })} />
          )}
          <ReadProblems problems={state.read.problems} />
          {!preview && list.state !== 'failed' && <Skeleton lines={4} label={t('loading')} />}
          {preview && preview.rows.length === 0 && <EmptyState title={t('templates_import_nothing')} />}
          {preview && preview.rows.length > 0 && <MergeTable preview={preview} />}
          {preview && (
            <div class="form-end">
              <Button kind="primary" disabled={wanted === 0} onClick={() => void take()}>
                {t('templates_import_take', { count: wanted })}
              </Button>
              <span class="soft">{t(wanted ? 'templates_import_undo' : 'templates_import_no_change')}</span>
            </div>
          )}
        </section>
      )}
      {running && (
        <section class="panel" aria-labelledby="templates-import-run">
          <h2 id="templates-import-run" ref={heading} tabIndex={-1}>
            {t('templates_import_run')}
          </h2>
          <RunPanel
            run={run}
            words={{
              finished: t('templates_import_finished'),
              another: t('templates_import_another'),
              list: { href: '#/templates?sort=changed', label: t('templates_import_to_list') },
            }}
            firstLine={1}
            onAgain={again}
          />
        </section>
      )}
      <PastImports kind="templates" except={run.batchId} onTakenBack={list.again} />
    </div>
  );
}
