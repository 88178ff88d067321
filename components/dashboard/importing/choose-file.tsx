import { useRef, useState } from 'preact/hooks';
import { columnKeys, columnTitles } from '../../../utils/files/creator-columns.ts';
import { tableLimits } from '../../../utils/files/table-limits.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';

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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const saveTemplate = () => {
    const titles = columnTitles[t.language];
    const table = { titles: offered.map((key) => titles[key]), widths: [], rows: [] };
    saveFile(t('importing_template_name'), writeCsv(table));
  };
  return (
    <div class="importing-choose">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button in it does the same */}
      <div
        class={over ? 'importing-drop over' : 'importing-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          if (file) onFile(file);
        }}
      >
        <p class="strong">{t('importing_drop')}</p>
        <p class="soft">
          {t('importing_kinds', { size: tableLimits.file / 1_000_000, rows: tableLimits.rows })}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('importing_choose')}
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (file) onFile(file);
            // the same file again, after it was changed, is a new choice
            field.value = '';
          }}
        />
        <Button kind="primary" onClick={() => input.current?.click()}>
          {t('importing_choose')}
        </Button>
      </div>
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
