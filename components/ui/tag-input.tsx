import { useId, useRef, useState } from 'preact/hooks';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

export interface TagInputProps extends FieldProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** offered while typing */
  suggestions?: readonly string[] | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
}

/**
 * A list of short texts: Enter or a comma (also ， 、) adds, Backspace in the empty field takes the last one back. What was typed
 * and not yet added is added when the field is left, so that nothing typed is lost. A double, whatever its case, is not added.
 */
export function TagInput({
  values,
  onChange,
  suggestions,
  maxLength = 60,
  placeholder,
  ...field
}: TagInputProps) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  const add = (text: string) => {
    const fresh: string[] = [];
    for (const part of text.split(/[,，、\n]/)) {
      const name = part.trim().slice(0, maxLength);
      const same = (other: string) => other.toLowerCase() === name.toLowerCase();
      if (name && !values.some(same) && !fresh.some(same)) fresh.push(name);
    }
    if (fresh.length) onChange([...values, ...fresh]);
    setTyped('');
  };
  const remove = (name: string) => {
    onChange(values.filter((value) => value !== name));
    input.current?.focus();
  };

  return (
    <Field {...field}>
      {(wiring) => (
        <div class="tag-input">
          {values.map((name) => (
            <span key={name} class="tag">
              <bdi>{name}</bdi>
              <button
                type="button"
                class="tag-remove"
                aria-label={t('remove_named', { name })}
                onClick={() => remove(name)}
              >
                <Icon name="close" />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            ref={input}
            dir="auto"
            value={typed}
            placeholder={placeholder}
            list={suggestions?.length ? listId : undefined}
            onInput={(event) => {
              const text = event.currentTarget.value;
              const composing = 'isComposing' in event && event.isComposing === true;
              if (!composing && /[,，、]/.test(text)) add(text);
              else setTyped(text);
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter' && typed.trim()) {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && !typed && values.length) {
                onChange(values.slice(0, -1));
              }
            }}
            onBlur={() => typed.trim() && add(typed)}
          />
          {suggestions && suggestions.length > 0 && (
            <datalist id={listId}>
              {suggestions.slice(0, 200).map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </Field>
  );
}
