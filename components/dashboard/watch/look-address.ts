/** The address of one look at a watched page, on the page of its competitor. */
export function lookHash(look: {
  competitorId: string;
  watchedPageId: string;
  snapshotId: string;
  /** ISO 8601, when it was taken */
  at: string;
  /** the look it was compared with, where it is not simply the one before */
  beforeId?: string | undefined;
}): string {
  const query = new URLSearchParams({ page: look.watchedPageId, look: look.snapshotId, at: look.at });
  if (look.beforeId) query.set('before', look.beforeId);
  return `#/watch/${look.competitorId}?${query}`;
}
