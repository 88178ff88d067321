/** Words beside the items of other people's pages: fixed, and nothing about anybody. */
export const items = {
  items_open_card: 'Open the card',
  items_mark_ours: 'Our own account',
  items_mark_do_not_contact: 'Do not contact',
  items_mark_spam: 'Wrote spam',
  items_mark_partner: 'Partner',
  items_mark_fan: 'Superfan',
  items_mark_in_contact: 'In contact',
  items_mark_known: 'In your list',
  items_tag: 'Tag',
  items_tagged: 'Tagged',
  items_tag_not_opened: 'The tags could not be opened: Deckhand did not answer. Try again.',
  items_collect_nobody: 'Nobody was gathered on this page yet. Scroll through the list first.',
};
export type ItemsKey = import('../../translate.ts').WordKey<typeof items>;
