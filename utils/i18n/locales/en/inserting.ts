/** Words in other people's pages for the saved replies: fixed sentences only, nothing of what is inserted. */
export const inserting = {
  inserting_title: 'Deckhand: saved replies',
  inserting_blocked:
    'This page does not let the saved replies open. Copy one in Deckhand’s popup, with the toolbar button.',
  inserting_unreachable: 'The saved replies did not open: Deckhand did not answer. Try again.',
  inserting_copied: 'Copied, not inserted. Press {keys} where it belongs.',
  inserting_cut_one: 'Inserted without its last {count} character: the field takes no more.',
  inserting_cut_other: 'Inserted without its last {count} characters: the field takes no more.',
  inserting_changed: 'Inserted, but the site changed something in it. Read it before you send it.',
};
export type InsertingKey = import('../../translate.ts').WordKey<typeof inserting>;
