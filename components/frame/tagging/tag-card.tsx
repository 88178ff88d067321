import type { RefObject } from 'preact';
import type { FrameKey } from '../../../utils/i18n/locales/en/frame.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { type Chosen, TagPicker } from '../../ui/tagging/tag-picker.tsx';
import { useWords } from '../../ui/words.ts';
import { useHeldPress } from '../palette/use-held-press.ts';
import { RightsLine } from './rights-line.tsx';

/** Tags for the item of the page that this frame was opened for. The page around says what followed, with the way back. */
export function TagCard({
  visible,
  sight,
  earlyKey,
  onClose,
}: {
  visible: boolean;
  sight: RefObject<HTMLElement | null>;
  earlyKey: () => string | undefined;
  onClose: () => void;
}) {
  const t = useWords<FrameKey>();
  const context = useQuery('tagging.context', {}, ['items', 'frame']);
  const choices = useQuery('tag.choices', {}, ['tags']);
  const apply = useAction('tagging.apply');
  // who knows the tag's key presses it before the frame has been seen for long enough
  const hold = useHeldPress(visible, sight);
  const failed = context.code ?? choices.code;
  if (failed)
    return (
      <ErrorNote
        code={failed}
        again={() => {
          context.again();
          choices.again();
        }}
      />
    );
  if (context.state === 'loading' || choices.state === 'loading')
    return <Skeleton lines={6} label={t('loading')} />;
  if (!context.value || !choices.value) return <p>{t('frame_empty')}</p>;
  const { item, tagIds, suggested } = context.value;
  const run = async (chosen: Chosen) => {
    if ((await apply.run(chosen)).ok) onClose();
  };
  return (
    <>
      <RightsLine />
      <TagPicker
        key={item.keys[0]}
        item={item}
        choices={choices.value.tags}
        tagIds={tagIds}
        suggested={suggested}
        pending={apply.pending}
        earlyKey={earlyKey}
        onNothing={onClose}
        onApply={(chosen) => hold(() => void run(chosen))}
      >
        {apply.failed && <ErrorNote code={apply.failed} />}
      </TagPicker>
    </>
  );
}
