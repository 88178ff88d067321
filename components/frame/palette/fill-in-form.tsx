import { useId } from 'preact/hooks';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import type { FillInField } from '../../../utils/templates/variables-of.ts';
import { Field } from '../../ui/field.tsx';

/** What a reply asks before it can be inserted. The Tab key leads through; Enter inserts. */
export function FillInForm({
  fields,
  values,
  remembered,
  onValues,
  onEnter,
}: {
  fields: readonly FillInField[];
  values: Readonly<Record<string, string>>;
  /** offered, and not written in: the last order number was another customer's */
  remembered: readonly { name: string; values: readonly string[] }[];
  onValues: (values: Record<string, string>) => void;
  onEnter: () => void;
}) {
  const id = useId();
  if (fields.length === 0) return null;
  return (
    <div class="fill-in">
      {fields.map(({ name, label, options, fallback }) => {
        const set = (value: string) => onValues({ ...values, [name]: value });
        const known = remembered.find((one) => one.name === name)?.values ?? [];
        return (
          <div key={name} data-field={name}>
            <Field label={label}>
              {(wiring) =>
                options ? (
                  <select
                    {...wiring}
                    class="input"
                    value={values[name] ?? ''}
                    onChange={(event) => set(event.currentTarget.value)}
                  >
                    <option value="">{fallback ?? ''}</option>
                    {options.map((option) => (
                      <option key={option} value={option}>
                        {option}
                      </option>
                    ))}
                  </select>
                ) : (
                  <>
                    <input
                      {...wiring}
                      class="input"
                      type="text"
                      dir="auto"
                      autocomplete="off"
                      list={known.length > 0 ? `${id}-${name}` : undefined}
                      placeholder={fallback}
                      maxLength={templateLimits.answer}
                      value={values[name] ?? ''}
                      onInput={(event) => set(event.currentTarget.value)}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
                        event.preventDefault();
                        onEnter();
                      }}
                    />
                    {known.length > 0 && (
                      <datalist id={`${id}-${name}`}>
                        {known.map((value) => (
                          <option key={value} value={value} />
                        ))}
                      </datalist>
                    )}
                  </>
                )
              }
            </Field>
          </div>
        );
      })}
    </div>
  );
}
