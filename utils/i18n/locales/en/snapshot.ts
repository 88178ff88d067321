/** Words of the snapshot button in other people's pages. Fixed sentences only: nothing of what is watched. */
export const snapshot = {
  snapshot_take: 'Snapshot of this page',
  snapshot_working: 'Saving the snapshot…',
  snapshot_saved: 'Snapshot saved',
  snapshot_failed: 'No snapshot saved. Press to try again',
  snapshot_not_watched:
    'No snapshot: this page is not on your watchlist yet. Add it in Deckhand’s popup, with the toolbar button.',
  snapshot_unreachable:
    'Snapshot not saved yet: Deckhand did not answer. Trying again saves it once, never twice.',
  snapshot_no_access:
    'No snapshot: the browser gives Deckhand no access to this page. Use the toolbar button instead.',
  snapshot_disk_full:
    'No snapshot: the disk is full. Nothing was dropped; the page “Competitors” in Deckhand shows what can be thinned out.',
  snapshot_not_saved: 'No snapshot saved. Nothing was changed.',
  snapshot_try_again: 'Try again',
};
export type SnapshotKey = import('../../translate.ts').WordKey<typeof snapshot>;
