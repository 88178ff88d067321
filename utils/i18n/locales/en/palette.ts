/** Words of the saved replies in the frame; the rest comes from `common`. */
export const palette = {
  palette_title: 'Saved replies',
  palette_answering: 'Answer to {name}',
  palette_for: 'Message to {name}',
  palette_covered:
    'The page covers or fades a part of this, so nothing can be inserted now. Uncover it, or copy the reply by hand.',
  palette_stop: 'Marked as do not contact.',
  palette_no_editor: 'Nothing to write in has the focus here. The reply is copied instead.',
  palette_editor_password: 'Nothing is ever inserted into a password field. The reply is copied instead.',
  'palette_editor_one-time-code':
    'Nothing is ever inserted into a field for codes. The reply is copied instead.',
  palette_editor_card: 'Nothing is ever inserted into a field for card details. The reply is copied instead.',
  'palette_editor_read-only': 'This field cannot be written in. The reply is copied instead.',
  palette_editor_disabled: 'This field is switched off. The reply is copied instead.',
  'palette_editor_unsupported-field': 'This field takes no text. The reply is copied instead.',
  palette_none: 'No saved replies yet',
  palette_none_words: 'Write the first one, or take over the starter set, in Deckhand’s dashboard.',
  palette_search: 'Search saved replies',
  palette_search_hint: 'Search, or press 1–9',
  palette_nothing: 'Nothing found for “{query}”.',
  palette_more_one: '{count} more: type to find it',
  palette_more_other: '{count} more: type to find them',
  palette_preview: 'Preview',
  palette_reply: 'Text of the reply',
  palette_language: 'Language of the reply',
  palette_other_wording: 'Another wording',
  palette_missing: '[{name} is missing]',
  palette_unresolved:
    'Not known here: {names}. The reply cannot be inserted until it is; choose another one, or fill in what is missing in the notebook.',
  palette_fill_in: 'Please fill in what the reply asks first.',
  palette_broken: 'This reply cannot be filled. Open it in the dashboard to see where.',
  palette_no_variant: 'No variant in the language of the comment. This one is in {language}.',
  palette_used_here: 'The same text was used in this thread on {date}.',
  palette_repeats_post: 'Every wording was used under this post already.',
  palette_pace_one: '{count} reply here within {minutes} minutes. A pause looks more human.',
  palette_pace_other: '{count} replies here within {minutes} minutes. A pause looks more human.',
  palette_pace_same_one:
    'The same wording {count} time within {minutes} minutes. Another one looks more human.',
  palette_pace_same_other:
    'The same wording {count} times within {minutes} minutes. Another one looks more human.',
  palette_insert: 'Insert',
  palette_copy: 'Copy',
  palette_length_one: '{count} character',
  palette_length_other: '{count} characters',
  palette_length_of: '{count} of {limit}',
  palette_for_whom: 'For whom?',
  palette_people_search: 'Name, handle or e-mail',
  palette_nobody: 'Nobody in particular',
  palette_due: 'due: {text}',
  palette_last_contact: 'last contact {date}',
  palette_by_hand: 'It could neither be inserted nor copied. Select it here and copy it by hand.',
  palette_unsure: 'The page did not answer. Look whether the reply stands there before you insert it again.',
  palette_gone: 'The editor is no longer there. Nothing was inserted.',
  palette_busy: 'The last reply is still being inserted.',
};
export type PaletteKey =
  | import('../../translate.ts').WordKey<typeof palette>
  | import('./common.ts').CommonKey;
