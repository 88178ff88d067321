import type { Language } from '../../utils/domain/vocabulary.ts';
import { changeSentence } from '../../utils/i18n/change-sentence.ts';
import type { alerts } from '../../utils/i18n/locales/en/alerts.ts';
import type { watch } from '../../utils/i18n/locales/en/watch.ts';
import { type Translate, translateWith, type WordKey, type Words } from '../../utils/i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import type { HeadlineRow, Since } from './digest.tsx';
import { loadPopupWords, type PopupEnglish } from './load-words.ts';
import { useT } from './words.ts';

type DigestEnglish = typeof watch & typeof alerts;
type English = PopupEnglish & DigestEnglish;

const languages: Record<Language, () => Promise<Words<DigestEnglish>>> = {
  en: async () => (await import('./words/digest-en.ts')).words,
  zh_CN: async () => (await import('./words/digest-zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/digest-zh_TW.ts')).words,
};

type Say = (locale: string) => Translate<WordKey<English>>;

/** What the popup draws the digest with, in one language. */
export async function loadDigest(language: Language) {
  // the popup has its own words already: they are not loaded a second time
  const words = { ...(await loadPopupWords(language)), ...(await languages[language]()) };
  /** `t` of the popup has the locale; these words know no creator, so the market is any */
  const say: Say = (locale) => translateWith<English>(words, language, 'cross-border', locale);
  return { say, Switch, Headlines };
}
/** Chooses since when. */
function Switch({ say, since, onSince }: { say: Say; since: Since; onSince: (since: Since) => void }) {
  const t = say(useT().locale);
  return (
    <fieldset class="digest-switch" aria-label={t('digest_since')}>
      {(['looked', 'yesterday'] as const).map((each) => (
        <Button key={each} kind="quiet" pressed={since === each} onClick={() => onSince(each)}>
          {t(`digest_${each}`)}
        </Button>
      ))}
    </fieldset>
  );
}

/** Up to three sentences on one competitor, the gravest first; each leads to its history. */
function Headlines({
  say,
  since,
  name,
  row,
  onOpen,
}: {
  say: Say;
  since: Since;
  name: string;
  row: HeadlineRow;
  onOpen: () => void;
}) {
  const t = say(useT().locale);
  const more = row.count - row.changes.length;
  return (
    <ul class="digest" aria-label={t('digest_of', { name })}>
      {row.changes.map((change) => (
        <li key={change.id} class={`digest-line ${change.severity}`}>
          <button type="button" class="link" onClick={onOpen}>
            {change.severity === 'high' && <span class="sr-only">{t('watch_severity_high')}: </span>}
            {changeSentence(change, t)}
          </button>
        </li>
      ))}
      {/* how many are unread stands above already */}
      {since === 'yesterday' && more > 0 && <li class="soft">{t('watch_and_more', { count: more })}</li>}
    </ul>
  );
}
