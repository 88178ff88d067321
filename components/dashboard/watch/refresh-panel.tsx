import { useState } from 'preact/hooks';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { noRefreshFor, offeredHours, refreshOrigin } from '../../../utils/domain/refresh.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useRefreshes } from '../../hooks/use-refreshes.ts';
import { CheckField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useSurroundings } from '../surroundings.ts';
import { RefreshStatus } from './refresh-status.tsx';
import { useT } from './words.tsx';

/** Refreshed without being opened: whether, how often, and how that goes. For a page that cannot be, why. */
export function RefreshPanel({ page }: { page: WatchedPage }) {
  const t = useT();
  const impossible = noRefreshFor(page);
  return (
    <section class="panel" aria-labelledby="watch-refresh">
      <h2 id="watch-refresh">{t('refresh_title')}</h2>
      {impossible ? <p class="soft">{t(`refresh_not_${impossible}`)}</p> : <Schedule page={page} />}
    </section>
  );
}

const usualHours = 24;
const hostOf = (url: string) => new URL(url).hostname;

function Schedule({ page }: { page: WatchedPage }) {
  const t = useT();
  const { requestHosts } = useSurroundings();
  const list = useRefreshes(page.competitorId);
  const save = useAction('refresh.set');
  const [denied, setDenied] = useState(false);
  const hours = page.refresh?.hours;
  const state = list.value?.rows.find(({ watchedPageId }) => watchedPageId === page.id);
  const set = (next: number | null) => save.run({ watchedPageId: page.id, hours: next });
  const switchOn = async () => {
    setDenied(false);
    // in the click itself: browsers ask only then
    const granted = await requestHosts([refreshOrigin(page.url)]).catch(() => false);
    if (granted) await set(usualHours);
    else setDenied(true);
  };
  return (
    <>
      <CheckField
        label={t('refresh_switch')}
        hint={t('refresh_hint', { host: hostOf(page.url) })}
        checked={hours !== undefined}
        disabled={save.pending}
        onChange={(on) => void (on ? switchOn() : set(null))}
      />
      {denied && <Note kind="bad">{t('refresh_denied', { host: hostOf(page.url) })}</Note>}
      {save.failed && <ErrorNote code={save.failed} />}
      {hours !== undefined && (
        <div class="narrow">
          <Select
            label={t('refresh_every')}
            value={String(hours)}
            options={hourOptions(hours).map((value) => ({
              value: String(value),
              label: t(value % 24 === 0 ? 'refresh_days' : 'refresh_hours', {
                count: value % 24 === 0 ? value / 24 : value,
              }),
            }))}
            onChange={(value) => void set(Number(value))}
          />
        </div>
      )}
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {hours !== undefined && state && <RefreshStatus page={page} state={state} />}
    </>
  );
}

/** What is offered, and what was chosen where that is none of it. */
function hourOptions(chosen: number): number[] {
  return [...new Set([...offeredHours, chosen])].sort((a, b) => a - b);
}
