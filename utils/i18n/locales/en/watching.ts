/** Words about watched pages that the popup and the pages of the competitor watch share. */
export const watching = {
  watch_severity_high: 'important',
  watch_severity_medium: 'notable',
  watch_severity_low: 'small',
  watch_changes_one: '{count} change',
  watch_changes_other: '{count} changes',
  watch_changes_of: '{count} {severity}',
  watch_none_new: 'Nothing new',
  watch_stale: 'Not read for {days} days or longer',
  watch_last_read: 'Last read {ago}',
  watch_never_read: 'No snapshot yet',
  watch_unreadable: 'Could not be read: {reason}',
  watch_reason_wall: 'a login page or a check stood there',
  'watch_reason_not-understood': 'Deckhand did not understand the page',
  watch_reason_empty: 'the page had not loaded',
  'watch_reason_far-fewer': 'far fewer products than before',
  'watch_reason_other-page': 'another page stands at the address',
};
