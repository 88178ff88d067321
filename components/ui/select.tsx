import { Field, type FieldProps } from './field.tsx';

export interface SelectProps<V extends string> extends FieldProps {
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  disabled?: boolean | undefined;
}

/** One of a few. The browser's own list: right on every system, by keyboard and by screen reader. */
export function Select<V extends string>({ value, options, onChange, disabled, ...field }: SelectProps<V>) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
