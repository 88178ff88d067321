import type { MessageType } from '../messaging/protocol.ts';
import type { Notebook } from '../storage/notebook.ts';
import { addAccount } from './add-account.ts';
import { addCreator } from './add-creator.ts';
import { addToWatchlist } from './add-to-watchlist.ts';
import { watchHeadlines } from './alerts/headlines.ts';
import { askInPopup } from './ask-in-popup.ts';
import { beginBackup } from './begin-backup.ts';
import { beginBatch } from './begin-batch.ts';
import { campaignHandlers } from './campaigns/handlers.ts';
import { captureFromPage, captureTab } from './capture-here.ts';
import { caseHandlers } from './cases/handlers.ts';
import { checkBackupLines } from './check-backup-lines.ts';
import { checkStorage } from './check-storage.ts';
import { claimAccount } from './claim-account.ts';
import { collectRows, openCollect, saveCollected } from './collect-people.ts';
import { countSuppressions } from './count-suppressions.ts';
import { creatorRowsSince } from './creator-rows-since.ts';
import { editCreators } from './edit-creators.ts';
import { endBatch } from './end-batch.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { fanHandlers } from './fans/handlers.ts';
import { getChecklist } from './get-checklist.ts';
import { getCreator } from './get-creator.ts';
import { getCreatorHistory } from './get-creator-history.ts';
import { getHandover, getOverview } from './get-overview.ts';
import { getRecoveryStatus } from './get-recovery-status.ts';
import { getRoutine } from './get-routine.ts';
import { getSettings } from './get-settings.ts';
import { getStorageHealth } from './get-storage-health.ts';
import { importHints } from './import-hints.ts';
import { importRows } from './import-rows.ts';
import { itemHandlers } from './items/handlers.ts';
import { keywordHandlers } from './keywords/handlers.ts';
import { liftSuppression } from './lift-suppression.ts';
import { listActivities } from './list-activities.ts';
import { listBatches } from './list-batches.ts';
import { listBrands } from './list-brands.ts';
import { listCreatorRows } from './list-creator-rows.ts';
import { listHints } from './list-hints.ts';
import { listSiteHealth } from './list-site-health.ts';
import { listTags } from './list-tags.ts';
import { listViews } from './list-views.ts';
import { lookAtTab } from './look-at-tab.ts';
import { markHandles } from './mark-handles.ts';
import { markLookedAt } from './mark-looked-at.ts';
import { matchImportRows } from './match-import-rows.ts';
import { moveCompetitor } from './move-competitor.ts';
import { needPart } from './need-part.ts';
import { noteBackup } from './note-backup.ts';
import { openCard } from './open-card.ts';
import { getScreen, orderPage } from './page-screen.ts';
import { pageState } from './page-state.ts';
import { answeredUnder, saysWhatFollowed } from './palette-answered.ts';
import { chooseBrand } from './palette-brand.ts';
import { callPaletteIn } from './palette-call.ts';
import { chooseForWhom, paletteContext, palettePeople } from './palette-context.ts';
import { insertReply, pasteReply } from './palette-insert.ts';
import { lookBeside } from './palette-look.ts';
import { closePalette, openPalette, paletteClosed, readyPalette } from './palette-open.ts';
import { tellOutcome, underItsOpening } from './palette-outcome.ts';
import { forWhomItWas, inNamedTab, whereSomebodyWrites } from './palette-tabs.ts';
import { framePeek, peekOf } from './peek-at-handle.ts';
import { placeHandlers } from './places/handlers.ts';
import { fieldPointedAt, pointAtField } from './point-at-field.ts';
import { queueHandlers } from './queue/handlers.ts';
import { readBackupPage } from './read-backup-page.ts';
import { goOnRefreshing, listRefreshes, setRefresh } from './refresh/set-refresh.ts';
import { closeFrame, frameContext, sizeFrame } from './relay-frame.ts';
import { removeCompetitor } from './remove-competitor.ts';
import { removeContact } from './remove-contact.ts';
import { removeHint } from './remove-hint.ts';
import { removeView } from './remove-view.ts';
import { restoreBackupLines } from './restore-backup-lines.ts';
import { restoreNotebook } from './restore-notebook.ts';
import { rightsHandlers } from './rights/handlers.ts';
import { saveBrand } from './save-brand.ts';
import { saveContact } from './save-contact.ts';
import { saveHint } from './save-hint.ts';
import { saveRoutine } from './save-routine.ts';
import { saveSettings } from './save-settings.ts';
import { saveView } from './save-view.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { addLayout } from './snapshots/add-layer.ts';
import { muteChanges, noteChange, readChanges } from './snapshots/edit-changes.ts';
import { noteSnapshot, pinSnapshot, removeSnapshot } from './snapshots/edit-snapshot.ts';
import { listChanges } from './snapshots/list-changes.ts';
import { listSnapshots } from './snapshots/list-snapshots.ts';
import { cancelPicture, pictureNow } from './snapshots/picture-jobs.ts';
import { getLayer, getTile } from './snapshots/snapshot-content.ts';
import { snapshotsHere } from './snapshots/take-on-visit.ts';
import { recordFromPage, takeSnapshot } from './snapshots/take-snapshot.ts';
import { listWatched, watchDigest } from './snapshots/watch-digest.ts';
import { watchSeries } from './snapshots/watch-series.ts';
import { thinSnapshots, watchStorage } from './snapshots/watch-storage.ts';
import { startEmpty } from './start-empty.ts';
import { suggestTags } from './suggest-tags.ts';
import { taggingHandlers } from './tagging/handlers.ts';
import { addStarterSet, importTemplates } from './templates/import-templates.ts';
import { listTemplates } from './templates/list-templates.ts';
import { removeTemplate } from './templates/remove-template.ts';
import { saveTemplate } from './templates/save-template.ts';
import { listSeenComments } from './templates/seen-comments.ts';
import { templateStatistics } from './templates/template-statistics.ts';
import { listVersions, restoreVersion } from './templates/template-versions.ts';
import { noteUseChange, noteUseOf } from './templates/use-template.ts';
import { tickItem } from './tick-item.ts';
import { undoOperation } from './undo-operation.ts';
import { updateCompetitor } from './update-competitor.ts';
import { updateCreator } from './update-creator.ts';
import { wipeNotebook } from './wipe-notebook.ts';

