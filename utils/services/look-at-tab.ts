import { ok } from '../domain/result.ts';
import type { TabReading } from '../messaging/protocol.ts';
import { clearAsking } from './alerts/toolbar-button.ts';
import { hintsOfTab } from './hints.ts';
import { markFor, markStores } from './mark-handles.ts';
import { noteSiteHealth } from './note-site-health.ts';
import type { Service } from './service.ts';
import { currentTab, readTab } from './tab-reading.ts';
import { watchedPage } from './watched-page.ts';
import { readOnce } from './write-once.ts';

/** What Deckhand sees in the tab that the popup was opened over, and what the notebook knows of it. */
export const lookAtTab: Service<'tab.read'> = async (_input, call) => {
  const tab = await currentTab();
  if (!tab) return ok<TabReading>({ state: 'unreadable', reason: 'browser-page' });
  await clearAsking(tab.id);
  const read = await readTab(tab.id, await hintsOfTab(call, tab.id));
  if (!read.ok) {
    // how Chromium names its own pages, its store and other extensions' pages; Firefox gives one reason for all
    const browserPage = /(chrome|about|edge):|chrome-extension|gallery|cannot be scripted/i.test(
      read.message,
    );
    return ok<TabReading>({ state: 'unreadable', reason: browserPage ? 'browser-page' : 'no-access' });
  }
  const { reading, title } = read.value;
  noteSiteHealth(call, reading, tab.id);
  const seen = { state: 'read' as const, tabId: tab.id, title, reading };
  return readOnce(call, [...markStores, 'watchedPages'], async (reader) => {
    const watched = await watchedPage(reader, reading);
    const competitor = watched ? { competitorId: watched.competitorId } : {};
    const creator = reading.creator;
    if (!creator?.handle) return ok<TabReading>({ ...seen, ...competitor, mark: 'new' });
    const name = {
      platform: reading.platform,
      handle: creator.handle.value,
      ...(creator.stableId ? { stableId: creator.stableId.value } : {}),
    };
    return ok<TabReading>({ ...seen, ...competitor, ...(await markFor(reader, name)) });
  });
};
