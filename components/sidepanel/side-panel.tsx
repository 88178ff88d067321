import type { ComponentType } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import type { BesideProps } from '../hooks/palette-surface.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { productName, WordsProvider } from '../ui/words.ts';
import { type Tabs, useActiveTab } from './use-active-tab.ts';
import { Who } from './who.tsx';
import { panelWords } from './words.ts';

type Looked = Output<'palette.look'>;

/** The work beside the page: who is there, and the saved replies for what is written there. Follows the active tab. */
export function SidePanel({
  browserLanguage,
  tabs,
  Replies,
  openDashboard,
}: {
  /** the browser's own language, BCP 47 */
  browserLanguage: string;
  tabs: Tabs;
  /** the saved replies, which every surface beside a page shows alike */
  Replies: ComponentType<BesideProps>;
  /** opens the dashboard at a route */
  openDashboard: (route: '#/settings' | '#/creators' | '#/templates' | `#/creator/${string}`) => void;
}) {
  const settings = useQuery('settings.get', {}, ['settings']);
  const look = settings.value ?? defaultSettings;
  const language = chooseLanguage(look.language, browserLanguage);
  const t = useMemo(
    () => makeTranslate(panelWords, language, look.market, chooseLocale(language, browserLanguage)),
    [language, look.market, browserLanguage],
  );
  useAppearance(t.locale, look.theme, productName);
  const at = useActiveTab(tabs);
  const [seen, setSeen] = useState<{ tabId: number; looked: Looked } | null>(null);
  const tabId = at?.tabId;
  const onLooked = useCallback(
    (looked: Looked) => setSeen(tabId === undefined ? null : { tabId, looked }),
    [tabId],
  );
  // what was seen of another tab says nothing about this one
  const here = seen !== null && seen.tabId === tabId ? seen.looked : null;
  const person = here?.context.person;

  return (
    <WordsProvider value={t}>
      <header class="panel-header">
        <Mark />
        <h1>{productName}</h1>
        <IconButton icon="edit" label={t('beside_templates')} onClick={() => openDashboard('#/templates')} />
        <IconButton icon="person" label={t('beside_list')} onClick={() => openDashboard('#/creators')} />
        <IconButton icon="gear" label={t('beside_settings')} onClick={() => openDashboard('#/settings')} />
      </header>
      <main>
        {here?.access === false && (
          <Note action={<Button onClick={() => openDashboard('#/settings')}>{t('beside_allow')}</Button>}>
            {t('beside_no_access')}
          </Note>
        )}
        {person && <Who person={person} onOpen={() => openDashboard(`#/creator/${person.creatorId}`)} />}
        {at ? (
          <Replies key={at.tabId} tabId={at.tabId} turn={at.turn} onLooked={onLooked} />
        ) : (
          <Skeleton lines={6} label={t('loading')} />
        )}
      </main>
    </WordsProvider>
  );
}
