import { useState } from 'preact/hooks';
import { areAscending, type FanThresholds, fanLevels } from '../../../utils/domain/fan-points.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { SavedState } from '../../ui/saved-state.tsx';
import { NumberField, wholeNumber } from './number-field.tsx';
import { useT } from './words.tsx';

const most = 100_000;
const quiet = { from: 7, to: 365 };

type Draft = Record<(typeof fanLevels)[number] | 'quiet', string>;

function draftOf({ fanThresholds, quietDays }: Settings): Draft {
  const { fan, loyal, promoter, ambassador } = fanThresholds;
  return {
    fan: String(fan),
    loyal: String(loyal),
    promoter: String(promoter),
    ambassador: String(ambassador),
    quiet: String(quietDays),
  };
}

/** From how many points on somebody has a level, and after how many days they went quiet. */
export function LevelsPanel({ settings }: { settings: Settings }) {
  const t = useT();
  const save = useAction('settings.save');
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [wrong, setWrong] = useState<readonly (keyof Draft)[]>([]);
  const [order, setOrder] = useState(false);

  const send = async () => {
    const values = fanLevels.map((level) => [level, wholeNumber(draft[level], 1, most)] as const);
    const quietDays = wholeNumber(draft.quiet, quiet.from, quiet.to);
    const faulty = [
      ...values.flatMap(([level, value]) => (value === null ? [level] : [])),
      ...(quietDays === null ? (['quiet'] as const) : []),
    ];
    const thresholds = Object.fromEntries(values) as unknown as FanThresholds;
    const isOrdered = faulty.length > 0 || areAscending(thresholds);
    setWrong(faulty);
    setOrder(!isOrdered);
    if (faulty.length > 0 || !isOrdered || quietDays === null) return save.clear();
    await save.run({ changes: { fanThresholds: thresholds, quietDays } });
  };
  const set = (field: keyof Draft) => (value: string) => {
    save.clear();
    setDraft({ ...draft, [field]: value });
  };
  const error = (field: keyof Draft, from: number, to: number) =>
    wrong.includes(field) ? t('fans_levels_wrong_number', { from, to }) : undefined;
  return (
    <section class="panel" aria-labelledby="fans-levels">
      <div class="panel-head">
        <h2 id="fans-levels">{t('fans_tab_levels')}</h2>
        <SavedState pending={save.pending} done={save.done} failed={null} />
      </div>
      <p class="soft">{t('fans_levels_words')}</p>
      <p class="soft">{t('fans_levels_counts')}</p>
      <form
        class="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="form-row">
          {fanLevels.map((level) => (
            <NumberField
              key={level}
              label={t('fans_levels_from', { level: t(`fans_level_${level}`) })}
              error={error(level, 1, most)}
              value={draft[level]}
              onInput={set(level)}
            />
          ))}
          <NumberField
            label={t('fans_levels_quiet')}
            error={error('quiet', quiet.from, quiet.to)}
            value={draft.quiet}
            onInput={set('quiet')}
          />
        </div>
        {order && <Note kind="bad">{t('fans_levels_wrong_order')}</Note>}
        {save.failed && <ErrorNote code={save.failed} />}
        <div class="form-end">
          <Button kind="primary" type="submit" pending={save.pending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
