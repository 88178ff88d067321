import { addDays, localDay } from '../../../utils/domain/day.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Draft } from './use-draft.ts';
import { useT } from './words.tsx';

/** Days until the next look, when one was just taken: a season. */
const season = 90;

/** The day on which somebody should look whether what it says still holds. */
export function ReviewFields({ draft }: { draft: Draft }) {
  const t = useT();
  const { reviewOn = '', reviewNote = '' } = draft.details;
  const today = localDay();
  const due = reviewOn !== '' && reviewOn <= today;
  return (
    <section class="panel" aria-labelledby="templates-review">
      <h2 id="templates-review">{t('templates_review')}</h2>
      <p class={due ? 'templates-due' : 'soft'}>
        {t(due ? 'templates_review_due' : 'templates_review_words')}
      </p>
      <div class="form-stack">
        <TextField
          type="date"
          label={t('templates_review_on')}
          value={reviewOn}
          onInput={(value) => draft.set({ reviewOn: value || undefined })}
        />
        <TextField
          label={t('templates_review_note')}
          value={reviewNote}
          maxLength={1_000}
          onInput={(value) => draft.set({ reviewNote: value || undefined })}
        />
        <div class="form-end">
          <Button kind="quiet" onClick={() => draft.set({ reviewOn: addDays(today, season) })}>
            {t(due ? 'templates_review_done' : 'templates_review_season')}
          </Button>
        </div>
      </div>
    </section>
  );
}
