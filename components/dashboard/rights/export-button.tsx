import { useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import { allRights, type RightsFilter } from '../../hooks/use-rights.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from './words.tsx';

/** The whole list of a filter as a file. */
export function ExportButton({ filter }: { filter: RightsFilter }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const [phase, setPhase] = useState<'idle' | 'pending' | 'failed'>('idle');
  const save = async () => {
    setPhase('pending');
    try {
      const [{ rightsCsv }, rows] = await Promise.all([import('./rights-csv.ts'), allRights(filter)]);
      const name = `deckhand-rights-${localDay()}.csv`;
      saveFile(name, rightsCsv(rows, t));
      notify({ text: t('rights_exported', { count: rows.length, name }) });
      setPhase('idle');
    } catch {
      // no answer, no memory, or the browser refused: the note says that nothing came out
      setPhase('failed');
    }
  };
  return (
    <>
      <Button pending={phase === 'pending'} onClick={() => void save()}>
        {t('rights_export')}
      </Button>
      {phase === 'failed' && <Note kind="bad">{t('rights_export_failed')}</Note>}
    </>
  );
}
