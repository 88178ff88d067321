import { formatNumber } from '../../utils/i18n/format.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { WordsHere } from './places.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** What stands on the screen: people to collect, comments without an answer. Nothing where no script of ours looks. */
export function ScreenRow({ tabId }: { tabId: number }) {
  const t = useT();
  const { close } = useSurroundings();
  const screen = useQuery('tab.screen', { tabId }, ['creators', 'brands', 'keyword-hits']);
  const order = useAsk('tab.order');
  const seen = screen.value;
  if (!seen || (seen.people === 0 && seen.comments === 0 && !seen.keywords)) return null;
  const give = async (what: 'collect' | 'unanswered-on' | 'unanswered-off') => {
    if (!(await order.run({ tabId, order: what })).ok) return;
    // the list and the marks stand in the page, under the popup
    if (what === 'unanswered-off') screen.again();
    else close();
  };
  return (
    <div class="screen-row">
      {seen.people > 0 && (
        <p>
          <span>{t('screen_people', { count: seen.people })}</span>
          <Button kind="quiet" icon="person" onClick={() => void give('collect')}>
            {t('screen_collect')}
          </Button>
        </p>
      )}
      {seen.comments > 0 && (
        <p>
          <span>
            {seen.unanswered === null
              ? t('screen_comments', { count: seen.comments })
              : t('screen_unanswered', {
                  count: seen.unanswered,
                  all: formatNumber(t.locale, seen.comments),
                })}
          </span>
          {seen.unanswered !== null && (
            <Button
              kind="quiet"
              icon="eye"
              onClick={() => void give(seen.filtered ? 'unanswered-off' : 'unanswered-on')}
            >
              {seen.filtered ? t('screen_hide') : t('screen_show')}
            </Button>
          )}
        </p>
      )}
      {seen.keywords && <WordsHere found={seen.keywords} />}
      {order.failed && <ErrorNote code={order.failed} />}
    </div>
  );
}
