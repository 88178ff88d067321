/** Words in other people's pages. Fixed sentences only: nothing about the person on the page, nothing private. */
export const overlay = {
  overlay_save: 'Save {creator}',
  overlay_known: 'Already in your {creator} list. Press to note the numbers again',
  overlay_ours: 'Our own account',
  overlay_do_not_contact: 'Do not contact. Press to open the card',
  overlay_spam: 'Marked as spam. Press to save',
  overlay_partner: 'Partner: working together. Press to note the numbers again',
  overlay_fan: 'Superfan. Press to note the numbers again',
  overlay_in_contact: 'In contact. Press to note the numbers again',
  overlay_working: 'Saving…',
  overlay_saved: 'Saved',
  overlay_failed: 'Not saved. Press to try again',
  overlay_frame_title: 'Deckhand: {creator} card',
  overlay_close: 'Close',
  overlay_undo: 'Undo',
  overlay_try_again: 'Try again',
  overlay_unreachable: 'Not saved yet: Deckhand did not answer. Trying again saves it once, never twice.',
  overlay_not_saved: 'Not saved. Nothing was changed.',
  overlay_no_access:
    'Not saved: the browser gives Deckhand no access to this page. Use the toolbar button instead.',
  overlay_moving: 'Nothing was saved: the page is still changing. Try again in a moment.',
  overlay_not_opened: 'The card could not be opened. Try again.',
  overlay_ask_in_popup:
    'The page may be covering this button, so nothing was saved. Do it in Deckhand’s popup, with the toolbar button.',
  overlay_card_blocked:
    'This page does not let the card open. Deckhand’s popup shows the same, with the toolbar button.',
  overlay_undone: 'Taken back.',
  overlay_undo_failed: 'Not taken back. Nothing was changed; use Deckhand’s popup instead.',
  overlay_stale: 'Deckhand was updated. Reload this page to go on.',
};
export type OverlayKey = import('../../translate.ts').WordKey<typeof overlay>;
