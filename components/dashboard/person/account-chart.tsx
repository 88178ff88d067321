import { useState } from 'preact/hooks';
import type { Account, Observation } from '../../../utils/domain/creator.ts';
import { formatNumber, formatTime } from '../../../utils/i18n/format.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useT } from '../words.ts';
import { growthBetween, type Look, looksAt, type SizeName, sizeOf } from './growth.ts';

/** Followers (of a group: members) over time, and what can honestly be said about their growth. */
export function AccountChart({
  account,
  observations,
}: {
  account: Account;
  observations: readonly Observation[];
}) {
  const t = useT();
  const name = sizeOf(observations);
  const looks = looksAt(observations, name);
  const [first] = looks;
  const last = looks.at(-1);
  if (!first || !last) return null;
  if (looks.length === 1) return <p class="soft">{t('person_one_look')}</p>;
  const size = t(`field_${name}`);
  const time = (look: Look) => formatTime(t.locale, new Date(look.at).toISOString());
  const number = (value: number) => formatNumber(t.locale, value);
  const values = looks.map((look) => look.value);
  return (
    <figure class="person-chart">
      <figcaption>
        <span>{t('person_chart', { size, count: looks.length })}</span>
        <GrowthWords before={first} after={last} />
      </figcaption>
      <Sparkline
        points={looks}
        label={t('person_chart_words', {
          name: `${size} @${account.handle}`,
          count: looks.length,
          first: number(first.value),
          from: time(first),
          last: number(last.value),
          to: time(last),
          low: number(Math.min(...values)),
          high: number(Math.max(...values)),
        })}
      />
      <p class="person-chart-ends soft" aria-hidden="true">
        <span>
          {number(first.value)}, {time(first)}
        </span>
        <span>
          {number(last.value)}, {time(last)}
        </span>
      </p>
      <LookTable looks={looks} name={name} />
    </figure>
  );
}

/** The growth in words. A difference inside the site's rounding is not called one. */
function GrowthWords({ before, after }: { before: Look; after: Look }) {
  const t = useT();
  const growth = growthBetween(before, after);
  if (!('by' in growth))
    return <span class="soft">{t(growth.state === 'same' ? 'person_same' : 'person_unclear')}</span>;
  const change = `${growth.by > 0 ? '+' : '−'}${formatNumber(t.locale, Math.abs(growth.by))}`;
  return <strong>{growth.state === 'about' ? t('person_about', { change }) : change}</strong>;
}

/** The numbers behind the line, newest first; drawn only once it is opened. */
function LookTable({ looks, name }: { looks: readonly Look[]; name: SizeName }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('person_values')}</summary>
      {open && (
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{t('person_when')}</th>
              <th scope="col">{t(`field_${name}`)}</th>
            </tr>
          </thead>
          <tbody>
            {looks.toReversed().map((look) => (
              <tr key={look.at}>
                <td>{formatTime(t.locale, new Date(look.at).toISOString())}</td>
                <td>
                  {formatNumber(t.locale, look.value)}
                  {look.rounded && <span class="rounded"> {t('rounded')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
