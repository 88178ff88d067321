import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { tagEffects } from '../../../utils/domain/tag-effect.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { SavedState } from '../../ui/saved-state.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { CaseFields } from './case-fields.tsx';
import { ColourField } from './colour-field.tsx';
import { detailsOf, draftOf, problemsOf, type TagDraft } from './tag-draft.ts';
import { useT } from './words.tsx';

/** Everything that a tag is. Only what was touched here takes the place of what stands there. */
export function TagForm({
  tag,
  tags,
  departments,
  onDone,
}: {
  /** absent: a new tag */
  tag?: Tag | undefined;
  /** all of them */
  tags: readonly Tag[];
  departments: readonly string[];
  /** saved, or given up */
  onDone: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('tag.save');
  const [touched, setTouched] = useState<Partial<TagDraft>>({});
  const [checked, setChecked] = useState(false);
  const formId = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const draft = { ...draftOf(tag, tags), ...touched };
  const set = (changes: Partial<TagDraft>) => setTouched((before) => ({ ...before, ...changes }));
  const others = tags.filter(({ id }) => id !== tag?.id);
  const problems = problemsOf(draft, others, tag?.retired ?? false);
  const { name: nameProblem, key: keyProblem } = problems;

  const submit = async () => {
    setChecked(true);
    if (Object.keys(problems).length > 0) return;
    const operationId = newId();
    const result = await save.run(
      { ...(tag ? { tagId: tag.id } : {}), details: detailsOf(draft) },
      operationId,
    );
    if (!result.ok) return;
    notify({ text: t(tag ? 'tags_saved' : 'tags_made', { name: result.value.name }), undo: operationId });
    onDone();
  };
  const nameError =
    nameProblem === 'needed'
      ? checked
        ? t('tags_name_needed')
        : undefined
      : nameProblem && t('tags_name_taken', { name: nameProblem.name });
  const keyError =
    keyProblem === 'letter'
      ? t('tags_key_letter')
      : keyProblem &&
        t('tags_key_taken', { key: (keyProblem.key ?? '').toUpperCase(), name: keyProblem.name });
  return (
    <form
      class="form-stack"
      aria-label={tag?.name ?? t('tags_new')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.pending) void submit();
      }}
    >
      <div class="form-row">
        <TextField
          label={t('tags_name')}
          value={draft.name}
          maxLength={60}
          error={nameError}
          inputRef={first}
          onInput={(name) => set({ name })}
        />
        <Field label={t('tags_key')} hint={t('tags_key_hint')} error={keyError}>
          {(wiring) => (
            <input
              {...wiring}
              class="input tags-key-field"
              type="text"
              autocomplete="off"
              autocapitalize="off"
              maxLength={1}
              value={draft.key}
              onInput={(event) => set({ key: event.currentTarget.value.toLowerCase() })}
            />
          )}
        </Field>
      </div>
      <ColourField value={draft.colour} name={`${formId}-colour`} onChange={(colour) => set({ colour })} />
      <Select
        label={t('tags_effect')}
        hint={t(`tags_effect_${draft.effect}_words`)}
        value={draft.effect}
        options={tagEffects.map((value) => ({ value, label: t(`tags_effect_${value}`) }))}
        onChange={(effect) => set({ effect })}
      />
      {tag && draft.effect !== (tag.effect ?? 'plain') && <p class="field-hint">{t('tags_from_now_on')}</p>}
      {draft.effect === 'case' && (
        <CaseFields draft={draft} problem={problems.hours} departments={departments} onChange={set} />
      )}
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
        <SavedState {...save} done={false} />
      </div>
    </form>
  );
}
