import { Icon } from './icon.tsx';
import { Select } from './select.tsx';
import { useWords } from './words.ts';

/** Countries chosen one after the other from a list, shown by their names in the language of the screen. */
export function CodePicker({
  label,
  choose,
  codes,
  values,
  onChange,
}: {
  label: string;
  /** the words of the empty choice */
  choose: string;
  /** ISO 3166 alpha-2 */
  codes: readonly string[];
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const t = useWords();
  const names = new Intl.DisplayNames(t.locale, { type: 'region', fallback: 'code' });
  const nameOf = (code: string) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // a value that is no code at all, from an older entry or another program, is shown as it is
      return code;
    }
  };
  const left = codes
    .filter((code) => !values.includes(code))
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  return (
    <div class="code-picker">
      <Select
        label={label}
        value=""
        options={[{ value: '', label: choose }, ...left]}
        onChange={(code) => code && onChange([...values, code])}
      />
      {values.length > 0 && (
        <ul class="tags">
          {values.map((code) => (
            <li key={code} class="tag">
              {nameOf(code)}
              <button
                type="button"
                class="tag-remove"
                aria-label={t('remove_named', { name: nameOf(code) })}
                onClick={() => onChange(values.filter((other) => other !== code))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
