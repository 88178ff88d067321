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
  /** an item of today's checklist is ticked */
  'tick-item',
] as const;
export type ReplyActionKind = (typeof replyActionKinds)[number];
