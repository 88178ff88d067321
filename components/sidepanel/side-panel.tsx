import type { ComponentType } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import type { BesideProps } from '../hooks/palette-surface.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Mark } from '../ui/mark.tsx';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Tabs as Views } from '../ui/tabs.tsx';
import { productName, WordsProvider } from '../ui/words.ts';
import { type Tabs, useActiveTab } from './use-active-tab.ts';
import { Who } from './who.tsx';
import { panelWords } from './words.ts';

type Looked = Output<'palette.look'>;
type View = 'replies' | 'queue';

/** A part of its own: most who open the panel are about to write. */
const Queue = lazy(async () => (await import('./queue-part.tsx')).QueuePart, 8);

/** Where a place of the panel begins: an address with `#queue` opens on what is to be handled. */
const firstView = (): View => (location.hash === '#queue' ? 'queue' : 'replies');

/**
 * The work beside the page: who is there, the saved replies for what is written there, and what is to be handled. Follows the active tab.
 */
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
  const [view, setView] = useState<View>(firstView);
  const waiting = useQuery('case.queue', { filter: {}, after: null, limit: 1 }, ['cases']);
  const open = waiting.value?.counts.open;
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
        <Views
          label={t('beside_tabs')}
          value={view}
          panelId="panel-view"
          tabs={[
            { value: 'replies', label: t('beside_tab_replies') },
            {
              value: 'queue',
              label: open ? t('beside_tab_queue_count', { number: open }) : t('beside_tab_queue'),
            },
          ]}
          onChange={setView}
        />
        {view === 'replies' && person && (
          <Who person={person} onOpen={() => openDashboard(`#/creator/${person.creatorId}`)} />
        )}
        <div
          id="panel-view"
          role="tabpanel"
          aria-label={t(view === 'queue' ? 'beside_tab_queue' : 'beside_tab_replies')}
        >
          {view === 'queue' && <Queue onReplies={() => setView('replies')} />}
          {view === 'replies' &&
            (at ? (
              <Replies key={at.tabId} tabId={at.tabId} turn={at.turn} onLooked={onLooked} />
            ) : (
              <Skeleton lines={6} label={t('loading')} />
            ))}
        </div>
      </main>
    </WordsProvider>
  );
}
