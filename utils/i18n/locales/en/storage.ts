/** Words of backup, restore and storage health. */
export const storage = {
  storage_title: 'Backup and storage',
};
