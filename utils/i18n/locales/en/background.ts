/** Words that the background itself puts on the screen: the context menu and the toolbar button's title. */
export const background = {
  menu_capture: 'Save creator of this page',
  badge_confirm: 'Deckhand: please confirm here',
};
