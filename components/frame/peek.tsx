import { useEffect, useMemo } from 'preact/hooks';
import { localDay } from '../../utils/domain/day.ts';
import { formatDay } from '../../utils/i18n/format.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import { chooseLanguage, chooseLocale, makeTranslate, type Translate } from '../../utils/i18n/translate.ts';
import type { Peek as PeekFacts } from '../../utils/messaging/protocol/sites.ts';
import { usePeek } from '../hooks/use-peek.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { frameWords } from './frame-words.ts';

/** What stands beside a known name while the pointer rests on it. Only to be read: the pointer goes through it. */
export function Peek({ browserLanguage }: { browserLanguage: string }) {
  const settings = useQuery('settings.get', {}, ['settings']);
  const facts = usePeek();
  const language = chooseLanguage(settings.value?.language ?? 'auto', browserLanguage);
  const market = settings.value?.market ?? 'cross-border';
  const t = useMemo(
    () => makeTranslate(frameWords, language, market, chooseLocale(language, browserLanguage)),
    [language, market, browserLanguage],
  );
  useAppearance(t.locale, settings.value?.theme ?? 'auto', t('frame_title'));
  useEffect(() => {
    document.documentElement.classList.add('peek');
  }, []);
  if (!facts || settings.state === 'loading') return null;
  return (
    <main class="peek-card">
      <h1>
        <bdi>{facts.displayName}</bdi>
      </h1>
      <PeekLines facts={facts} t={t} />
    </main>
  );
}

function PeekLines({ facts, t }: { facts: PeekFacts; t: Translate<FrameKey> }) {
  const { mark, status, lastContact, nextAction, tags, notes } = facts;
  const today = localDay(new Date());
  const late = nextAction !== undefined && nextAction.due < today;
  return (
    <>
      <p class="peek-mark">
        {mark !== 'new' && <b class={mark === 'do-not-contact' ? 'stop' : ''}>{t(`mark_${mark}`)}</b>}
        {status && <span>{t(`status_${status}`)}</span>}
      </p>
      {(lastContact || nextAction) && (
        <dl>
          {lastContact && (
            <div>
              <dt>{t('last_contact')}</dt>
              <dd>{formatDay(t.locale, lastContact, today)}</dd>
            </div>
          )}
          {nextAction && (
            <div>
              <dt>{t('next_action')}</dt>
              <dd>
                <span class={late ? 'late' : ''}>{formatDay(t.locale, nextAction.due, today)}</span>{' '}
                <bdi>{nextAction.text}</bdi>
              </dd>
            </div>
          )}
        </dl>
      )}
      {tags.length > 0 && (
        <ul class="peek-tags">
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
      {notes && <p class="peek-notes">{notes}</p>}
    </>
  );
}
