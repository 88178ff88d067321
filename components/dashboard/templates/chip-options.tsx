import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { type Chip, variableSource } from './chip-model.ts';
import { useT } from './words.tsx';

/** What shall stand there when nothing is known, of the variable beside the caret. */
export function ChipOptions({
  chip: { path, fallback, rest },
  words,
  onChange,
}: {
  chip: Extract<Chip, { kind: 'variable' }>;
  words: string;
  onChange: (source: string) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState(fallback ?? '');
  const take = () => {
    if (typed !== (fallback ?? '')) onChange(variableSource(path, typed || null, rest));
  };
  return (
    <div class="templates-chip-options">
      <TextField
        label={t('templates_fallback', { name: words })}
        hint={typed ? undefined : t('templates_fallback_none')}
        value={typed}
        maxLength={200}
        onInput={setTyped}
        onEnter={take}
      />
      <Button disabled={typed === (fallback ?? '')} onClick={take}>
        {t('templates_fallback_take')}
      </Button>
    </div>
  );
}
