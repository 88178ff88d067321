import { useState } from 'preact/hooks';
import { defaultSort } from '../../../utils/domain/creator-list.ts';
import type { SavedView } from '../../../utils/domain/creator-row.ts';
import { isEmptyFilter } from '../../../utils/domain/creator-search.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { isolated } from '../../../utils/i18n/isolated.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { type ListState, listHash } from './list-address.ts';
import { Menu } from './menu.tsx';

/** The saved views, each a link; and what can be done with the chosen one. */
export function ViewBar({ state, onChange }: { state: ListState; onChange: (next: ListState) => void }) {
  const t = useT();
  const list = useQuery('view.list', {}, ['views']);
  const views = list.value?.views ?? [];
  const current = views.find(({ id }) => id === state.viewId);
  const plain = isEmptyFilter(state.filter);
  const stored = (view: SavedView) => listHash({ filter: view.filter, sort: view.sort, viewId: view.id });
  const changed = current !== undefined && stored(current) !== listHash(state);
  const savable = !current && (!plain || listHash({ ...state, filter: {} }) !== '#/creators');
  if (views.length === 0 && !savable && !list.code) return null;
  return (
    <div class="creators-views">
      <nav aria-label={t('creators_views')}>
        <ul>
          <li>
            <a href="#/creators" aria-current={!current && plain ? 'page' : undefined}>
              {t('creators_view_all')}
            </a>
          </li>
          {views.map((view) => (
            <li key={view.id}>
              <a href={stored(view)} aria-current={view.id === current?.id ? 'page' : undefined}>
                <bdi>{view.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {changed && <span class="soft">{t('creators_view_changed')}</span>}
      {savable && (
        <Menu label={t('creators_view_save')} icon="add">
          {(close) => (
            <ViewName
              taken={views}
              state={state}
              onSaved={(view) => {
                close();
                onChange({ ...state, viewId: view.id });
              }}
            />
          )}
        </Menu>
      )}
      {current && (
        <Menu label={t('creators_view_edit')} name={t('creators_view_edit_named', { name: current.name })}>
          {(close) => (
            <ViewEditor
              view={current}
              views={views}
              state={state}
              changed={changed}
              onDone={close}
              onRemoved={() => onChange({ filter: {}, sort: defaultSort })}
            />
          )}
        </Menu>
      )}
      {list.code && <ErrorNote code={list.code} again={list.again} />}
    </div>
  );
}

/** Names a new view, or gives one another name. */
function ViewName({
  view,
  taken,
  state,
  onSaved,
}: {
  view?: SavedView | undefined;
  taken: readonly SavedView[];
  state: ListState;
  onSaved: (view: SavedView) => void;
}) {
  const t = useT();
  const save = useAction('view.save');
  const notify = useNotify();
  const [name, setName] = useState(view?.name ?? '');
  const same = (other: SavedView) =>
    other.id !== view?.id && other.name.toLowerCase() === name.trim().toLowerCase();
  const double = taken.some(same);
  const send = async () => {
    if (!name.trim() || double || save.pending) return;
    const operation = newId();
    // another name leaves what the view shows as it is
    const { filter, sort } = view ?? state;
    const result = await save.run(
      { ...(view ? { viewId: view.id } : {}), name: name.trim(), filter: withoutGaps(filter), sort },
      operation,
    );
    if (!result.ok) return;
    notify({ text: t('creators_view_saved', { name: isolated(result.value.name) }), undo: operation });
    onSaved(result.value);
  };
  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('creators_view_name')}
        value={name}
        maxLength={60}
        error={double ? t('creators_view_double') : undefined}
        onInput={setName}
      />
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending} disabled={!name.trim() || double}>
          {t('save')}
        </Button>
      </div>
      {save.failed && <ErrorNote code={save.failed} />}
    </form>
  );
}

function ViewEditor({
  view,
  views,
  state,
  changed,
  onDone,
  onRemoved,
}: {
  view: SavedView;
  views: readonly SavedView[];
  state: ListState;
  changed: boolean;
  onDone: () => void;
  onRemoved: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('view.save');
  const remove = useAction('view.remove');
  const update = async () => {
    const operation = newId();
    const filter = withoutGaps(state.filter);
    const result = await save.run({ viewId: view.id, name: view.name, filter, sort: state.sort }, operation);
    if (!result.ok) return;
    notify({ text: t('creators_view_saved', { name: isolated(view.name) }), undo: operation });
    onDone();
  };
  const take = async () => {
    const operation = newId();
    const result = await remove.run({ viewId: view.id }, operation);
    if (!result.ok) return;
    notify({ text: t('creators_view_removed', { name: isolated(view.name) }), undo: operation });
    onDone();
    onRemoved();
  };
  const failed = save.failed ?? remove.failed;
  return (
    <div class="form-stack">
      {changed && (
        <Button kind="primary" pending={save.pending} onClick={() => void update()}>
          {t('creators_view_update')}
        </Button>
      )}
      <ViewName view={view} taken={views} state={state} onSaved={onDone} />
      <Button kind="danger" icon="remove" pending={remove.pending} onClick={() => void take()}>
        {t('creators_view_remove')}
      </Button>
      {failed && <ErrorNote code={failed} />}
    </div>
  );
}

/** Without the kinds of choice that are not set: a stored record holds no `undefined`. */
function withoutGaps(filter: ListState['filter']): ListState['filter'] {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
