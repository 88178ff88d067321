import { localDay } from '../../utils/domain/day.ts';
import type { PalettePerson } from '../../utils/domain/palette-sight.ts';
import { formatDay, formatDue, formatNumber } from '../../utils/i18n/format.ts';
import type { BesideKey } from '../../utils/i18n/locales/en/beside.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

/** Who is there, where the notebook knows them: whose profile it is, who wrote the comment, or for whom the message is. */
export function Who({ person, onOpen }: { person: PalettePerson; onOpen: () => void }) {
  const t = useWords<BesideKey>();
  const { displayName, handle, platform, status, followers, lastContact, nextAction, doNotContact } = person;
  const today = localDay();
  const facts = [
    platform && t(`platform_${platform}`),
    t(`status_${status}`),
    followers !== undefined && `${t('field_followers')} ${formatNumber(t.locale, followers)}`,
    lastContact && `${t('last_contact')} ${formatDay(t.locale, lastContact, today)}`,
  ].filter((fact) => typeof fact === 'string');
  return (
    <section class="panel who" aria-label={t('beside_person')}>
      <p class="known">
        <Icon name="known" /> {t('beside_person')}
      </p>
      <p class="subject">
        <bdi>{displayName}</bdi>{' '}
        {handle !== undefined && (
          <span class="soft">
            <bdi>@{handle}</bdi>
          </span>
        )}
      </p>
      <p class="soft">{facts.join(' · ')}</p>
      {nextAction && (
        <p class={nextAction.due < today ? 'overdue' : 'soft'} dir="auto">
          {t('beside_due', { date: formatDue(t.locale, nextAction.due, today), text: nextAction.text })}
        </p>
      )}
      {doNotContact && <Note kind="bad">{t('do_not_contact')}</Note>}
      <div>
        <Button kind="quiet" icon="open" onClick={onOpen}>
          {t('beside_open_person')}
        </Button>
      </div>
    </section>
  );
}
