import type { CreatorReading, Field } from '../../utils/domain/page-reading.ts';
import { formatNumber } from '../../utils/i18n/format.ts';
import type { CommonKey } from '../../utils/i18n/locales/en/common.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import { useWords } from './words.ts';

/** The name of a fact that a reading has or misses; `product.price` counts as `price`, a fact without a name as "other details". */
export function fieldName(t: Translate<CommonKey>, field: string): string {
  const key = `field_${field.slice(field.lastIndexOf('.') + 1)}`;
  // a key without words comes back as it is
  const words = t(key as CommonKey);
  return words === key ? t('field_unnamed') : words;
}

/** The counts of a reading in the order in which they are looked at. */
export const countNames = ['followers', 'members', 'posts', 'likes', 'views', 'following'] as const;

/** A count as the locale writes it; a number that the site had rounded says so, with what the site said. */
export function Count({ field }: { field: Field<number> }) {
  const t = useWords();
  const rounded = field.precision === 'rounded';
  return (
    <span class="count">
      {formatNumber(t.locale, field.value)}
      {rounded && (
        <span class="rounded" title={field.raw && t('rounded_hint', { raw: field.raw })}>
          {' '}
          {t('rounded')}
        </span>
      )}
    </span>
  );
}

/** The counts of an account as they were read; nothing where none was. */
export function AccountFacts({ reading }: { reading: CreatorReading }) {
  const t = useWords();
  const counts = countNames.flatMap((name) => {
    const field = reading[name];
    return field ? [{ name, field }] : [];
  });
  if (counts.length === 0) return null;
  return (
    <dl class="facts">
      {counts.map(({ name, field }) => (
        <div key={name}>
          <dt>{t(`field_${name}`)}</dt>
          <dd>
            <Count field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
