/** The address of one look at a watched page, on the page of its competitor. */
export function lookHash(look: {
  competitorId: string;
  watchedPageId: string;
  snapshotId: string;
  /** ISO 8601, when it was taken */
  at: string;
}): string {
  const query = new URLSearchParams({ page: look.watchedPageId, look: look.snapshotId, at: look.at });
  return `#/watch/${look.competitorId}?${query}`;
}
