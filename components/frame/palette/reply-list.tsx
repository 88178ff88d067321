import type { RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Template } from '../../../utils/domain/template.ts';
import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import { useWords } from '../../ui/words.ts';
import { campaignName, campaignOf } from './campaign-replies.ts';

/** The search field with the replies below it: arrows choose, Enter and the number keys use. */
export function ReplyList({
  searchRef,
  rows,
  total,
  keys,
  current,
  query,
  onQuery,
  onSelect,
  onUse,
}: {
  searchRef: RefObject<HTMLInputElement | null>;
  rows: readonly Template[];
  total: number;
  /** how many of the first rows have a number key, while nothing is searched */
  keys: number;
  current: Template | undefined;
  query: string;
  onQuery: (query: string) => void;
  onSelect: (template: Template) => void;
  onUse: (template: Template | undefined) => void;
}) {
  const t = useWords<PaletteKey>();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = current ? rows.indexOf(current) : -1;
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const pressed = (event: KeyboardEvent) => {
    // Enter and digits choose a candidate while an input method is at work
    if (event.isComposing) return;
    const last = rows.length - 1;
    const goal = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + 5, last),
      PageUp: Math.max(at - 5, 0),
    }[event.key];
    const row = goal === undefined ? undefined : rows[goal];
    if (row) {
      event.preventDefault();
      onSelect(row);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // held down, it would use the next thing as well
      if (!event.repeat) onUse(current);
    } else if (
      /^[1-9]$/.test(event.key) &&
      Number(event.key) <= keys &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      event.preventDefault();
      if (!event.repeat) onUse(rows[Number(event.key) - 1]);
    }
  };

  return (
    <>
      <input
        ref={searchRef}
        class="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${at}` : undefined}
        aria-label={t('palette_search')}
        placeholder={t('palette_search_hint')}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <div ref={list} id={`${id}-list`} class="reply-list" role="listbox" aria-label={t('palette_title')}>
        {rows.map((template, place) => {
          const campaign = campaignOf(template);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
            <div
              key={template.id}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onClick={() => onSelect(template)}
              onDblClick={() => onUse(template)}
            >
              {place < keys && (
                <span class="key" aria-hidden="true">
                  {place + 1}
                </span>
              )}
              <bdi class="reply-title">{template.title}</bdi>
              {template.shortcut !== undefined && <bdi class="soft shortcut">;{template.shortcut}</bdi>}
              {campaign && <bdi class="soft shortcut">{campaignName(campaign)}</bdi>}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && <p class="soft">{t('palette_nothing', { query })}</p>}
      {total > rows.length && <p class="soft">{t('palette_more', { count: total - rows.length })}</p>}
    </>
  );
}
