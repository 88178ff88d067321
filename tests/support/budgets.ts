/** Most bytes of script (gzip) that an entry of the extension may cost; raised only together with the change that needs it. */
export const budgets: Record<string, number> = {
  // registered on every page of a granted site
  'overlay.js': 20_000,
  // injected when the person asks
  'readers.js': 40_000,
  'frame.html': 40_000,
  'popup.html': 30_000,
  'background.js': 60_000,
};
