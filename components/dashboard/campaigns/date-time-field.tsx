import { Field } from '../../ui/field.tsx';

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as the browser's field for local date and time wants it. */
function toLocal(time: string | undefined): string {
  if (time === undefined) return '';
  const at = new Date(time);
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A moment in local time; stored in UTC, so that it stays the same moment when the operator travels. */
export function DateTimeField({
  label,
  error,
  value,
  onChange,
}: {
  label: string;
  error?: string | undefined;
  /** ISO, UTC */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="datetime-local"
          value={toLocal(value)}
          onInput={(event) => {
            const at = new Date(event.currentTarget.value);
            onChange(Number.isNaN(at.getTime()) ? undefined : at.toISOString());
          }}
        />
      )}
    </Field>
  );
}
