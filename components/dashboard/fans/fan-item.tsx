import { useId, useState } from 'preact/hooks';
import type { FanThresholds } from '../../../utils/domain/fan-points.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { formatAgo } from '../../../utils/i18n/format.ts';
import type { FanRow } from '../../../utils/messaging/protocol/fans.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { FanHistory } from './fan-history.tsx';
import { nameOf, ProfileLink } from './profile-link.tsx';
import { CopyThanks, type Thanks } from './thanks.tsx';
import { useT } from './words.tsx';

/**
 * One fan: who, how loyal, when last, and what can be done.
 * @param thanking the row stands in the list of those to thank and leaves it when they are
 * @param onGone called then, for the focus
 */
export function FanItem({
  row,
  thanking,
  thanks,
  thresholds,
  onGone,
}: {
  row: FanRow;
  thanking: boolean;
  thanks: Thanks | null;
  thresholds: FanThresholds;
  onGone: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const historyId = useId();
  const [open, setOpen] = useState(false);
  const thanked = useAction('fan.thanked');
  const { fan, level, creatorId, doNotContact } = row;
  const name = nameOf(fan.author);
  const ago = (time: string) => formatAgo(t.locale, time, Date.now());

  const thank = async () => {
    const operationId = newId();
    const result = await thanked.run({ fanId: fan.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('fans_thanked', { name }), undo: operationId });
    if (thanking) onGone();
  };
  return (
    <li class="fan-row">
      <div class="row-words">
        <p>
          <bdi class="strong">{name}</bdi>{' '}
          <span class={`fan-level ${level}`}>{t(`fans_level_${level}`)}</span>
          {doNotContact && <span class="fan-stop">{t('fans_stop')}</span>}
        </p>
        <p class="soft">
          {t('fans_points', { count: fan.points })} · {t('fans_last', { ago: ago(fan.lastAt) })}
          {fan.thankedAt && ` · ${t('fans_thanked_ago', { ago: ago(fan.thankedAt) })}`}
        </p>
        <p class="fan-links">
          <ProfileLink author={fan.author} />
          {creatorId && (
            <a href={`#/creator/${creatorId}`} aria-label={t('fans_in_notebook_named', { name })}>
              {t('fans_in_notebook')}
            </a>
          )}
        </p>
      </div>
      <div class="fan-tools">
        {thanks && !doNotContact && <CopyThanks author={fan.author} thanks={thanks} />}
        {!doNotContact && (
          <Button
            icon="check"
            pending={thanked.pending}
            label={t('fans_thank_named', { name })}
            onClick={() => void thank()}
          >
            {t('fans_thank')}
          </Button>
        )}
        <Button
          kind="quiet"
          icon={open ? 'up' : 'down'}
          expanded={open}
          controls={historyId}
          label={t('fans_history_named', { name })}
          onClick={() => setOpen(!open)}
        >
          {t('fans_history')}
        </Button>
      </div>
      {thanked.failed && <ErrorNote code={thanked.failed} />}
      {open && (
        <div id={historyId} class="fan-more">
          <FanHistory row={row} thresholds={thresholds} />
        </div>
      )}
    </li>
  );
}
