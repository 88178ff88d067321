import { useId } from 'preact/hooks';
import { deadlineClocks } from '../../../utils/domain/tag-effect.ts';
import { CheckField, Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { TagDraft, TagProblems } from './tag-draft.ts';
import { useT } from './words.tsx';

/** What only tags have that open cases: who answers, until when, and whether before all others. */
export function CaseFields({
  draft,
  problem,
  departments,
  onChange,
}: {
  draft: TagDraft;
  problem: TagProblems['hours'];
  departments: readonly string[];
  onChange: (changes: Partial<TagDraft>) => void;
}) {
  const t = useT();
  const list = useId();
  return (
    <>
      <div class="form-row">
        <Field label={t('tags_owner')} hint={t('tags_owner_hint')}>
          {(wiring) => (
            <>
              <input
                {...wiring}
                class="input"
                type="text"
                dir="auto"
                list={list}
                maxLength={100}
                value={draft.owner}
                onInput={(event) => onChange({ owner: event.currentTarget.value })}
              />
              <datalist id={list}>
                {departments.map((department) => (
                  <option key={department} value={department} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field
          label={t('tags_hours')}
          hint={t('tags_hours_hint')}
          error={problem ? t('tags_hours_number') : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              class="input tags-hours"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={4}
              value={draft.hours}
              onInput={(event) => onChange({ hours: event.currentTarget.value })}
            />
          )}
        </Field>
        <Select
          label={t('tags_clock')}
          value={draft.clock}
          options={deadlineClocks.map((value) => ({ value, label: t(`tags_clock_${value}`) }))}
          onChange={(clock) => onChange({ clock })}
        />
      </div>
      <CheckField
        label={t('tags_urgent')}
        hint={t('tags_urgent_hint')}
        checked={draft.urgent}
        onChange={(urgent) => onChange({ urgent })}
      />
    </>
  );
}
