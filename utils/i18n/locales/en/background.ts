/** Words that the background itself puts on the screen: the context menu and the toolbar button's title. */
export const background = {
  menu_capture: 'Save creator of this page',
  menu_snapshot: 'Snapshot of this page',
  badge_picture: 'Deckhand: picture of this page, {share}',
  badge_confirm: 'Deckhand: please confirm here',
};
