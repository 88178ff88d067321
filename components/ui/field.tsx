import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  /** keeps the label for screen readers only, where the place makes it plain to the eye */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint and error below, all tied to the input that `children` draws. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  children,
}: FieldProps & { children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'sr-only' : 'field-label'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': below ? `${id}-below` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {below && (
        <p id={`${id}-below`} class={error ? 'field-error' : 'field-hint'}>
          {below}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  /** Enter in a field of one line */
  onEnter?: (() => void) | undefined;
  type?: 'text' | 'url' | 'date';
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  /** more than one line: how many */
  rows?: number | undefined;
  disabled?: boolean | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A text of one line, of several (`rows`), an address or a calendar day (`YYYY-MM-DD`, empty for none). */
export function TextField({
  value,
  onInput,
  onEnter,
  type = 'text',
  placeholder,
  maxLength,
  rows,
  disabled,
  inputRef,
  ...field
}: TextFieldProps) {
  const same = { class: 'input', value, placeholder, disabled, dir: 'auto' as const };
  return (
    <Field {...field}>
      {(wiring) =>
        rows ? (
          <textarea
            {...wiring}
            {...same}
            rows={rows}
            maxLength={maxLength}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <input
            {...wiring}
            {...same}
            {...({ type } as { type: 'text' })}
            maxLength={maxLength}
            ref={inputRef}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={(event) => {
              // an input method uses Enter to take a candidate: that is not the end of the entry
              if (event.key !== 'Enter' || event.isComposing || !onEnter) return;
              event.preventDefault();
              onEnter();
            }}
          />
        )
      }
    </Field>
  );
}

/** A tick box with its words on the right. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
  disabled,
}: {
  label: ComponentChildren;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
}) {
  const id = useId();
  return (
    <div class="check-field">
      <label class="check">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={id} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
