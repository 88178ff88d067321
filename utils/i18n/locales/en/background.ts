/** Words that the background itself puts on the screen: the context menu, the toolbar button's title, notifications. */
export const background = {
  menu_capture: 'Save creator of this page',
  menu_snapshot: 'Snapshot of this page',
  badge_picture: 'Deckhand: picture of this page, {share}',
  badge_confirm: 'Deckhand: please confirm here',
  badge_unread_one: 'Deckhand: {count} change not read yet',
  badge_unread_other: 'Deckhand: {count} changes not read yet',
  alert_title: 'Your competitors changed something',
  alert_line_one: '{name}: {count} change',
  alert_line_other: '{name}: {count} changes',
  alert_more_one: 'and {count} more competitor',
  alert_more_other: 'and {count} more competitors',
};
