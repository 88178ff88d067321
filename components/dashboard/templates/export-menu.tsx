import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { Menu } from '../creators/menu.tsx';
import { useSurroundings } from '../surroundings.ts';
import type { TemplateRow } from './list-rows.ts';
import { useT } from './words.tsx';

const makers = () => import('./make-files.ts');

/** The shown templates as a file: to share, for a spreadsheet, or as a page for a stand-in. */
export function ExportMenu({ rows }: { rows: readonly TemplateRow[] }) {
  const t = useT();
  return (
    <Menu label={t('templates_export')} disabled={rows.length === 0}>
      {(close) => <Actions rows={rows} close={close} />}
    </Menu>
  );
}

function Actions({ rows, close }: { rows: readonly TemplateRow[]; close: () => void }) {
  const t = useT();
  const notify = useNotify();
  const { saveFile } = useSurroundings();
  const [failed, setFailed] = useState(false);
  useEffect(() => void makers(), []);
  const save = (ending: 'json' | 'csv') => async () => {
    setFailed(false);
    try {
      const made = await makers();
      const templates = rows.map(({ template }) => template);
      const name = `deckhand-replies-${localDay()}.${ending}`;
      saveFile(name, ending === 'json' ? made.shareFile(templates) : made.csvFile(templates));
      notify({ text: t('templates_exported', { count: rows.length, name }) });
      close();
    } catch {
      // no memory, or the browser refused: the note says that nothing came out
      setFailed(true);
    }
  };
  return (
    <div class="creators-actions">
      <p class="soft">{t('templates_export_shown', { count: rows.length })}</p>
      <Button kind="quiet" onClick={() => void save('json')()}>
        {t('templates_export_share')}
      </Button>
      <Button kind="quiet" onClick={() => void save('csv')()}>
        {t('templates_export_csv')}
      </Button>
      <a class="button quiet" href="#/templates/handover">
        {t('templates_handover')}
      </a>
      {failed && <Note kind="bad">{t('templates_export_failed')}</Note>}
    </div>
  );
}
