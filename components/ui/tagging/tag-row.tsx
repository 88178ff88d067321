import type { Tag } from '../../../utils/domain/tag.ts';
import { Icon } from '../icon.tsx';
import type { TaggingWords } from './tag-picker.tsx';

/** One tag to choose: its colour, what it does, and its key. */
export function TagRow({
  t,
  id,
  at,
  tag,
  on,
  current,
  suggested,
  onToggle,
}: {
  t: TaggingWords;
  id: string;
  at: number;
  tag: Tag;
  on: boolean;
  current: boolean;
  suggested: boolean;
  onToggle: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
    <div
      id={id}
      class="tag-row"
      role="option"
      tabIndex={-1}
      data-at={at}
      data-current={current}
      aria-selected={on}
      onClick={onToggle}
    >
      <span class="tag-box" aria-hidden="true" data-on={on}>
        {on && <Icon name="check" />}
      </span>
      <span class="tag-dot" data-colour={tag.colour} aria-hidden="true" />
      <bdi class="tag-name">{tag.name}</bdi>
      <span class="tag-does">
        {suggested && <b>{t('tagging_suggested')}</b>} {whatItDoes(t, tag)}
      </span>
      {tag.key !== undefined && <kbd class="tag-key">{tag.key.toUpperCase()}</kbd>}
    </div>
  );
}

/** What follows from a tag, in a few words; nothing for a plain one. */
function whatItDoes(t: TaggingWords, { effect = 'plain', deadline }: Tag): string {
  if (effect === 'plain') return '';
  const does = t(`tagging_does_${effect}`);
  if (effect !== 'case' || !deadline) return does;
  const until = t(deadline.clock === 'clock' ? 'tagging_hours' : 'tagging_working_hours', {
    hours: deadline.hours,
  });
  return `${does} · ${until}`;
}
