import { useId, useRef, useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { SavedPlace } from '../../utils/domain/place.ts';
import { placeKinds } from '../../utils/domain/place-kind.ts';
import { formatAgo } from '../../utils/i18n/format.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CappedList } from '../ui/capped-list.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { useNotify } from '../ui/toast.tsx';
import type { SayPlaces } from './places-part.tsx';
import { SavePlace } from './save-place.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Places shown before a press. */
const fewest = 8;

/** Pages that are looked at every day: each one click away, with when that was last, in the operator's order. */
export function PlaceList({ say }: { say: SayPlaces }) {
  const t = say(useT().locale);
  const notify = useNotify();
  const heading = useRef<HTMLHeadingElement>(null);
  const move = useAction('place.move');
  const remove = useAction('place.remove');
  const found = useQuery('place.list', {}, ['places', 'recovery']);
  const places = found.value?.places;
  if (!places) return found.code ? <ErrorNote code={found.code} again={found.again} /> : null;
  const ids = places.map(({ id }) => id);
  const step = (index: number, by: -1 | 1) => {
    const placeId = ids[index];
    // one down means: before the one after the next
    const before = (by < 0 ? ids[index - 1] : ids[index + 2]) ?? null;
    if (placeId && !move.pending) void move.run({ placeId, before });
  };
  const takeOut = async (place: SavedPlace) => {
    const operationId = newId();
    if (!(await remove.run({ placeId: place.id }, operationId)).ok) return;
    notify({ text: t('places_removed', { name: place.title }), undo: operationId });
    heading.current?.focus();
  };
  return (
    <section class="column" aria-labelledby="places">
      <div class="section-head">
        <h2 id="places" ref={heading} tabIndex={-1}>
          {t('places_title')}
        </h2>
      </div>
      {places.length === 0 && <p class="soft">{t('places_none')}</p>}
      <CappedList
        ordered
        first={fewest}
        items={places}
        moreLabel={(count) => t('places_more', { count })}
        row={(place, index) => (
          <PlaceRow
            key={place.id}
            say={say}
            place={place}
            first={index === 0}
            last={index === places.length - 1}
            busy={move.pending || remove.pending}
            onStep={(by) => step(index, by)}
            onRemove={() => void takeOut(place)}
          />
        )}
      />
      <SavePlace say={say} />
      {(move.failed ?? remove.failed) && <ErrorNote code={move.failed ?? remove.failed ?? 'internal'} />}
    </section>
  );
}

interface RowProps {
  say: SayPlaces;
  place: SavedPlace;
  first: boolean;
  last: boolean;
  busy: boolean;
  onStep: (by: -1 | 1) => void;
  onRemove: () => void;
}

function PlaceRow({ say, place, ...editor }: RowProps) {
  const t = say(useT().locale);
  const id = useId();
  const { openTab } = useSurroundings();
  const looked = useAction('place.looked');
  const [open, setOpen] = useState(false);
  const name = place.title;
  return (
    <li class="watch-row">
      <div class="row-head">
        <div class="row-words">
          <button
            type="button"
            class="link clamp strong"
            aria-label={t('places_open_named', { name })}
            title={place.url}
            onClick={async () => {
              // opening a tab closes the popup: the look is written first, and the page opens even if that fails
              await looked.run({ placeId: place.id });
              openTab(place.url);
            }}
          >
            <bdi>{name}</bdi>
          </button>
          <span class="soft looked">
            {t(`places_kind_${place.kind}`)} ·{' '}
            {place.lookedAt
              ? t('places_ago', { ago: formatAgo(t.locale, place.lookedAt, Date.now()) })
              : t('places_never')}
          </span>
        </div>
        <IconButton
          icon="more"
          label={t('places_change_named', { name })}
          expanded={open}
          controls={id}
          onClick={() => setOpen(!open)}
        />
      </div>
      {looked.failed && <ErrorNote code={looked.failed} />}
      {open && (
        <div id={id} class="row-editor">
          <PlaceEditor
            key={place.updatedAt}
            say={say}
            place={place}
            {...editor}
            onDone={() => setOpen(false)}
          />
        </div>
      )}
    </li>
  );
}

function PlaceEditor({
  say,
  place,
  first,
  last,
  busy,
  onStep,
  onRemove,
  onDone,
}: RowProps & { onDone: () => void }) {
  const t = say(useT().locale);
  const rename = useAction('place.rename');
  const [title, setTitle] = useState(place.title);
  const [kind, setKind] = useState(place.kind);
  const save = async () => {
    if (title.trim() === '' || rename.pending) return;
    if ((await rename.run({ placeId: place.id, title: title.trim(), kind })).ok) onDone();
  };
  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('places_name')} maxLength={200} value={title} onInput={setTitle} />
      <Select
        label={t('places_kind')}
        value={kind}
        options={placeKinds.map((value) => ({ value, label: t(`places_kind_${value}`) }))}
        onChange={setKind}
      />
      <div class="form-end">
        <Button kind="quiet" icon="up" disabled={first} pending={busy} onClick={() => onStep(-1)}>
          {t('places_up')}
        </Button>
        <Button kind="quiet" icon="down" disabled={last} pending={busy} onClick={() => onStep(1)}>
          {t('places_down')}
        </Button>
        <Button kind="quiet" icon="remove" pending={busy} onClick={onRemove}>
          {t('places_remove')}
        </Button>
        <Button type="submit" kind="primary" disabled={title.trim() === ''} pending={rename.pending}>
          {t('places_save_name')}
        </Button>
      </div>
      {rename.failed && <ErrorNote code={rename.failed} />}
    </form>
  );
}
