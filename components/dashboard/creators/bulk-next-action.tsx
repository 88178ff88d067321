import { useState } from 'preact/hooks';
import type { NextAction } from '../../../utils/domain/creator.ts';
import type { Day } from '../../../utils/domain/record.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useT } from '../words.ts';

/** The same next action for all of them, or none any more. */
export function BulkNextAction({
  today,
  onChange,
}: {
  today: Day;
  onChange: (action: NextAction | null) => void;
}) {
  const t = useT();
  const [text, setText] = useState('');
  const [due, setDue] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const complete = text.trim() !== '' && due !== '';
  return (
    <form
      class="form-stack creators-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete) onChange({ text: text.trim(), due });
      }}
    >
      <TextField
        label={t('next_action')}
        placeholder={t('next_action_hint')}
        value={text}
        maxLength={500}
        error={tried && !complete ? t('due_needs_both') : undefined}
        onInput={setText}
      />
      <TextField label={t('due')} type="date" value={due} onInput={setDue} />
      <div class="form-end">
        <Button kind="primary" type="submit">
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={() => onChange(null)}>
          {t('creators_next_none')}
        </Button>
      </div>
    </form>
  );
}
