/** Words of the activity log, and about. */
export const activity = {
  activity_title: 'Activity',
};
