import { useId, useState } from 'preact/hooks';
import type { Day } from '../../utils/domain/record.ts';
import { formatDay, formatDue } from '../../utils/i18n/format.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { IconButton } from '../ui/button.tsx';
import { CappedList } from '../ui/capped-list.tsx';
import { LazyCreatorCard } from './lazy-creator-card.ts';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Creators whose next action is due, the longest overdue first; nothing is drawn while none is. */
export function DueList({ due, total, today }: { due: Overview['due']; total: number; today: Day }) {
  const t = useT();
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="follow-up">
      <h3 id="follow-up" class="part">
        {t('follow_up')}
      </h3>
      <CappedList
        first={3}
        items={due}
        moreLabel={(count) => t('show_more', { count })}
        row={(row) => <DueRow key={row.creatorId} row={row} today={today} />}
      />
      {total > due.length && <p class="soft">{t('follow_up_more', { count: total - due.length })}</p>}
    </section>
  );
}

function DueRow({ row, today }: { row: Overview['due'][number]; today: Day }) {
  const t = useT();
  const { openTab } = useSurroundings();
  const cardId = useId();
  const [open, setOpen] = useState(false);
  const { url } = row;
  return (
    <li class="due-row">
      <div class="row-head">
        <button
          type="button"
          class="link row-words"
          aria-expanded={open}
          aria-controls={open ? cardId : undefined}
          onClick={() => setOpen(!open)}
        >
          <strong class="clamp" dir="auto">
            {row.displayName}
          </strong>
          <span class="clamp" dir="auto">
            {row.text}
          </span>
          <span class={row.due < today ? 'overdue' : 'soft'} title={formatDay(t.locale, row.due, today)}>
            {formatDue(t.locale, row.due, today)}
          </span>
        </button>
        {url && (
          <IconButton
            icon="open"
            label={t('open_profile', { name: row.displayName })}
            onClick={() => openTab(url)}
          />
        )}
      </div>
      {open && (
        <div id={cardId}>
          <LazyCreatorCard creatorId={row.creatorId} />
        </div>
      )}
    </li>
  );
}
