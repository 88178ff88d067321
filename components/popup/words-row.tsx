import type { Screen } from '../../utils/domain/screen.ts';
import { formatList } from '../../utils/i18n/format.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import type { SayPlaces } from './places-part.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** In how much of the page below keywords stand, of which groups, and how many there were today. */
export function WordsRow({ say, found }: { say: SayPlaces; found: NonNullable<Screen['keywords']> }) {
  const t = say(useT().locale);
  const { openDashboard } = useSurroundings();
  const groups = useQuery('keyword.groups', {}, ['keywords']).value?.groups;
  const today = useQuery('keyword.trend', { days: 1 }, ['keyword-hits', 'keywords']).value?.counts;
  const sum = today?.reduce((all, { count }) => all + count, 0) ?? 0;
  const named = found.groups.flatMap(({ groupId, items }) => {
    const group = groups?.find(({ id }) => id === groupId);
    return group ? [t('words_group', { name: group.name, count: items })] : [];
  });
  return (
    <div class="words-here">
      <p>
        <span>
          {found.items > 0 ? t('words_here', { count: found.items }) : t('words_none')}
          {found.serious > 0 && (
            <>
              {' · '}
              <strong class="overdue">{t('words_serious', { count: found.serious })}</strong>
            </>
          )}
          {sum > 0 && <span class="soft"> · {t('words_today', { count: sum })}</span>}
        </span>
      </p>
      <p>
        <span class="soft">{formatList(t.locale, named)}</span>
        <Button kind="quiet" icon="open" onClick={() => openDashboard('#/keywords')}>
          {t('words_open')}
        </Button>
      </p>
    </div>
  );
}
