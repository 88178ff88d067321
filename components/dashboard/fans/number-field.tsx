import { Field, type FieldProps } from '../../ui/field.tsx';

/** A whole number between two, both included; null where the words are none. */
export function wholeNumber(words: string, from: number, to: number): number | null {
  const text = words.trim().replace('−', '-');
  if (!/^[+-]?\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= from && value <= to ? value : null;
}

/** A whole number, as text until it is used: half-typed ones are no error. */
export function NumberField({
  value,
  onInput,
  ...field
}: FieldProps & { value: string; onInput: (value: string) => void }) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          class="input fan-number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={10}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
