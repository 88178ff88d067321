import { useRef, useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import { type HintFile, readHintFile } from '../../../utils/files/hint-file.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';

/** More rows than these are only counted. */
const faultsShown = 20;

/** Takes over hints of a file that somebody sent: all of its rows, or none and what is wrong with which. */
export function ImportHints() {
  const t = useT();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const load = useAction('hint.import');
  const [refused, setRefused] = useState<Exclude<HintFile, { ok: true }> | 'unreadable' | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    load.clear();
    const text = await file.text().catch(() => null);
    const read = text === null ? null : readHintFile(text);
    if (!read?.ok) return setRefused(read ?? 'unreadable');
    setRefused(null);
    const operation = newId();
    const result = await load.run({ hints: read.hints }, operation);
    if (result.ok) notify({ text: t('hints_imported', { ...result.value }), undo: operation });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('hints_import')}
        onChange={(event) => {
          const field = event.currentTarget;
          void take(field.files?.[0]);
          // the same file again, after it was changed, is a new choice
          field.value = '';
        }}
      />
      <Button pending={load.pending} onClick={() => input.current?.click()}>
        {t('hints_import')}
      </Button>
      {load.failed && <ErrorNote code={load.failed} />}
      {refused && (
        <div class="sitehealth-refused">
          <Note kind="bad">{t(`hints_file_${refused === 'unreadable' ? refused : refused.reason}`)}</Note>
          {refused !== 'unreadable' && refused.reason === 'rows' && (
            <ul class="bullets">
              {refused.faults.slice(0, faultsShown).map(({ row, part }) => (
                <li key={row}>{t('hints_row', { row, fault: t(`hints_fault_${part}`) })}</li>
              ))}
              {refused.faults.length > faultsShown && (
                <li>{t('hints_more', { more: refused.faults.length - faultsShown })}</li>
              )}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
