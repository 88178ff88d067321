import type { Account } from '../../utils/domain/creator.ts';
import type { CreatorReading, Field } from '../../utils/domain/page-reading.ts';
import { formatNumber, formatTime } from '../../utils/i18n/format.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import { fieldName } from '../ui/reading.tsx';
import { useWords } from '../ui/words.ts';

type Value = NonNullable<CreatorReading[keyof CreatorReading]>['value'];

/** Longer texts are cut on the card; the creator's page has them whole. */
const longest = 280;

function words(t: Translate<FrameKey>, value: Value): string {
  if (typeof value === 'number') return formatNumber(t.locale, value);
  if (typeof value === 'boolean') return value ? t('frame_yes') : t('frame_no');
  const text = Array.isArray(value) ? value.join('\n') : value;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function facts(reading: CreatorReading): [name: string, field: Field<Value>][] {
  return Object.entries(reading).flatMap(([name, field]) => (field ? [[name, field as Field<Value>]] : []));
}

/** Everything that was read of an account: value, what the page said, where it stood and when it was read. */
export function ReadFacts({ account }: { account: Account }) {
  const t = useWords<FrameKey>();
  return (
    <details class="read-facts">
      <summary>{t('frame_sources')}</summary>
      <dl>
        {facts(account.facts).map(([name, field]) => {
          const readAt = account.readAt[name];
          const source = t(`frame_source_${field.source}`);
          return (
            <div key={name}>
              <dt>{fieldName(t, name)}</dt>
              <dd>
                <bdi class="fact">{words(t, field.value)}</bdi>
                {field.precision === 'rounded' && (
                  <span class="rounded">
                    {' '}
                    {field.raw ? t('rounded_hint', { raw: field.raw }) : t('rounded')}
                  </span>
                )}
                <span class="origin">
                  {readAt ? t('frame_source_line', { source, date: formatTime(t.locale, readAt) }) : source}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
