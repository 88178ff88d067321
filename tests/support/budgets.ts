/**
 * Most bytes of script (gzip) that one start of an entry may load; raised only together with the change that needs it. Popup, card
 * and dashboard load the words of one language.
 */
export const budgets: Record<string, number> = {
  // registered on every page of a granted site
  'overlay.js': 20_000,
  // injected when the person asks: five platforms, shops, products and the generic reader
  'readers.js': 48_000,
  'frame.html': 40_000,
  'popup.html': 30_000,
  'dashboard.html': 60_000,
  // with import, merge, erasing and every check of a backup; a worker cannot load a second file when it needs one
  'background.js': 66_000,
};
