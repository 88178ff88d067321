import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { hintFields } from '../../utils/domain/hint-fields.ts';
import { formatMoney, formatNumber } from '../../utils/i18n/format.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import { useAction } from '../hooks/use-action.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { fieldName } from '../ui/reading.tsx';
import { useWords } from '../ui/words.ts';

type HintContext = Extract<FrameContext, { surface: 'hint' }>;

/** Longer texts are cut here; what is read is whole. */
const longest = 280;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value as it was sent, in the locale's way. */
function valueWords(t: Translate<FrameKey>, { hint, value }: HintContext): string {
  const meaning = hintFields[hint.field];
  if (value === undefined) return '';
  if (meaning === 'money') {
    const [amount = '', currency = ''] = value.split(' ');
    return formatMoney(t.locale, { amount, currency });
  }
  return meaning === 'text' ? cut(value) : formatNumber(t.locale, Number(value));
}

/** What stands where the person pointed, and how it was understood: she says whether that is right. */
export function HintCard({ context, writable }: { context: HintContext; writable: boolean }) {
  const t = useWords<FrameKey>();
  const save = useAction('hint.save');
  const point = useAsk('hint.point');
  const { hint, raw, value, saved } = context;
  const name = fieldName(t, hint.field);
  return (
    <div class="card-body">
      <dl class="known">
        <div>
          <dt>{t('hint_stands')}</dt>
          <dd>
            <bdi class="fact">{cut(raw)}</bdi>
          </dd>
        </div>
        {value !== undefined && (
          <div>
            <dt>{t('hint_read_as', { field: name })}</dt>
            <dd>
              <bdi class="fact hint-value">{valueWords(t, context)}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {saved ? (
        <Note kind="good">{t('hint_saved', { field: name })}</Note>
      ) : value === undefined ? (
        <Note kind="warn">{t(`hint_not_${hintFields[hint.field]}`, { field: name })}</Note>
      ) : (
        <p>{t('hint_words', { platform: hint.host ?? t(`platform_${hint.platform}`) })}</p>
      )}
      {!saved && (
        <div class="card-end">
          {value !== undefined && (
            <Button
              kind="primary"
              pending={save.pending}
              disabled={!writable}
              onClick={() => void save.run({})}
            >
              {t('hint_remember')}
            </Button>
          )}
          <Button pending={point.pending} onClick={() => void point.run({ field: hint.field })}>
            {t('hint_again')}
          </Button>
        </div>
      )}
      {save.failed && <ErrorNote code={save.failed} />}
      {point.failed && <ErrorNote code={point.failed} />}
    </div>
  );
}
