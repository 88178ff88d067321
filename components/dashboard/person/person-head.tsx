import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { WebLink } from './web-link.tsx';

/** Name, profiles, and in words where things stand. */
export function PersonHead({ view }: { view: CreatorView }) {
  const t = useT();
  const { creator, accounts } = view;
  return (
    <header class="person-head">
      <PersonName id={creator.id} name={creator.displayName} />
      {accounts.length > 0 && (
        <ul class="person-handles">
          {accounts.map((account) => (
            <li key={account.id}>
              <WebLink address={account.url}>
                {t(`platform_${account.platform}`)} <bdi>@{account.handle}</bdi>
                <Icon name="open" />
              </WebLink>
            </li>
          ))}
        </ul>
      )}
      <ul class="person-badges">
        <li class="tag">{t(`role_${creator.role}`)}</li>
        <li class="tag">{t(`status_${creator.status}`)}</li>
        {creator.doNotContact && (
          <li class="tag person-stop">
            <Icon name="warn" /> {t('do_not_contact')}
          </li>
        )}
        {view.tags.map((tag) => (
          <li key={tag.id} class="tag person-tag">
            <bdi>{tag.name}</bdi>
          </li>
        ))}
      </ul>
    </header>
  );
}

function PersonName({ id, name }: { id: string; name: string }) {
  const t = useT();
  const notify = useNotify();
  const update = useAction('creator.update');
  // null while the name is only shown
  const [typed, setTyped] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const pencil = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const open = typed !== null;
  useEffect(() => {
    // the focus goes where the person goes on
    if (open) field.current?.select();
    else if (wasOpen.current) pencil.current?.querySelector('button')?.focus();
    wasOpen.current = open;
  }, [open]);

  const save = async () => {
    const displayName = typed?.trim() ?? '';
    if (!displayName) return setEmpty(true);
    if (displayName === name) return setTyped(null);
    const operationId = newId();
    const result = await update.run({ creatorId: id, changes: { displayName } }, operationId);
    if (!result.ok) return;
    setTyped(null);
    notify({ text: t('person_renamed', { name: displayName }), undo: operationId });
  };

  if (!open)
    return (
      <div class="person-name" ref={pencil}>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <IconButton icon="edit" label={t('person_rename')} onClick={() => setTyped(name)} />
      </div>
    );
  return (
    <form
      class="person-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (!update.pending) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) setTyped(null);
      }}
    >
      <h1 class="sr-only">{name}</h1>
      <TextField
        label={t('person_name')}
        value={typed}
        maxLength={200}
        inputRef={field}
        error={empty ? t('person_name_needed') : undefined}
        onInput={(value) => {
          setEmpty(false);
          setTyped(value);
        }}
      />
      <div class="form-end">
        <Button kind="primary" type="submit" pending={update.pending}>
          {t('save')}
        </Button>
        <Button onClick={() => setTyped(null)}>{t('cancel')}</Button>
      </div>
      {update.failed && <ErrorNote code={update.failed} />}
    </form>
  );
}
