import type { ReadingChoice } from '../../../utils/files/read-table.ts';
import { delimiters } from '../../../utils/files/table-limits.ts';
import { encodings } from '../../../utils/files/text-encoding.ts';
import { CheckField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import type { Source } from './use-source.ts';

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the file is read: what was recognised, to be changed where it is wrong. */
export function FileOptions({
  source,
  onChoose,
  onTitled,
}: {
  source: Source;
  onChoose: (change: ReadingChoice) => void;
  onTitled: (titled: boolean) => void;
}) {
  const t = useT();
  const { file, choice } = source;
  return (
    <>
      <div class="form-row">
        {file.kind === 'text' ? (
          <>
            <Select
              label={t('importing_encoding')}
              hint={t('importing_encoding_hint')}
              value={choice.encoding ?? file.encoding}
              options={encodings.map((value) => ({ value, label: t(`importing_encoding_${value}`) }))}
              onChange={(encoding) => onChoose({ encoding })}
            />
            <Select
              label={t('importing_delimiter')}
              value={choice.delimiter ?? file.delimiter}
              options={delimiters.map((value) => ({
                value,
                label: t(`importing_delimiter_${delimiterNames[value]}`),
              }))}
              onChange={(delimiter) => onChoose({ delimiter })}
            />
          </>
        ) : (
          file.sheets.length > 1 && (
            <Select
              label={t('importing_sheet')}
              value={String(choice.sheet ?? 0)}
              options={file.sheets.map((label, at) => ({ value: String(at), label }))}
              onChange={(sheet) => onChoose({ sheet: Number(sheet) })}
            />
          )
        )}
      </div>
      <CheckField label={t('importing_titled')} checked={source.titled} onChange={onTitled} />
    </>
  );
}
