import './rights-line.css';
import { useMemo } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import { translateWith } from '../../../utils/i18n/translate.ts';
import type { RightsHere } from '../../../utils/messaging/protocol/rights.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLoadedWords } from '../../ui/use-loaded-words.ts';
import { useWords } from '../../ui/words.ts';
import { loadRightsWords, type RightsEnglish } from './load-rights-words.ts';

/**
 * "May I use this in ads?" beside the post, for the one item that this frame is about. Privately read, so it stands in the frame and never in
 * the page; nothing where the item is no UGC.
 */
export function RightsLine() {
  const here = useQuery('rights.here', {}, ['rights', 'frame']);
  return here.value ? <Answers here={here.value} /> : null;
}

function Answers({ here: { uses, creditLine } }: { here: RightsHere }) {
  const surface = useWords();
  const loaded = useLoadedWords(loadRightsWords, surface.language);
  const t = useMemo(
    () =>
      loaded && translateWith<RightsEnglish>(loaded.words, loaded.language, 'cross-border', surface.locale),
    [loaded, surface.locale],
  );
  if (!t) return null;
  const today = localDay();
  return (
    <section class="rights-here" aria-label={t('rights_may')}>
      <h2>{t('rights_may')}</h2>
      <dl>
        {uses.map(({ scope, may, why, day }) => (
          <div key={scope}>
            <dt>{t(`rights_scope_${scope}`)}</dt>
            <dd class={may ? 'may' : undefined}>
              <Icon name={may ? 'check' : 'close'} />
              {t(`rights_use_${why}`, day ? { day: formatDay(t.locale, day, today) } : {})}
            </dd>
          </div>
        ))}
      </dl>
      {creditLine && (
        <p>
          <bdi>{t('rights_credit_line', { line: creditLine })}</bdi>
        </p>
      )}
    </section>
  );
}
