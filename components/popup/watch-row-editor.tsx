import { useState } from 'preact/hooks';
import type { Competitor } from '../../utils/domain/competitor.ts';
import { tiers } from '../../utils/domain/vocabulary.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { SavedState } from '../ui/saved-state.tsx';
import { Select } from '../ui/select.tsx';
import type { WatchRowProps } from './watch-row.tsx';
import { useT } from './words.ts';

/** Tier, name, place and removal of one competitor. The tier is saved at once, the name on Enter or on leaving the field. */
export function WatchRowEditor({
  competitor,
  first,
  last,
  busy,
  onStep,
  onRemove,
}: { competitor: Competitor } & Pick<WatchRowProps, 'first' | 'last' | 'busy' | 'onStep' | 'onRemove'>) {
  const t = useT();
  const update = useAction('watchlist.update');
  const [name, setName] = useState(competitor.name);
  const rename = () => {
    const next = name.trim();
    if (!next) setName(competitor.name);
    else if (next !== competitor.name) void update.run({ competitorId: competitor.id, name: next });
  };
  return (
    <div class="row-editor form-stack" onFocusOut={rename}>
      <TextField label={t('watch_name')} value={name} maxLength={200} onInput={setName} onEnter={rename} />
      <Select
        label={t('watch_tier')}
        value={competitor.tier}
        options={tiers.map((value) => ({ value, label: t(`tier_${value}`) }))}
        onChange={(tier) => void update.run({ competitorId: competitor.id, tier })}
      />
      <div class="form-end">
        <IconButton
          icon="up"
          label={t('move_up')}
          disabled={first}
          pending={busy}
          onClick={() => onStep(-1)}
        />
        <IconButton
          icon="down"
          label={t('move_down')}
          disabled={last}
          pending={busy}
          onClick={() => onStep(1)}
        />
        <Button kind="danger" icon="remove" pending={busy} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      <SavedState pending={update.pending} done={update.done} failed={update.failed} />
    </div>
  );
}
