/** What the browser does for the popup, where a test does not look at it. */
export const quietSurroundings = {
  close: () => undefined,
  hasAccess: async () => false,
  askAccess: async () => false,
  loadReplies: () => new Promise<never>(() => undefined),
};
