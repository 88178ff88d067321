/** Words of the saved replies beside a page, in popup and side panel, and of the side panel around them. */
export const beside = {
  beside_inserted: 'Inserted. Read it once more in the page; sending it is up to you.',
  beside_copied: 'Copied. Press {keys} where it belongs.',
  beside_again: 'For someone else',
  beside_no_access:
    'Deckhand cannot reach this page, so nothing is inserted here. Saved replies can still be copied.',
  beside_allow: 'Allow sites',
  beside_person: 'In your creator list',
  beside_open_person: 'Open full page',
  beside_due: 'due {date}: {text}',
  beside_list: 'Creator list',
  beside_templates: 'Edit saved replies',
  beside_settings: 'Settings',
  beside_tab_queue: 'To handle',
  beside_tab_queue_count: 'To handle ({number})',
  beside_tab_replies: 'Saved replies',
  beside_tabs: 'Parts of the side panel',
};
export type BesideKey = import('../../translate.ts').WordKey<typeof beside> | import('./common.ts').CommonKey;
