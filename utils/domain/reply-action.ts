/**
 * What a reply does beside its text, as soon as it stands in the editor. One registry: what each kind does is one entry in
 * `services/reply-actions.ts`, what people read for it stands in the locales. A noun that the product gets later adds one kind.
 */
export const replyActionKinds = [
  /** the creator whom the reply is for was contacted today */
  'note-touch',
  /** a creator who was only found counts as contacted from now on */
  'mark-contacted',
  /** the creator gets a tag */
  'tag-creator',
  /** the comment or post that is answered gets a tag, with all that follows from it */
  'tag-item',
  /** an item of today's checklist is ticked */
  'tick-item',
  /** the customer is only told that it takes longer: the case that is answered stays open */
  'case-held',
  /** the author of the comment or post that is answered was asked for permission to reuse it */
  'ask-rights',
] as const;
export type ReplyActionKind = (typeof replyActionKinds)[number];

/** What every reply does by itself. `case-replied`: the customer of the open case that it answers has an answer, unless it only holds them */
export const ownActionKinds = ['case-replied'] as const;
/** What a reply did. */
export type DoneActionKind = ReplyActionKind | (typeof ownActionKinds)[number];
