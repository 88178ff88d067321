/** Words of the import of tables. */
export const importing = {
  importing_title: 'Import',
};
