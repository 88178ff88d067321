/** Words of the creator list. */
export const creators = {
  creators_title: 'Creators',
};
