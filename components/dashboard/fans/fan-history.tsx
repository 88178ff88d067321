import { useState } from 'preact/hooks';
import { type FanThresholds, fanNoteLimit, mostByHand, pointsOf } from '../../../utils/domain/fan-points.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { formatAgo, formatNumber, formatTime } from '../../../utils/i18n/format.ts';
import type { FanPointRow, FanRow } from '../../../utils/messaging/protocol/fans.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useFanPoints } from '../../hooks/use-fans.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { NumberField, wholeNumber } from './number-field.tsx';
import { nameOf } from './profile-link.tsx';
import { useT } from './words.tsx';

/** What counted for one fan, and points by hand. */
export function FanHistory({ row, thresholds }: { row: FanRow; thresholds: FanThresholds }) {
  const t = useT();
  const { rows, more, pending, failed, showMore, again } = useFanPoints(row.fan.id);
  return (
    <>
      <AddPoints row={row} thresholds={thresholds} />
      {failed && <ErrorNote code={failed} again={again} />}
      {!rows && !failed && <Skeleton lines={3} label={t('loading')} />}
      {rows && (
        <ul class="rows">
          {rows.map((each) => (
            <Point key={each.point.id} row={each} />
          ))}
        </ul>
      )}
      {rows && more && (
        <div>
          <Button pending={pending} onClick={showMore}>
            {t('fans_more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Point({ row: { point, source } }: { row: FanPointRow }) {
  const t = useT();
  const sign = point.points > 0 ? '+' : '';
  return (
    <li>
      <span class="fan-sum">
        {point.why !== 'thanked' && `${sign}${formatNumber(t.locale, point.points)}`}
      </span>
      <span class="row-words">
        {t(`fans_why_${point.why}`)}
        {point.note && (
          <>
            {' · '}
            <bdi>{point.note}</bdi>
          </>
        )}
        {source && (
          <>
            {' · '}
            <WebLink address={source.url}>
              <bdi>{source.text ?? t('fans_source')}</bdi>
            </WebLink>
          </>
        )}
      </span>
      <time class="soft" dateTime={point.at} title={formatTime(t.locale, point.at)}>
        {formatAgo(t.locale, point.at, Date.now())}
      </time>
    </li>
  );
}

/** How many points are missing to the next level; null at the highest. */
function missing({ fan, level }: FanRow, thresholds: FanThresholds) {
  const { to } = pointsOf(level, thresholds);
  if (to === undefined) return null;
  const next = ({ none: 'fan', fan: 'loyal', loyal: 'promoter' } as const)[level as 'none' | 'fan' | 'loyal'];
  return { count: to + 1 - fan.points, next: next ?? ('ambassador' as const) };
}

function AddPoints({ row, thresholds }: { row: FanRow; thresholds: FanThresholds }) {
  const t = useT();
  const notify = useNotify();
  const add = useAction('fan.add-points');
  const [points, setPoints] = useState('1');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const { fan } = row;
  const from = -Math.min(fan.points, mostByHand);
  const next = missing(row, thresholds);

  const save = async () => {
    const count = wholeNumber(points, from, mostByHand);
    const isWrong = count === null || count === 0;
    setWrong(isWrong);
    if (isWrong) return;
    const operationId = newId();
    const why = note.trim();
    const result = await add.run(
      { fanId: fan.id, points: count, ...(why ? { note: why } : {}) },
      operationId,
    );
    if (!result.ok) return;
    setPoints('1');
    setNote('');
    notify({ text: t('fans_added', { count, name: nameOf(fan.author) }), undo: operationId });
  };
  return (
    <form
      class="fan-add"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberField
        label={t('fans_add')}
        hint={[
          t('fans_add_words'),
          next && t('fans_to_next', { count: next.count, level: t(`fans_level_${next.next}`) }),
        ]
          .filter(Boolean)
          .join(t.language === 'en' ? ' ' : '')}
        error={wrong ? t('fans_add_wrong', { from, to: mostByHand }) : undefined}
        value={points}
        onInput={setPoints}
      />
      <TextField label={t('fans_add_note')} value={note} maxLength={fanNoteLimit} onInput={setNote} />
      <Button type="submit" pending={add.pending}>
        {t('fans_add_button')}
      </Button>
      {add.failed && <ErrorNote code={add.failed} />}
    </form>
  );
}
