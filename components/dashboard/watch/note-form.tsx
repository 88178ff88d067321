import { useState } from 'preact/hooks';
import type { WatchNote } from '../../../utils/domain/change.ts';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import type { Beginning } from '../../queue/new-case.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SavedState } from '../../ui/saved-state.tsx';
import { CaseButton } from './case-button.tsx';
import { useT } from './words.tsx';

/** The three questions asked of everything a competitor does, in their order. */
const prompts = ['changed', 'good', 'borrow'] as const;
/** As `watchNoteSchema` takes it. */
const longest = 10_000;

/** What one takes from a change or a look, folded away: what changed, what is good about it, what can be borrowed. Empty answers go. */
export function NoteForm({
  note,
  saving,
  about,
  onSave,
}: {
  note: WatchNote | undefined;
  saving: { pending: boolean; done: boolean; failed: ErrorCode | null };
  /** what a case made of it begins with */
  about: Beginning;
  onSave: (note: WatchNote) => void;
}) {
  const t = useT();
  const [draft, setDraft] = useState<WatchNote>(note ?? {});
  const stored = JSON.stringify(note ?? {});
  const [seen, setSeen] = useState(stored);
  // a note written elsewhere, or taken back, replaces what stands here
  if (stored !== seen) {
    setSeen(stored);
    setDraft(note ?? {});
  }
  return (
    <details class="more">
      <summary>{t(note ? 'watch_note_there' : 'watch_note_add')}</summary>
      <form
        class="form-stack watch-note"
        onSubmit={(event) => {
          event.preventDefault();
          if (saving.pending) return;
          const answers = prompts.flatMap((prompt) => {
            const text = draft[prompt]?.trim();
            return text ? [[prompt, text] as const] : [];
          });
          onSave(Object.fromEntries(answers));
        }}
      >
        {prompts.map((prompt) => (
          <TextField
            key={prompt}
            label={t(`watch_note_${prompt}`)}
            rows={2}
            maxLength={longest}
            value={draft[prompt] ?? ''}
            onInput={(text) => setDraft((before) => ({ ...before, [prompt]: text }))}
          />
        ))}
        <div class="form-end">
          <Button type="submit" kind="primary" pending={saving.pending}>
            {t('save')}
          </Button>
          <SavedState {...saving} />
        </div>
      </form>
      <CaseButton
        about={about}
        note={prompts
          .map((prompt) => draft[prompt]?.trim() ?? '')
          .filter(Boolean)
          .join('\n')}
      />
    </details>
  );
}
