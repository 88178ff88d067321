import { useState } from 'preact/hooks';
import { useT } from '../queue/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { readDays } from './read-days.ts';

/** As the settings take them. */
const mostDays = 400;

/** Calendar days, one a line. They are saved together, and only when every line is a day. */
export function DaysField({
  label,
  hint,
  days,
  onChange,
}: {
  label: string;
  hint: string;
  days: readonly string[];
  onChange: (days: string[]) => void;
}) {
  const t = useT();
  const stored = days.join('\n');
  const [seen, setSeen] = useState(stored);
  const [text, setText] = useState(stored);
  const [tried, setTried] = useState(false);
  // changed elsewhere, or saved
  if (stored !== seen) {
    setSeen(stored);
    setText(stored);
    setTried(false);
  }
  const read = readDays(text);
  const bad = read.bad;
  const error =
    bad !== undefined
      ? t('team_days_bad', { line: bad.line, text: bad.text })
      : read.days.length > mostDays
        ? t('team_days_many', { count: mostDays })
        : undefined;
  const changed = text !== stored;
  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (error !== undefined) return;
        setText(read.days.join('\n'));
        onChange(read.days);
      }}
    >
      <TextField
        label={label}
        hint={hint}
        error={tried ? error : undefined}
        rows={3}
        maxLength={10_000}
        value={text}
        onInput={setText}
      />
      {changed && (
        <div>
          <Button type="submit">{t('team_days_save')}</Button>
        </div>
      )}
    </form>
  );
}
