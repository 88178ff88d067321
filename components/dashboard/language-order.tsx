import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { languageCodes } from './codes.ts';
import { useT } from './words.ts';

/** `list` with the item at `from` in the place `to`. */
function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Languages of a brand in the order in which a reply falls back to them; put in order with the buttons or by dragging. */
export function LanguageOrder({
  values,
  onChange,
}: {
  /** BCP 47 */
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  // whose button was pressed: a moved row takes the focus along, and at an end the button that is left gets it
  const [pressed, setPressed] = useState<{ code: string; by: -1 | 1 } | null>(null);
  useEffect(() => {
    if (!pressed) return;
    const row = [...(list.current?.children ?? [])].find(
      (each) => each.getAttribute('data-code') === pressed.code,
    );
    const [up, down] = row?.querySelectorAll<HTMLButtonElement>('button') ?? [];
    const [same, other] = pressed.by < 0 ? [up, down] : [down, up];
    (same?.disabled ? other : same)?.focus();
    setPressed(null);
  }, [pressed]);

  const names = new Intl.DisplayNames(t.locale, { type: 'language', fallback: 'code' });
  const nameOf = (code: string) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // a value that is no code at all, from an older entry or another program, is shown as it is
      return code;
    }
  };
  const left = languageCodes
    .filter((code) => !values.includes(code))
    .map((value) => ({ value: value as string, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  const step = (at: number, code: string, by: -1 | 1) => {
    onChange(moved(values, at, at + by));
    setPressed({ code, by });
  };
  const end = () => {
    dragged.current = null;
    setOver(null);
  };
  return (
    <div class="language-order">
      <Select
        label={t('brand_languages')}
        hint={t('brand_languages_order')}
        value=""
        options={[{ value: '', label: t('choose') }, ...left]}
        onChange={(code) => code && onChange([...values, code])}
      />
      {values.length > 0 && (
        <ol ref={list} class="rows" aria-label={t('brand_languages')}>
          {values.map((code, at) => (
            <li
              key={code}
              data-code={code}
              class={at === over && at !== dragged.current ? 'over' : undefined}
              draggable={values.length > 1}
              onDragStart={(event) => {
                // Firefox starts no drag without data
                event.dataTransfer?.setData('text/plain', '');
                dragged.current = at;
              }}
              onDragOver={(event) => {
                if (dragged.current === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDragEnd={end}
              onDrop={(event) => {
                event.preventDefault();
                const from = dragged.current;
                if (from !== null && from !== at) onChange(moved(values, from, at));
                end();
              }}
            >
              <span class="row-words">{nameOf(code)}</span>
              {values.length > 1 && (
                <>
                  <IconButton
                    icon="up"
                    label={t('brand_language_earlier', { name: nameOf(code) })}
                    disabled={at === 0}
                    onClick={() => step(at, code, -1)}
                  />
                  <IconButton
                    icon="down"
                    label={t('brand_language_later', { name: nameOf(code) })}
                    disabled={at === values.length - 1}
                    onClick={() => step(at, code, 1)}
                  />
                </>
              )}
              <IconButton
                icon="close"
                label={t('remove_named', { name: nameOf(code) })}
                onClick={() => onChange(values.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
