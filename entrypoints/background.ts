import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '#imports';
import { makeRouter } from '../utils/messaging/router.ts';
import { senderKind } from '../utils/messaging/sender.ts';
import {
  alertsAlarm,
  followChanges,
  onAlertsAlarm,
  onCasesAlarm,
} from '../utils/services/alerts/follow-changes.ts';
import { listenToNotices } from '../utils/services/alerts/notify.ts';
import { announceChanges } from '../utils/services/announce-changes.ts';
import { uiSettings } from '../utils/services/background-words.ts';
import { captureAndShow } from '../utils/services/capture-here.ts';
import { casesAlarm } from '../utils/services/cases/tell-overdue.ts';
import {
  captureMenuId,
  installMenu,
  snapshotMenuId,
  tagPageMenuId,
  tagWordsMenuId,
} from '../utils/services/context-menu.ts';
import { makeHandlers } from '../utils/services/handlers.ts';
import { alarms, copySoon, keepAlarms, scrubLater } from '../utils/services/keep-alarms.ts';
import { openPanel } from '../utils/services/open-panel.ts';
import { callPalette } from '../utils/services/palette-call.ts';
import { injectOpenTabs, reconcileScripts } from '../utils/services/reconcile-scripts.ts';
import { keepRefreshAlarm, runRefreshes } from '../utils/services/refresh/run-refreshes.ts';
import { rightsAlarm, tellEnding } from '../utils/services/rights/tell-ending.ts';
import { scrubWhenQuiet } from '../utils/services/scrub-when-quiet.ts';
import type { Call, Caller } from '../utils/services/service.ts';
import { giveUpPictures } from '../utils/services/snapshots/picture-jobs.ts';
import { takeSnapshotBy } from '../utils/services/snapshots/take-snapshot.ts';
import { tidySnapshots } from '../utils/services/snapshots/watch-storage.ts';
import { currentTab } from '../utils/services/tab-reading.ts';
import { tagInTab } from '../utils/services/tagging/open-tagging.ts';
import { toggleOverlay } from '../utils/services/toggle-overlay.ts';
import { openNotebook } from '../utils/storage/notebook.ts';
import { pruneOperations } from '../utils/storage/operations.ts';
import { originFiles } from '../utils/storage/origin-files.ts';
import { uiKey } from '../utils/storage/ui-mirror.ts';

const localArea = {
  get: (keys: string[]) => browser.storage.local.get(keys),
  set: (values: Record<string, unknown>) => browser.storage.local.set(values),
  keys: async () => Object.keys(await browser.storage.local.get(null)),
  remove: (keys: string[]) => browser.storage.local.remove(keys),
};

/** One after another: two runs at once would both register what is missing. */
let reconciling: Promise<unknown> = Promise.resolve();
function reconcile({ inject }: { inject: boolean }): Promise<unknown> {
  reconciling = reconciling
    .then(async () => {
      await reconcileScripts((await uiSettings()).sitesOff);
      if (inject) await injectOpenTabs();
    })
    .catch((error: unknown) => console.error('Deckhand: registering scripts', error));
  return reconciling;
}

/**
 * Starts the background: the only owner of the database, the only one that answers messages. Every listener is added before the
 * first wait, so that the event which woke a sleeping worker finds it.
 */
