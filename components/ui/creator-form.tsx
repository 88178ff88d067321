import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { CreatorChanges, CreatorView } from '../../utils/domain/creator.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { creatorRoles, creatorStatuses } from '../../utils/domain/vocabulary.ts';
import { Button } from './button.tsx';
import { type CreatorDraft, changesOf, draftOf } from './creator-draft.ts';
import { CheckField, TextField } from './field.tsx';
import { SavedState } from './saved-state.tsx';
import { Select } from './select.tsx';
import { TagInput } from './tag-input.tsx';
import { useWords } from './words.ts';

export interface CreatorFormProps {
  view: CreatorView;
  /** names of tags already in use */
  suggestions: readonly string[];
  /** gets only what was changed; resolves to true once it is saved */
  onSave: (changes: CreatorChanges) => Promise<boolean>;
  pending: boolean;
  failed: ErrorCode | null;
  done: boolean;
  /** writing is not allowed at the moment, for instance while a frame is not really visible */
  disabled?: boolean | undefined;
  /** told when something typed here is not saved yet, what that is, and whether the next action is only half there */
  onDirty?: ((dirty: boolean, changes: CreatorChanges, half: boolean) => void) | undefined;
  /** drawn below the day of the last contact; may set it */
  below?: (set: (day: string) => void) => ComponentChildren;
}

/**
 * Role, status, last contact, next action with its day, tags and notes of one creator; used by the popup and the card in a page.
 * A change that arrives meanwhile (another tab) shows at once in every field that was not touched here.
 */
export function CreatorForm({
  view,
  suggestions,
  onSave,
  pending,
  failed,
  done,
  disabled,
  onDirty,
  below,
}: CreatorFormProps) {
  const t = useWords();
  const headingId = useId();
  const [touched, setTouched] = useState<Partial<CreatorDraft>>({});
  const [incomplete, setIncomplete] = useState(false);
  const draft: CreatorDraft = { ...draftOf(view), ...touched };
  const changes = changesOf(view, draft);
  const changed = Object.keys(changes).length > 0;
  const half = Boolean(draft.nextText.trim()) !== Boolean(draft.nextDue);
  // before the next key can close the card
  useLayoutEffect(() => onDirty?.(changed, changes, half));

  const set = <K extends keyof CreatorDraft>(key: K, value: CreatorDraft[K]) => {
    setIncomplete(false);
    setTouched((before) => ({ ...before, [key]: value }));
  };
  const save = async () => {
    if (half) return setIncomplete(true);
    const sent = touched;
    if (!(await onSave(changes))) return;
    // what was typed while the answer was under way stays
    setTouched((now) =>
      Object.fromEntries(
        Object.entries(now).filter(([key, value]) => sent[key as keyof CreatorDraft] !== value),
      ),
    );
  };

  return (
    <form
      class="creator-form"
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !pending && !disabled) void save();
      }}
    >
      <span id={headingId} class="sr-only">
        {view.creator.displayName}
      </span>
      <div class="form-row">
        <Select
          label={t('role')}
          value={draft.role}
          options={creatorRoles.map((value) => ({ value, label: t(`role_${value}`) }))}
          onChange={(value) => set('role', value)}
        />
        <Select
          label={t('status')}
          value={draft.status}
          options={creatorStatuses.map((value) => ({ value, label: t(`status_${value}`) }))}
          onChange={(value) => set('status', value)}
        />
      </div>
      <div class="form-row next-action">
        <TextField
          label={t('next_action')}
          placeholder={t('next_action_hint')}
          value={draft.nextText}
          maxLength={500}
          error={incomplete ? t('due_needs_both') : undefined}
          onInput={(value) => set('nextText', value)}
        />
        <TextField
          label={t('due')}
          type="date"
          value={draft.nextDue}
          onInput={(value) => set('nextDue', value)}
        />
      </div>
      <div class="form-row">
        <TagInput
          label={t('tags')}
          hint={t('tags_hint')}
          values={draft.tags}
          suggestions={suggestions}
          onChange={(value) => set('tags', value)}
        />
        <div>
          <TextField
            label={t('last_contact')}
            type="date"
            value={draft.lastContact}
            onInput={(value) => set('lastContact', value)}
          />
          {below?.((day) => set('lastContact', day))}
        </div>
      </div>
      <TextField
        label={t('notes')}
        rows={2}
        maxLength={20_000}
        value={draft.notes}
        onInput={(value) => set('notes', value)}
      />
      <CheckField
        label={t('do_not_contact')}
        hint={draft.doNotContact ? t('do_not_contact_hint') : undefined}
        checked={draft.doNotContact}
        onChange={(value) => set('doNotContact', value)}
      />
      <div class="form-end">
        <Button kind="primary" type="submit" pending={pending} disabled={disabled || (!changed && !pending)}>
          {t('save')}
        </Button>
        <SavedState pending={pending} done={done && !changed} failed={failed} />
      </div>
    </form>
  );
}
