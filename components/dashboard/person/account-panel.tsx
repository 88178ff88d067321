import { useId } from 'preact/hooks';
import type { Account, Observation } from '../../../utils/domain/creator.ts';
import { formatList, formatTime } from '../../../utils/i18n/format.ts';
import { AccountFacts, fieldName } from '../../ui/reading.tsx';
import { useT } from '../words.ts';
import { AccountChart } from './account-chart.tsx';
import { FactList } from './fact-list.tsx';
import { dayAndAgo } from './read-time.tsx';
import { WebLink } from './web-link.tsx';

/** What one asks of every profile; each is either shown or said to be unread. */
const expected = ['followers', 'posts', 'bio', 'links', 'emails'] as const;

function unread({ facts }: Account) {
  // a group has members in the place of followers
  return expected.filter((name) => !facts[name] && !(name === 'followers' && facts.members));
}

/** One profile: its numbers, how they moved, and everything that was read of it with its source. */
export function AccountPanel({
  account,
  observations,
  waiting,
}: {
  account: Account;
  /** oldest first; absent while they are asked for */
  observations: readonly Observation[] | undefined;
  /** keeps the place of the line that is being asked for, so that nothing jumps */
  waiting: boolean;
}) {
  const t = useT();
  const headingId = useId();
  const times = Object.values(account.readAt).sort();
  const newest = times.at(-1);
  const missing = unread(account);
  return (
    <section class="panel" aria-labelledby={headingId}>
      <div>
        <h2 id={headingId}>
          {t(`platform_${account.platform}`)} <bdi>@{account.handle}</bdi>
        </h2>
        <p class="person-address">
          <WebLink address={account.url} />
        </p>
        <p class="soft">
          {newest ? t('person_read', { when: dayAndAgo(t, newest) }) : t('person_never_read')}
        </p>
      </div>
      <AccountFacts reading={account.facts} />
      {waiting && newest && <div class="person-chart-place" />}
      {observations && <AccountChart account={account} observations={observations} />}
      {newest && missing.length > 0 && (
        <p class="soft">
          {t('person_unread', {
            fields: formatList(
              t.locale,
              missing.map((name) => fieldName(t, name)),
            ),
          })}
        </p>
      )}
      {account.handleHistory.length > 0 && (
        <div>
          <h3>{t('person_handles_before')}</h3>
          <ul class="bullets">
            {account.handleHistory.map(({ handle, until }) => (
              <li key={`${handle} ${until}`}>
                <bdi>@{handle}</bdi>{' '}
                <span class="soft">{t('person_until', { date: formatTime(t.locale, until) })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {newest && <FactList account={account} />}
    </section>
  );
}
