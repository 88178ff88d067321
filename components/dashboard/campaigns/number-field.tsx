import { Field } from '../../ui/field.tsx';

/** A whole number. An empty field is not a number: `NaN`, which whoever saves refuses. */
export function NumberField({
  label,
  error,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  error?: string | undefined;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          value={Number.isNaN(value) ? '' : value}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}
