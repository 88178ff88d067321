import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { KeywordGroup } from '../../../utils/domain/keyword.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { detailsOf, GroupEditor } from './group-editor.tsx';
import { SaveFailed } from './save-failed.tsx';
import { useT } from './words.tsx';

/** One group: what it listens for and how serious that is, on or off at once, and behind one button everything else. */
export function GroupRow({
  group,
  tags,
  onRemoved,
}: {
  group: KeywordGroup;
  tags: readonly Tag[];
  onRemoved: () => void;
}) {
  const t = useT();
  const id = useId();
  const notify = useNotify();
  const save = useAction('keyword.save');
  const remove = useAction('keyword.remove');
  const [open, setOpen] = useState(false);
  /** what was chosen, until the notebook says so too */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const { name } = group;
  const tag = tags.find((one) => one.id === group.tagId);
  useEffect(() => setChosen((now) => (now === group.enabled ? null : now)), [group.enabled]);
  const turn = async (enabled: boolean) => {
    setChosen(enabled);
    const result = await save.run({ groupId: group.id, details: { ...detailsOf(group), enabled } });
    if (!result.ok) setChosen(null);
  };
  const takeOut = async () => {
    const operationId = newId();
    const result = await remove.run({ groupId: group.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('keywords_removed_named', { name }), undo: operationId });
    onRemoved();
  };
  return (
    <li class="keywords-row">
      <div class="row-words">
        <bdi class="strong">{name}</bdi>
        <p class="soft">
          <span class={`keywords-severity ${group.severity}`}>
            {t(`keywords_severity_${group.severity}`)}
          </span>
          {t(`keywords_kind_${group.kind}`)} · {t('keywords_count', { count: group.words.length })}
          {tag && <> · {t('keywords_tagged', { name: tag.name })}</>}
        </p>
      </div>
      <CheckField
        label={
          <>
            <span aria-hidden="true">{t(group.enabled ? 'keywords_on' : 'keywords_off')}</span>
            <span class="sr-only">{t('keywords_on_named', { name })}</span>
          </>
        }
        checked={chosen ?? group.enabled}
        onChange={(enabled) => void turn(enabled)}
      />
      <Button
        kind="quiet"
        icon="edit"
        label={t('keywords_edit_named', { name })}
        expanded={open}
        controls={id}
        buttonRef={edit}
        onClick={() => setOpen(!open)}
      >
        {t('keywords_edit')}
      </Button>
      {save.failed && <SaveFailed code={save.failed} />}
      {open && (
        <div id={id} class="keywords-editor">
          <GroupEditor
            key={group.updatedAt}
            details={detailsOf(group)}
            groupId={group.id}
            tags={tags}
            onDone={() => {
              setOpen(false);
              edit.current?.focus();
            }}
          />
          <Button kind="danger" icon="remove" pending={remove.pending} onClick={() => void takeOut()}>
            {t('keywords_remove')}
          </Button>
          {remove.failed && <ErrorNote code={remove.failed} />}
        </div>
      )}
    </li>
  );
}
