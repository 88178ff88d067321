import * as z from 'zod/mini';
import { nextActionSchema } from './creator.ts';
import { seenItemSchema } from './item.ts';
import { platformIds } from './platform.ts';
import { daySchema, idSchema } from './record.ts';
import { creatorStatuses } from './vocabulary.ts';

const short = z.string().check(z.minLength(1), z.maxLength(1_000));
const long = z.string().check(z.maxLength(5_000));

/** `comment`: the reply is to one comment · `post`: to a post, product or page as such · `message`: nobody can tell whom it is for */
export const sightModes = ['comment', 'post', 'message'] as const;
export type SightMode = (typeof sightModes)[number];

/** What can be done with a text where the palette was called: `none`: nothing that can be written in had the focus. */
export const editorStates = [
  'ready',
  'none',
  'password',
  'one-time-code',
  'card',
  'read-only',
  'disabled',
  'unsupported-field',
] as const;
export type EditorState = (typeof editorStates)[number];

/** Somebody as the page names them. */
export const seenAuthorSchema = z.strictObject({
  handle: short,
  stableId: z.optional(short),
  displayName: z.optional(short),
});

/**
 * What the page's script saw where the palette was called. Texts of the page are a stranger's: they are shown and filled in as text and
 * never read as anything else.
 */
export const paletteSightSchema = z.strictObject({
  /** of this one opening */
  opening: short,
  platform: z.enum(platformIds),
  mode: z.enum(sightModes),
  editor: z.enum(editorStates),
  /** UTF-16 units that the field still takes */
  room: z.optional(z.int().check(z.gte(0))),
  /** what was typed behind `;` or `/` to call for it */
  shortcut: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** of the comment, else of the post */
  author: z.optional(seenAuthorSchema),
  /** the comment that is answered */
  text: z.optional(long),
  /** the same comment or post as it can be tagged; one that does not fit is left out, for the reply goes on without it */
  item: z.optional(z.catch(z.optional(seenItemSchema), undefined)),
  post: z.optional(
    z.strictObject({
      url: short,
      title: z.optional(long),
      text: z.optional(long),
      author: z.optional(short),
      /** handle of its author */
      handle: z.optional(short),
    }),
  ),
  product: z.optional(
    z.strictObject({
      title: short,
      url: z.optional(short),
      price: z.optional(z.strictObject({ amount: short, currency: short })),
    }),
  ),
  /** of the post, and of the comments that belong together below it: only their hashes are ever stored */
  postKey: z.optional(short),
  threadKey: z.optional(z.string().check(z.minLength(1), z.maxLength(2_000))),
});
export type PaletteSight = z.infer<typeof paletteSightSchema>;

/** Somebody of the notebook for whom a reply is written. */
export const palettePersonSchema = z.strictObject({
  creatorId: idSchema,
  displayName: z.string(),
  handle: z.optional(z.string()),
  platform: z.optional(z.enum(platformIds)),
  status: z.enum(creatorStatuses),
  followers: z.optional(z.int()),
  lastContact: z.optional(daySchema),
  nextAction: z.optional(nextActionSchema),
  doNotContact: z.boolean(),
});
export type PalettePerson = z.infer<typeof palettePersonSchema>;

/** What came of an insertion. `clipboard`: nothing was inserted, the person has to paste. */
export const insertAnswerSchema = z.strictObject({
  state: z.enum(['inserted', 'clipboard', 'refused', 'gone']),
  reason: z.optional(z.string().check(z.maxLength(60))),
  /** the editor holds exactly this text */
  exact: z.optional(z.boolean()),
  /** UTF-16 units at the end that the field did not take */
  cut: z.optional(z.int()),
});
export type InsertAnswer = z.infer<typeof insertAnswerSchema>;

/** What becomes of an inserted reply before it is sent: its words were changed, or it was taken out again. */
export const replyOutcomes = ['edited', 'undone'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];
