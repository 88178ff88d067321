import { useMemo, useState } from 'preact/hooks';
import { foldText } from '../../../utils/domain/creator-search.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { TextField } from '../../ui/field.tsx';
import { useT } from '../words.ts';
import { Menu } from './menu.tsx';

export interface Choice<V extends string> {
  value: V;
  label: string;
}

/** From so many choices on there is a field to look for one. */
const many = 10;

/** Some of many, each with how many rows it would show; chosen ones are named on the button. */
export function ChoiceMenu<V extends string>({
  label,
  choices,
  chosen,
  counts,
  onChange,
}: {
  label: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  /** asked for only while the menu is open */
  counts: () => ReadonlyMap<string, number>;
  onChange: (chosen: V[]) => void;
}) {
  const t = useT();
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  const first = names[0];
  const words =
    first === undefined
      ? label
      : names.length === 1
        ? `${label}: ${first}`
        : t('creators_filter_more', { label, first, more: names.length - 1 });
  return (
    <Menu label={<bdi>{words}</bdi>} on={chosen.length > 0}>
      {() => <Choices {...{ label, choices, chosen, counts, onChange }} />}
    </Menu>
  );
}

function Choices<V extends string>({
  label,
  choices,
  chosen,
  counts,
  onChange,
}: {
  label: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  counts: () => ReadonlyMap<string, number>;
  onChange: (chosen: V[]) => void;
}) {
  const t = useT();
  const [looked, setLooked] = useState('');
  const shown = useMemo(counts, [counts]);
  const word = foldText(looked.trim());
  const listed = choices.filter((choice) => foldText(choice.label).includes(word));
  return (
    <fieldset class="creators-choices">
      <legend class="sr-only">{label}</legend>
      {choices.length > many && (
        <TextField
          label={t('creators_find_choice')}
          hideLabel
          placeholder={t('creators_find_choice')}
          value={looked}
          onInput={setLooked}
        />
      )}
      {listed.slice(0, 200).map(({ value, label: words }) => (
        <label key={value} class="check creators-choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
              )
            }
          />
          <bdi>{words}</bdi>
          <span class="creators-count">{formatNumber(t.locale, shown.get(value) ?? 0)}</span>
        </label>
      ))}
      {listed.length === 0 && <p class="soft">{t('creators_no_choice')}</p>}
      {chosen.length > 0 && (
        <button type="button" class="button quiet" onClick={() => onChange([])}>
          {t('creators_clear_choice')}
        </button>
      )}
    </fieldset>
  );
}
