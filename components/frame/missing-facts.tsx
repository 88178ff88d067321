import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { type HintField, toHintField } from '../../utils/domain/hint-fields.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { fieldName } from '../ui/reading.tsx';
import { useWords } from '../ui/words.ts';

type CardContext = Extract<FrameContext, { surface: 'creator-card' }>;

/** What the page should have told and did not, with the way to show where it stands. */
export function Missing({ missing }: { missing: CardContext['missing'] }) {
  const t = useWords<FrameKey>();
  const point = useAsk('hint.point');
  if (missing.length === 0) return null;
  return (
    <section class="missing">
      <h2>{t('frame_missing')}</h2>
      <ul>
        {missing.map(({ field, reason }) => (
          <li key={`${field} ${reason}`}>
            {t('frame_missing_row', { field: fieldName(t, field), reason: t(`reason_${reason}`) })}
            <PointAt field={field} pending={point.pending} onPoint={(at) => void point.run({ field: at })} />
          </li>
        ))}
      </ul>
      {point.failed && <ErrorNote code={point.failed} />}
    </section>
  );
}

/** For a fact that stands on the page all the same: the person shows where. */
function PointAt({
  field,
  pending,
  onPoint,
}: {
  field: string;
  pending: boolean;
  onPoint: (field: HintField) => void;
}) {
  const t = useWords<FrameKey>();
  const at = toHintField(`creator.${field}`);
  if (!at) return null;
  return (
    <Button
      kind="quiet"
      pending={pending}
      label={t('frame_point_named', { field: fieldName(t, field) })}
      onClick={() => onPoint(at)}
    >
      {t('frame_point')}
    </Button>
  );
}
