import { useId } from 'preact/hooks';
import { Field } from '../ui/field.tsx';
import { useT } from './words.tsx';

/** As the background takes it. */
const longest = 100;

/** A department or a person: one of the list, or any other name. */
export function OwnerField({
  label,
  hint,
  error,
  value,
  departments,
  onInput,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  departments: readonly string[];
  onInput: (value: string) => void;
}) {
  const t = useT();
  const listId = useId();
  return (
    <div class="queue-owner">
      <Field label={label} hint={hint} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            dir="auto"
            maxLength={longest}
            value={value}
            list={listId}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {departments.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <fieldset class="queue-chips">
        <legend class="sr-only">{t('queue_departments')}</legend>
        {departments.slice(0, 12).map((name) => (
          <button
            key={name}
            type="button"
            class="queue-chip"
            aria-pressed={name === value.trim()}
            onClick={() => onInput(name)}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
      </fieldset>
    </div>
  );
}
