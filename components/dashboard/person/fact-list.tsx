import { useState } from 'preact/hooks';
import type { Account } from '../../../utils/domain/creator.ts';
import type { CreatorReading, Field } from '../../../utils/domain/page-reading.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { CappedList } from '../../ui/capped-list.tsx';
import { fieldName } from '../../ui/reading.tsx';
import { useT } from '../words.ts';
import { ReadTime } from './read-time.tsx';
import { WebLink } from './web-link.tsx';

type Value = NonNullable<CreatorReading[keyof CreatorReading]>['value'];

/** Longer texts begin folded; a profile may hold a hundred thousand characters. */
const longest = 400;

/** What the reader stores when the site shows a longer or other text than the value. */
function said({ value, raw }: Field<Value>): string | null {
  if (!raw || raw === String(value)) return null;
  return raw.length > longest ? `${raw.slice(0, longest)}…` : raw;
}

/** Every fact of an account: value, what the page said, where it stood, when it was read. */
export function FactList({ account }: { account: Account }) {
  const t = useT();
  const facts = Object.entries(account.facts).flatMap(([name, field]) =>
    field ? [{ name, field: field as Field<Value> }] : [],
  );
  return (
    <details class="more">
      <summary>{t('person_facts')}</summary>
      <dl class="person-facts">
        {facts.map(({ name, field }) => {
          const at = account.readAt[name];
          const page = said(field);
          return (
            <div key={name}>
              <dt>{fieldName(t, name)}</dt>
              <dd>
                <FactValue value={field.value} />
                {field.precision === 'rounded' && <span class="rounded"> {t('rounded')}</span>}
                {page && (
                  <p class="person-origin">
                    {t('person_page_said')} <bdi>{page}</bdi>
                  </p>
                )}
                <p class="person-origin">
                  {t(`source_${field.source}`)}
                  {at && (
                    <>
                      {' · '}
                      <ReadTime at={at} />
                    </>
                  )}
                </p>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

function FactValue({ value }: { value: Value }) {
  const t = useT();
  if (typeof value === 'number') return <span class="person-number">{formatNumber(t.locale, value)}</span>;
  if (typeof value === 'boolean') return <span>{value ? t('person_yes') : t('person_no')}</span>;
  if (typeof value === 'string') return <LongText text={value} />;
  return (
    <CappedList
      first={10}
      items={value}
      moreLabel={(count) => t('person_more', { count })}
      row={(text, index) => (
        <li key={`${index} ${text}`}>
          <WebLink address={text} />
        </li>
      )}
    />
  );
}

function LongText({ text }: { text: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= longest)
    return (
      <div class="person-text" dir="auto">
        <WebLink address={text} />
      </div>
    );
  return (
    <>
      <div class="person-text" dir="auto">
        {text.slice(0, longest)}…
      </div>
      <Button kind="quiet" onClick={() => setWhole(true)}>
        {t('person_whole')}
      </Button>
    </>
  );
}