function start(): void {
  const notebook = openNotebook({
    local: localArea,
    files: originFiles(),
    scrubSoon: () => {
      void scrubLater();
      soon();
    },
    tidySoon: () => void copySoon(),
    // any question to the browser counts as being busy
    stayAwake: () => browser.runtime.getPlatformInfo(),
  });
  const soon = scrubWhenQuiet(notebook);

  const callOf = (caller: Caller): Call => ({
    caller,
    database: () => notebook.database(),
    now: new Date(),
    async announce(collections) {
      await announceChanges(collections);
      await copySoon();
      // not waited for: what was done is done
      void followChanges(callOf({ kind: 'dashboard' }), collections);
    },
  });
  const route = makeRouter<Call>(makeHandlers(notebook));
  const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };

  // `sendResponse` with `return true` is the one form that works the same in both browsers and in tests.
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const kind = senderKind(sender, own);
    const caller: Caller | null = kind && {
      kind,
      ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
      ...(sender.url === undefined ? {} : { url: sender.url }),
    };
    void route(message, caller && callOf(caller)).then(sendResponse);
    return true;
  });

  browser.commands.onCommand.addListener(async (command, tab) => {
    // before any wait: the browser opens it only in answer to a key
    if (command === 'open-panel') return openPanel(tab?.windowId);
    if (command === 'toggle-overlay') return toggleOverlay(callOf({ kind: 'dashboard' }));
    const tabId = tab?.id ?? (await currentTab())?.id;
    if (command === 'snapshot' && tabId !== undefined)
      await takeSnapshotBy('key', tabId, callOf({ kind: 'page', tabId }));
    if (command === 'open-palette' && tabId !== undefined) await callPalette(tabId);
    if (command === 'tag-item' && tabId !== undefined)
      await tagInTab(tabId, callOf({ kind: 'page', tabId }), { what: 'here' });
    if (command === 'capture-creator' && tabId !== undefined)
      await captureAndShow(tabId, callOf({ kind: 'page', tabId }));
  });
  browser.contextMenus.onClicked.addListener(async (info, tab) => {
    if (tab?.id === undefined) return;
    const call = callOf({ kind: 'page', tabId: tab.id });
    if (info.menuItemId === captureMenuId) await captureAndShow(tab.id, call);
    if (info.menuItemId === snapshotMenuId) await takeSnapshotBy('menu', tab.id, call);
    if (info.menuItemId === tagPageMenuId) await tagInTab(tab.id, call, { what: 'page' });
    if (info.menuItemId === tagWordsMenuId)
      await tagInTab(tab.id, call, { what: 'words', words: info.selectionText ?? '' });
  });

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === alarms.secondCopy) {
      await notebook.writeSecondCopy();
      await notebook.tidyAgain();
    }
    if (name === alarms.scrub) await notebook.scrub();
    if (name === alertsAlarm) await onAlertsAlarm(callOf({ kind: 'dashboard' }));
    if (name === casesAlarm) await onCasesAlarm(callOf({ kind: 'dashboard' }));
    if (name === rightsAlarm) await tellEnding(callOf({ kind: 'dashboard' }));
    if (name === alarms.refresh) await runRefreshes(() => callOf({ kind: 'dashboard' }));
    if (name !== alarms.daily) return;
    await tellEnding(callOf({ kind: 'dashboard' }));
    await keepRefreshAlarm(callOf({ kind: 'dashboard' }));
    await notebook.scrub();
    const database = await notebook.database();
    if (!database.ok) return;
    await pruneOperations(database.value, new Date());
    await tidySnapshots(database.value, new Date());
    await giveUpPictures(callOf({ kind: 'dashboard' }), { anyway: true });
  });

  browser.runtime.onInstalled.addListener(async () => {
    await keepAlarms();
    await keepRefreshAlarm(callOf({ kind: 'dashboard' }));
    await installMenu();
    await reconcile({ inject: true });
  });
  browser.runtime.onStartup.addListener(async () => {
    await keepAlarms();
    await keepRefreshAlarm(callOf({ kind: 'dashboard' }));
    await reconcile({ inject: true });
  });
  listenToNotices();
  browser.permissions.onAdded.addListener(() => {
    listenToNotices();
    void reconcile({ inject: true });
  });
  browser.permissions.onRemoved.addListener(() => void reconcile({ inject: false }));
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[uiKey] : undefined;
    if (!change) return;
    void reconcile({ inject: true });
    void installMenu();
  });
  void reconcile({ inject: false });
  // the button forgets its letters with the browser, Firefox its alarms as well
  void followChanges(callOf({ kind: 'dashboard' }));
  // a worker that was stopped while it took a picture
  void giveUpPictures(callOf({ kind: 'dashboard' }), { anyway: false });
  // a worker that was stopped before its scrub was done
  void notebook.scrubPending().then((pending) => (pending ? scrubLater() : undefined));
}

export default defineBackground(start);
