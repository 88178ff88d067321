import { useRef, useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TagDot } from '../../ui/tag-dot.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { tagsHash } from './page-state.ts';
import { RemoveTag } from './remove-tag.tsx';
import { detailsOfTag, draftOf, problemsOf } from './tag-draft.ts';
import { TagForm } from './tag-form.tsx';
import type { TagChoice } from './tag-list.tsx';
import { type TagsTranslate, useT } from './words.tsx';

/** What follows from a tag, in words. */
function doesWhat(t: TagsTranslate, { effect = 'plain', owner, deadline, urgent }: Tag): string {
  const facts = [t(`tags_effect_${effect}`)];
  if (effect === 'case') {
    if (urgent) facts.push(t('tags_urgent_short'));
    if (deadline) facts.push(t(`tags_within_${deadline.clock}`, { count: deadline.hours }));
    facts.push(owner ? t('tags_answers', { owner }) : t('tags_answers_us'));
  }
  return facts.join(' · ');
}

/** One tag: what it does, how often it was used, and everything that can be done with it. */
export function TagLine({
  choice: { tag, used },
  tags,
  departments,
  onGone,
}: {
  choice: TagChoice;
  tags: readonly Tag[];
  departments: readonly string[];
  /** the row leaves its list: where the focus goes is the list's matter */
  onGone: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('tag.save');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const others = tags.filter(({ id }) => id !== tag.id);
  const { name } = tag;
  const clash = tag.retired ? problemsOf(draftOf(tag, tags), others, false).key : undefined;

  const retire = async () => {
    const operationId = newId();
    // brought back it does without a key that another tag has by now
    const { key, ...rest } = detailsOfTag(tag);
    const details = key && !clash ? { ...rest, key } : rest;
    const result = await save.run({ tagId: tag.id, details, retired: !tag.retired }, operationId);
    if (!result.ok) return;
    notify({ text: t(tag.retired ? 'tags_back_done' : 'tags_retire_done', { name }), undo: operationId });
    onGone();
  };
  const close = () => {
    setOpen(null);
    edit.current?.focus();
  };
  return (
    <li class="tag-line">
      <div class="row-words">
        <p class="tag-line-name">
          <TagDot colour={tag.colour} />
          <bdi>{name}</bdi>
          {tag.key && (
            <kbd class="tags-key">
              <span aria-hidden="true">{tag.key.toUpperCase()}</span>
              <span class="sr-only">{t('tags_key_named', { key: tag.key.toUpperCase() })}</span>
            </kbd>
          )}
        </p>
        <p class="soft">{doesWhat(t, tag)}</p>
      </div>
      <div class="tags-tools">
        {used > 0 ? (
          <a href={tagsHash({ tag: tag.id })} aria-label={t('tags_used_named', { count: used, name })}>
            {t('tags_used', { count: used })}
          </a>
        ) : (
          <span class="soft">{t('tags_unused')}</span>
        )}
        <Button
          kind="quiet"
          buttonRef={edit}
          expanded={open === 'edit'}
          label={t('tags_edit_named', { name })}
          onClick={() => setOpen(open === 'edit' ? null : 'edit')}
        >
          {t('tags_edit')}
        </Button>
        <Button
          kind="quiet"
          pending={save.pending}
          label={t(tag.retired ? 'tags_back_named' : 'tags_retire_named', { name })}
          onClick={() => void retire()}
        >
          {t(tag.retired ? 'tags_back' : 'tags_retire')}
        </Button>
        <Button kind="quiet" label={t('remove_named', { name })} onClick={() => setOpen('remove')}>
          {t('remove')}
        </Button>
      </div>
      {save.failed && <ErrorNote code={save.failed} />}
      {open === 'edit' && (
        <div class="tag-line-more">
          <TagForm tag={tag} tags={tags} departments={departments} onDone={close} />
        </div>
      )}
      {open === 'remove' && (
        <RemoveTag
          tag={tag}
          used={used}
          onCancel={() => {
            setOpen(null);
            edit.current?.focus();
          }}
          onRemoved={onGone}
        />
      )}
    </li>
  );
}
