import { useState } from 'preact/hooks';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { ProfileAddress } from '../person/profile-address.tsx';
import { useT } from '../words.ts';

/** Who asked not to be stored: how many profiles, and the way to allow one again. Nobody can be listed, only hashes are kept. */
export function SuppressedSection() {
  const t = useT();
  const count = useQuery('suppression.count', {}, ['creators', 'storage']);
  const lift = useAction('suppression.lift');
  const [outcome, setOutcome] = useState<{ name: string; lifted: boolean } | null>(null);
  return (
    <section class="panel" aria-labelledby="about-suppressed">
      <h2 id="about-suppressed">{t('about_suppressed')}</h2>
      {count.state === 'loading' && <Skeleton lines={1} label={t('loading')} />}
      {count.code && <ErrorNote code={count.code} again={count.again} />}
      {count.value && count.value.count === 0 && <p>{t('about_suppressed_none')}</p>}
      {count.value && count.value.count > 0 && (
        <p>{t('about_suppressed_count', { count: count.value.count })}</p>
      )}
      <p class="soft">{t('about_suppressed_words')}</p>
      {count.value && (count.value.count > 0 || outcome) && (
        <ProfileAddress
          label={t('about_lift_address')}
          hint={t('person_address_hint')}
          submit={t('about_lift')}
          pending={lift.pending}
          onProfile={async (account) => {
            setOutcome(null);
            const result = await lift.run({ account });
            if (!result.ok) return false;
            const name = `${t(`platform_${account.platform}`)} @${account.handle}`;
            setOutcome({ name, lifted: result.value.lifted });
            count.again();
            return result.value.lifted;
          }}
        />
      )}
      {lift.failed && <ErrorNote code={lift.failed} />}
      {outcome && (
        <Note kind={outcome.lifted ? 'good' : 'warn'}>
          {t(outcome.lifted ? 'about_lifted' : 'about_not_lifted', { name: outcome.name })}
        </Note>
      )}
    </section>
  );
}
