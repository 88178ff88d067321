import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { mostTagged } from '../../../utils/domain/tag-effect.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

/** Asks before a tag goes from everything that carries it, and says what stays. */
export function RemoveTag({
  tag,
  used,
  onCancel,
  onRemoved,
}: {
  tag: Tag;
  used: number;
  onCancel: () => void;
  onRemoved: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('tag.remove');
  const { name } = tag;
  const tooMany = used > mostTagged;
  const run = async () => {
    const operationId = newId();
    const result = await remove.run({ tagId: tag.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('tags_removed', { name }), undo: operationId });
    onRemoved();
  };
  return (
    <ConfirmDialog
      title={t('tags_remove_title', { name })}
      confirm={t('tags_remove_confirm')}
      pending={remove.pending}
      disabled={tooMany}
      onConfirm={() => void run()}
      onCancel={onCancel}
    >
      {tooMany ? (
        <p>{t('tags_remove_too_many', { most: formatNumber(t.locale, mostTagged) })}</p>
      ) : (
        <>
          <p>{used > 0 ? t('tags_remove_items', { count: used }) : t('tags_remove_unused')}</p>
          <p>{t('tags_remove_words')}</p>
        </>
      )}
      {remove.failed && <ErrorNote code={remove.failed} />}
    </ConfirmDialog>
  );
}
