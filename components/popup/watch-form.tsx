import { useState } from 'preact/hooks';
import type { WatchlistRow } from '../../utils/domain/competitor.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { type Tier, tiers } from '../../utils/domain/vocabulary.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { useNotify } from '../ui/toast.tsx';
import { type ReadTab, subjectName } from './fitting-action.ts';
import { useT } from './words.ts';

/** Puts the active tab's page on the watchlist, as a new competitor's or as one more page of a competitor who stands there. */
export function WatchForm({
  tab,
  watchlist,
  onCancel,
}: {
  tab: ReadTab;
  watchlist: readonly WatchlistRow[];
  onCancel?: (() => void) | undefined;
}) {
  const t = useT();
  const notify = useNotify();
  const add = useAction('watchlist.add');
  const [name, setName] = useState(() => subjectName(tab));
  const [tier, setTier] = useState<Tier>(tab.mark === 'ours' ? 'own' : 'equal');
  const [belongs, setBelongs] = useState('');
  const existing = watchlist.find((row) => row.competitor.id === belongs)?.competitor;

  const submit = async () => {
    const operationId = newId();
    const { url, key, platform, kind } = tab.reading;
    const chosen = existing
      ? { competitorId: existing.id, name: existing.name, tier: existing.tier }
      : { name: name.trim(), tier };
    const page = { url, ...(key ? { key } : {}), title: tab.title.slice(0, 1_000), platform, kind };
    const result = await add.run({ ...chosen, page }, operationId);
    if (!result.ok) return;
    if (result.value.alreadyWatched) notify({ text: t('watch_already', { name: chosen.name }) });
    else notify({ text: t('watch_added', { name: chosen.name }), undo: operationId });
    onCancel?.();
  };

  return (
    <form
      class="form-stack"
      aria-label={t('watch_page')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!add.pending && (existing || name.trim())) void submit();
      }}
    >
      {watchlist.length > 0 && (
        <Select
          label={t('watch_belongs')}
          value={belongs}
          options={[
            { value: '', label: t('watch_new') },
            ...watchlist.map(({ competitor }) => ({ value: competitor.id, label: competitor.name })),
          ]}
          onChange={setBelongs}
        />
      )}
      {!existing && (
        <div class="form-row">
          <TextField label={t('watch_name')} value={name} maxLength={200} onInput={setName} />
          <Select
            label={t('watch_tier')}
            value={tier}
            options={tiers.map((value) => ({ value, label: t(`tier_${value}`) }))}
            onChange={setTier}
          />
        </div>
      )}
      <div class="form-end">
        <Button
          kind="primary"
          type="submit"
          icon="eye"
          pending={add.pending}
          disabled={!existing && !name.trim()}
        >
          {onCancel ? t('watch') : t('watch_page')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
      {add.failed && <ErrorNote code={add.failed} />}
    </form>
  );
}
