import { columnKeys, columnTitles } from '../../../utils/files/creator-columns.ts';
import { tableLimits } from '../../../utils/files/table-limits.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { FileDrop } from './file-drop.tsx';

/** Columns of an export that an import takes back. */
const offered = columnKeys.filter(
  (key) => !['rounded', 'accounts', 'otherContacts', 'bio', 'added', 'seen'].includes(key),
);

/** Where a table comes from: a file that is chosen or dropped, or cells that were copied. */
export function ChooseFile({
  onFile,
  onText,
}: {
  onFile: (file: File) => void;
  onText: (text: string) => void;
}) {
  const t = useT();
  const { saveFile } = useSurroundings();
  const saveTemplate = () => {
    const titles = columnTitles[t.language];
    const table = { titles: offered.map((key) => titles[key]), widths: [], rows: [] };
    saveFile(t('importing_template_name'), writeCsv(table));
  };
  return (
    <div class="importing-choose">
      <FileDrop choose={t('importing_choose')} onFile={onFile}>
        <p class="strong">{t('importing_drop')}</p>
        <p class="soft">
          {t('importing_kinds', { size: tableLimits.file / 1_000_000, rows: tableLimits.rows })}
        </p>
      </FileDrop>
      <Field label={t('importing_paste')} hint={t('importing_paste_hint')}>
        {(wiring) => (
          <textarea
            {...wiring}
            class="input"
            rows={2}
            value=""
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              if (!text.trim()) return;
              event.preventDefault();
              onText(text);
            }}
          />
        )}
      </Field>
      <div class="form-end">
        <Button kind="quiet" onClick={saveTemplate}>
          {t('importing_template')}
        </Button>
        <span class="soft">{t('importing_template_hint')}</span>
      </div>
    </div>
  );
}
