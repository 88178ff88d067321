import type { CampaignDetails } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { type CampaignDraft, limits } from './use-campaign-draft.ts';
import { useT } from './words.tsx';

type Answer = CampaignDetails['answers'][number];
const most = 50;

/** The answers that stand first among the saved replies while a campaign is live. */
export function AnswersField({ draft }: { draft: CampaignDraft }) {
  const t = useT();
  const { answers } = draft.details;
  const put = (id: string, changes: Partial<Answer>) =>
    draft.set({ answers: answers.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
  const fault = (text: string) =>
    draft.faults.answers && text.trim() === '' ? t('campaigns_answer_needed') : undefined;
  return (
    <fieldset class="campaign-group">
      <legend>{t('campaigns_answers')}</legend>
      <p class="field-hint">{t('campaigns_answers_hint')}</p>
      {answers.map(({ id, question, answer }) => (
        <div key={id} class="campaign-answer">
          <TextField
            label={t('campaigns_answer_question')}
            value={question}
            maxLength={limits.line}
            error={fault(question)}
            onInput={(next) => put(id, { question: next })}
          />
          <TextField
            label={t('campaigns_answer_text')}
            value={answer}
            rows={3}
            maxLength={limits.words}
            error={fault(answer)}
            onInput={(next) => put(id, { answer: next })}
          />
          <IconButton
            icon="remove"
            label={t('campaigns_answer_remove', { question })}
            onClick={() => draft.set({ answers: answers.filter((one) => one.id !== id) })}
          />
        </div>
      ))}
      {answers.length < most && (
        <div>
          <Button
            icon="add"
            onClick={() => draft.set({ answers: [...answers, { id: newId(), question: '', answer: '' }] })}
          >
            {t('campaigns_answer_add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
