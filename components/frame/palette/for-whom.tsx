import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import type { PalettePerson } from '../../../utils/domain/palette-sight.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import { usePaletteSurface } from '../../hooks/palette-surface.ts';
import { useAsk } from '../../hooks/use-ask.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useWords } from '../../ui/words.ts';
import { useSettled } from './use-settled.ts';

/**
 * Asks whom a message is for, so that it has its variables and its contact is noted: who is due, to whom something was written lately, anybody of
 * the creator list, or nobody in particular.
 * @param suggested whose profile this is
 */
export function ForWhom({
  searchRef,
  suggested,
}: {
  searchRef: RefObject<HTMLInputElement | null>;
  suggested: PalettePerson | null;
}) {
  const t = useWords<PaletteKey>();
  const id = useId();
  const { tab } = usePaletteSurface();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const asked = useSettled(query, 120);
  const found = useQuery('palette.people', { query: asked, ...tab }, ['creators']);
  const choose = useAsk('palette.for-whom');

  const people = found.value?.people ?? [];
  const first = suggested && query === '' ? [suggested] : [];
  const others = people.filter(({ creatorId }) => creatorId !== suggested?.creatorId || query !== '');
  // null stands for nobody in particular, always the last row
  const rows: (PalettePerson | null)[] = [...first, ...others, null];
  const current = Math.min(at, rows.length - 1);
  const take = (row: PalettePerson | null | undefined) => {
    if (row === undefined || row?.doNotContact) return;
    void choose.run({ creatorId: row?.creatorId ?? null, ...tab });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt((current + move + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(rows[current]);
    }
  };

  return (
    <>
      <label for={`${id}-search`} class="field-label">
        {t('palette_for_whom')}
      </label>
      <input
        id={`${id}-search`}
        ref={searchRef}
        class="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${current}`}
        placeholder={t('palette_people_search')}
        autocomplete="off"
        maxLength={200}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      {found.code && <ErrorNote code={found.code} again={found.again} />}
      {choose.failed && <ErrorNote code={choose.failed} />}
      {found.state === 'loading' && people.length === 0 && query === '' ? (
        <Skeleton lines={4} label={t('loading')} />
      ) : (
        <div id={`${id}-list`} class="reply-list" role="listbox" aria-label={t('palette_for_whom')}>
          {rows.map((row, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
            <div
              key={row?.creatorId ?? 'nobody'}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === current}
              aria-disabled={row?.doNotContact || undefined}
              onClick={() => take(row)}
            >
              {row ? <PersonRow person={row} /> : <span class="soft">{t('palette_nobody')}</span>}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function PersonRow({ person }: { person: PalettePerson }) {
  const t = useWords<PaletteKey>();
  const { displayName, handle, platform, nextAction, lastContact, doNotContact } = person;
  const due = nextAction && nextAction.due <= localDay() ? nextAction : undefined;
  return (
    <>
      <bdi class="reply-title">{displayName}</bdi>
      <span class="soft">
        {handle !== undefined && <bdi>{handle}</bdi>}
        {platform !== undefined && ` · ${t(`platform_${platform}`)}`}
        {doNotContact && ` · ${t('do_not_contact')}`}
        {due && ` · ${t('palette_due', { text: due.text })}`}
        {!due &&
          lastContact &&
          ` · ${t('palette_last_contact', { date: formatDay(t.locale, lastContact, localDay()) })}`}
      </span>
    </>
  );
}
