/**
 * Most bytes of script (gzip) that one start of an entry may load; raised only together with the change that needs it. Popup, card
 * and dashboard load the words of one language.
 */
export const budgets: Record<string, number> = {
  // injected on pages that have creators, comments, posts or products to stand beside
  'items.js': 19_000,
  // injected when the person points at a field
  'picker.js': 14_000,
  // injected on shops' pages and where a snapshot is taken: the text and the layout of the page, and holding it still for its picture
  'snapshot.js': 14_500,
  // injected where something expected was not found: the page's structure without a text
  'skeleton.js': 8_000,
  // injected when somebody begins to write on a page; follows what becomes of a reply, and knows the editor used last
  'palette.js': 21_000,
  'frame.html': 40_000,
  // the saved replies in the frame, with the template language and the words of its variables; made ready while somebody writes
  'frame.html#palette': 92_000,
  'popup.html': 34_500,
  // the saved replies in the popup, loaded when they are asked for
  'popup.html#beside-page': 97_000,
  'sidepanel.html': 81_000,
  'dashboard.html': 77_000,
  // with import, merge, erasing, saved replies, every check of a backup, the addresses of every platform, and comparing, keeping and
  // refreshing what competitors show, looks that loaded half of a list among it; a worker cannot load a second file when it needs one
  'background.js': 139_000,
};

/** Parts of a page that have a start, and so a budget, of their own. */
export const partsWithOwnStart = ['palette', 'beside-page'];

/** Registered on every page of a granted site: the overlay together with what is known of that site. */
export const everyPageBudget = 20_000;

/**
 * The reader of one site, injected there when the person asks. The one for every other site knows the shop systems,
 * and tells a list that calls itself a product, and a page beside a log-in box, from what they look like.
 */
export const readerBudget = 30_500;
