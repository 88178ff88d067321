import type { ChecklistRow } from '../../utils/domain/routine.ts';
import { type ChosenItem, dayParts } from '../../utils/domain/vocabulary.ts';
import { formatWeekday } from '../../utils/i18n/format.ts';
import { IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { useT } from './words.ts';

/** One line of the routine while it is being edited. */
export interface DraftItem {
  key: string;
  /** absent: a new item */
  id?: string;
  /** of an item that Deckhand knows */
  known?: ChecklistRow['key'];
  /** of such an item that is new to this routine */
  chosen?: ChosenItem;
  /** the words when the editor was opened */
  shown: string;
  text: string;
  /** the stored text; absent where the default routine's words are used */
  kept?: string | undefined;
  part: ChecklistRow['part'];
  weekdays: number[];
}

const week = [1, 2, 3, 4, 5, 6, 7];

export function RoutineItem({
  item,
  checked,
  first,
  last,
  onChange,
  onStep,
  onRemove,
}: {
  item: DraftItem;
  /** saving was tried: what is missing is said */
  checked: boolean;
  first: boolean;
  last: boolean;
  onChange: (next: Partial<DraftItem>) => void;
  onStep: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const name = item.text.trim() || t('routine_new');
  const toggle = (day: number) =>
    onChange({
      weekdays: item.weekdays.includes(day)
        ? item.weekdays.filter((other) => other !== day)
        : [...item.weekdays, day],
    });
  return (
    <li class="routine-item form-stack">
      <TextField
        label={t('routine_text')}
        hideLabel
        value={item.text}
        maxLength={200}
        placeholder={item.id ? undefined : t('routine_new_hint')}
        error={checked && !item.text.trim() ? t('routine_needs_text') : undefined}
        onInput={(text) => onChange({ text })}
      />
      {checked && item.weekdays.length === 0 && (
        <p class="field-error" role="alert">
          {t('routine_needs_day')}
        </p>
      )}
      <div class="form-end">
        <fieldset class="weekdays">
          <legend class="sr-only">{t('routine_days', { name })}</legend>
          {week.map((day) => (
            <label key={day} class="weekday">
              <input
                type="checkbox"
                class="sr-only"
                aria-label={formatWeekday(t.locale, day, 'long')}
                checked={item.weekdays.includes(day)}
                onChange={() => toggle(day)}
              />
              <span aria-hidden="true">{formatWeekday(t.locale, day, 'narrow')}</span>
            </label>
          ))}
        </fieldset>
        <Select
          label={t('routine_part')}
          hideLabel
          value={item.part}
          options={dayParts.map((value) => ({ value, label: t(`part_${value}`) }))}
          onChange={(part) => onChange({ part })}
        />
        <IconButton icon="up" label={t('move_up')} disabled={first} onClick={() => onStep(-1)} />
        <IconButton icon="down" label={t('move_down')} disabled={last} onClick={() => onStep(1)} />
        <IconButton icon="remove" label={t('remove_named', { name })} onClick={onRemove} />
      </div>
    </li>
  );
}
