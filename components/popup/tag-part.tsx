import { newId } from '../../utils/domain/new-id.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { type Chosen, TagPicker } from '../ui/tagging/tag-picker.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useT } from './words.ts';

/** Tags for the page in the active tab. */
export function TagPart({ tabId, onOver }: { tabId: number; onOver: () => void }) {
  const t = useT();
  const notify = useNotify();
  const page = useQuery('tab.item', { tabId }, ['items']);
  const choices = useQuery('tag.choices', {}, ['tags']);
  const tag = useAction('item.tag');
  const failed = page.code ?? choices.code;
  if (failed)
    return (
      <ErrorNote
        code={failed}
        again={() => {
          page.again();
          choices.again();
        }}
      />
    );
  if (!page.value || !choices.value) return <Skeleton lines={6} label={t('loading')} />;
  const { item, tagIds, suggested } = page.value;
  const run = async (chosen: Chosen) => {
    const operationId = newId();
    const result = await tag.run({ item, ...chosen }, operationId);
    if (!result.ok) return;
    notify({ text: t(result.value.tagIds.length > 0 ? 'tag_page_done' : 'tag_page_off'), undo: operationId });
    onOver();
  };
  return (
    <TagPicker
      item={item}
      choices={choices.value.tags}
      tagIds={tagIds}
      suggested={suggested}
      pending={tag.pending}
      onNothing={onOver}
      onApply={(chosen) => void run(chosen)}
    >
      {tag.failed && <ErrorNote code={tag.failed} />}
    </TagPicker>
  );
}
