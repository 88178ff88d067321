import { fail } from '../domain/result.ts';
import type { MessageType } from '../messaging/protocol.ts';
import type { Notebook } from '../storage/notebook.ts';
import { addToWatchlist } from './add-to-watchlist.ts';
import { askInPopup } from './ask-in-popup.ts';
import { captureFromPage, captureTab } from './capture-here.ts';
import { claimAccount } from './claim-account.ts';
import { getChecklist } from './get-checklist.ts';
import { getCreator } from './get-creator.ts';
import { getOverview } from './get-overview.ts';
import { getRecoveryStatus } from './get-recovery-status.ts';
import { getRoutine } from './get-routine.ts';
import { getSettings } from './get-settings.ts';
import { listBrands } from './list-brands.ts';
import { lookAtTab } from './look-at-tab.ts';
import { markHandle } from './mark-handle.ts';
import { markLookedAt } from './mark-looked-at.ts';
import { moveCompetitor } from './move-competitor.ts';
import { openCard } from './open-card.ts';
import { closeFrame, frameContext, sizeFrame } from './relay-frame.ts';
import { removeCompetitor } from './remove-competitor.ts';
import { restoreNotebook } from './restore-notebook.ts';
import { saveBrand } from './save-brand.ts';
import { saveRoutine } from './save-routine.ts';
import { saveSettings } from './save-settings.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { startEmpty } from './start-empty.ts';
import { suggestTags } from './suggest-tags.ts';
import { injectReaders } from './tab-reading.ts';
import { tickItem } from './tick-item.ts';
import { undoOperation } from './undo-operation.ts';
import { updateCompetitor } from './update-competitor.ts';
import { updateCreator } from './update-creator.ts';

/** The only list of what answers which message. A message without a line here does not compile. */
export function makeHandlers(notebook: Notebook): { [T in MessageType]: Service<T> } {
  return {
    'page.need': async (_input, { caller }) =>
      caller.tabId === undefined ? fail('not-found', 'a page outside a tab') : injectReaders(caller.tabId),
    'page.mark': markHandle,
    'page.ask-in-popup': (_input, { caller }) => askInPopup(caller.tabId),
    'card.open': openCard,
    'creator.capture': captureFromPage,

    'frame.context': frameContext,
    'frame.close': closeFrame,
    'frame.size': sizeFrame,

    'creator.get': getCreator(tabFrames),
    'creator.update': updateCreator(tabFrames),
    'tag.suggest': suggestTags,
    'account.claim': claimAccount(tabFrames),
    'operation.undo': undoOperation,

    'tab.read': lookAtTab,
    'tab.capture': captureTab,

    'overview.get': getOverview,
    'checklist.get': getChecklist,
    'checklist.tick': tickItem,
    'routine.get': getRoutine,
    'routine.save': saveRoutine,

    'watchlist.add': addToWatchlist,
    'watchlist.update': updateCompetitor,
    'watchlist.move': moveCompetitor,
    'watchlist.remove': removeCompetitor,
    'watchlist.looked': markLookedAt,

    'settings.get': getSettings,
    'settings.save': saveSettings,
    'brand.list': listBrands,
    'brand.save': saveBrand,

    'recovery.status': getRecoveryStatus(notebook),
    'recovery.restore': restoreNotebook(notebook),
    'recovery.start-empty': startEmpty(notebook),
  };
}
