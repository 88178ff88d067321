/** Words of the page of one creator. */
export const person = {
  person_title: 'Creator',
};