/** The only list of what answers which message. A message without a line here does not compile. */
export function makeHandlers(notebook: Notebook): { [T in MessageType]: Service<T> } {
  return {
    'page.need': needPart,
    'page.marks': markHandles,
    'page.state': pageState,
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

    'creator.rows': listCreatorRows,
    'creator.rows-since': creatorRowsSince,
    'creator.history': getCreatorHistory,
    'creator.add': addCreator,
    'creator.edit-many': editCreators,
    'contact.save': saveContact,
    'contact.remove': removeContact,
    'account.add': addAccount,
    'tag.list': listTags,

    'view.list': listViews,
    'view.save': saveView,
    'view.remove': removeView,
    'activity.list': listActivities,

    'person.export': exportPerson,
    'person.erase': erasePerson(notebook),
    'suppression.count': countSuppressions,
    'suppression.lift': liftSuppression,

    'batch.begin': beginBatch,
    'batch.end': endBatch,
    'batch.list': listBatches,
    'import.match': matchImportRows,
    'import.rows': importRows,

    'storage.health': getStorageHealth(notebook),
    'storage.check': checkStorage,
    'backup.begin': beginBackup,
    'backup.page': readBackupPage,
    'backup.done': noteBackup(notebook),
    'restore.check': checkBackupLines,
    'restore.lines': restoreBackupLines,
    'notebook.wipe': wipeNotebook(notebook),

    'tab.read': lookAtTab,
    'tab.capture': captureTab,

    'overview.get': getOverview,
    'handover.get': getHandover,
    'checklist.get': getChecklist,
    'checklist.tick': tickItem,
    'routine.get': getRoutine,
    'routine.save': saveRoutine,

    'watchlist.add': addToWatchlist,
    'watchlist.update': updateCompetitor,
    'watchlist.move': moveCompetitor,
    'watchlist.remove': removeCompetitor,
    'watchlist.looked': markLookedAt,

    'snapshot.take': takeSnapshot,
    'snapshot.here': snapshotsHere,
    'snapshot.record': recordFromPage,
    'snapshot.add-layout': addLayout,
    'snapshot.cancel-picture': cancelPicture,
    'snapshot.picture': pictureNow,
    'snapshot.list': listSnapshots,
    'snapshot.layer': getLayer,
    'snapshot.tile': getTile,
    'snapshot.pin': pinSnapshot,
    'snapshot.note': noteSnapshot,
    'snapshot.remove': removeSnapshot,
    'change.list': listChanges,
    'change.read': readChanges,
    'change.mute': muteChanges,
    'change.note': noteChange,
    'watch.list': listWatched,
    'watch.digest': watchDigest,
    'watch.headlines': watchHeadlines,
    'watch.series': watchSeries,
    'watch.storage': watchStorage,
    'watch.thin': thinSnapshots,
    'refresh.list': listRefreshes,
    'refresh.set': setRefresh,
    'refresh.go-on': goOnRefreshing,

    'settings.get': getSettings,
    'settings.save': saveSettings,
    'brand.list': listBrands,
    'brand.save': saveBrand,

    'peek.of': peekOf,
    'frame.peek': framePeek,
    'collect.open': openCollect,
    'collect.rows': collectRows,
    'collect.save': saveCollected,
    'tab.screen': getScreen,
    'tab.order': orderPage,

    'hint.pointed': fieldPointedAt,
    'hint.point': pointAtField,
    'hint.save': saveHint,
    'hint.list': listHints,
    'hint.remove': removeHint,
    'hint.import': importHints,
    'health.list': listSiteHealth,

    'template.list': whereSomebodyWrites(listTemplates),
    'template.save': saveTemplate,
    'template.remove': removeTemplate,
    'template.versions': listVersions,
    'template.restore-version': restoreVersion,
    'template.import': importTemplates,
    'template.starter': addStarterSet,
    'template.used': forWhomItWas(saysWhatFollowed(underItsOpening(noteUseOf(answeredUnder)))),
    'template.use-changed': whereSomebodyWrites(noteUseChange),
    'template.statistics': templateStatistics,
    'template.seen-comments': listSeenComments,

    'tab.palette': callPaletteIn,
    'palette.ready': readyPalette,
    'palette.open': openPalette,
    'palette.closed': paletteClosed,
    'palette.paste': pasteReply,
    'palette.outcome': tellOutcome,
    'palette.brand': inNamedTab(chooseBrand),
    'palette.context': paletteContext,
    'palette.close': closePalette,
    'palette.look': inNamedTab(lookBeside),
    'palette.insert': inNamedTab(insertReply),
    'palette.people': inNamedTab(palettePeople),
    'palette.for-whom': inNamedTab(chooseForWhom),

    ...itemHandlers,
    ...caseHandlers,
    ...queueHandlers,
    ...keywordHandlers,
    ...rightsHandlers,
    ...fanHandlers,
    ...campaignHandlers,
    ...placeHandlers,
    ...taggingHandlers,

    'recovery.status': getRecoveryStatus(notebook),
    'recovery.restore': restoreNotebook(notebook),
    'recovery.start-empty': startEmpty(notebook),
  };
}
