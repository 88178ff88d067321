import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { FileDrop } from '../../importing/file-drop.tsx';
import { useT } from '../words.tsx';
import type { ImportKind } from './import-readers.ts';

const kinds: readonly ImportKind[] = ['auto', 'briskine', 'espanso', 'braces'];

/** A file that is chosen or dropped, or a list that is pasted; other programs' files under More. */
export function ChooseSource({
  kind,
  onKind,
  onFile,
  onText,
}: {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onFile: (file: File) => void;
  onText: (text: string) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  return (
    <div class="importing-choose">
      <FileDrop
        choose={t('templates_import_choose')}
        accept=".csv,.tsv,.txt,.xlsx,.json,.yml,.yaml"
        onFile={onFile}
      >
        <p class="strong">{t('templates_import_drop')}</p>
        <p class="soft">
          {t(kind === 'auto' ? 'templates_import_kinds' : `templates_import_kind_${kind}_hint`)}
        </p>
      </FileDrop>
      <TextField
        label={t('templates_import_paste')}
        hint={t('templates_import_paste_hint')}
        rows={5}
        value={typed}
        onInput={setTyped}
      />
      <div class="form-end">
        <Button disabled={!typed.trim()} onClick={() => onText(typed)}>
          {t('templates_import_read')}
        </Button>
      </div>
      <details class="more">
        <summary>{t('templates_import_more')}</summary>
        <div class="narrow">
          <Select
            label={t('templates_import_kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`templates_import_kind_${value}`) }))}
            onChange={onKind}
          />
        </div>
      </details>
    </div>
  );
}
