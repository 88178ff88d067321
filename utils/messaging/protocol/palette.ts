import * as z from 'zod/mini';
import { insertAnswerSchema, palettePersonSchema, paletteSightSchema } from '../../domain/palette-sight.ts';
import { idSchema } from '../../domain/record.ts';
import { recentUseSchema } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import { message, nothing } from './message.ts';

const opening = paletteSightSchema.shape.opening;
const offset = z.int().check(z.gte(0), z.lte(100_000));

/** What the palette in a tab stands for; what the page said is data and nothing else. */
export const paletteContextSchema = z.strictObject({
  sight: paletteSightSchema,
  /** whom it is for, where they are in the notebook */
  person: z.nullable(palettePersonSchema),
  /** the person said whom it is for, or that it is for nobody in particular */
  chosen: z.boolean(),
  /** ids of the templates used most on this platform, at most nine */
  mostUsed: z.array(idSchema),
  /** uses of the last 24 hours, and all on this post and in this thread, the last one first */
  recent: z.array(recentUseSchema),
});
export type PaletteContext = z.infer<typeof paletteContextSchema>;

export const paletteMessages = {
  // the page's script
  /** somebody writes on this page: the frame may load what it needs. `fresh`: the script has just come, nothing is open yet */
  'palette.ready': message(
    ['page'],
    z.strictObject({ fresh: z.boolean() }),
    z.strictObject({ shortcuts: z.array(z.string()) }),
  ),
  /** the palette was called here; a second time with the same opening when more was read */
  'palette.open': message(['page'], z.strictObject({ sight: paletteSightSchema }), nothing),
  'palette.closed': message(['page'], z.strictObject({ opening }), nothing),
  /** a paste at the focused element in the page's own world, once; only while the frame in this tab inserts */
  'palette.paste': message(
    ['page'],
    z.strictObject({ opening, text: z.string().check(z.minLength(1), z.maxLength(100_000)) }),
    z.strictObject({ taken: z.boolean() }),
  ),

  /** from the popup: opens the palette in the page of a tab */
  'tab.palette': message(['popup'], z.strictObject({ tabId: z.int() }), nothing),

  // the frame in the page
  'palette.context': message(['frame'], nothing, z.nullable(paletteContextSchema)),
  /** `copied`: the text is in the clipboard, and the page's script says what to do with it */
  'palette.close': message(['frame'], z.strictObject({ copied: z.boolean() }), nothing),
  /** asked once and never repeated: the text would stand there twice */
  'palette.insert': message(
    ['frame'],
    z.strictObject({
      opening,
      text: z.string().check(z.minLength(1), z.maxLength(100_000)),
      caret: z.optional(offset),
      tabStops: z.array(z.tuple([offset, offset])).check(z.maxLength(templateLimits.tags)),
    }),
    insertAnswerSchema,
  ),
  /** whom a message may be for: who is due, then who was changed last; with a query those that it finds, at most 20 */
  'palette.people': message(
    ['frame'],
    z.strictObject({ query: z.string().check(z.maxLength(200)) }),
    z.strictObject({ people: z.array(palettePersonSchema) }),
  ),
  /** null: for nobody in particular */
  'palette.for-whom': message(['frame'], z.strictObject({ creatorId: z.nullable(idSchema) }), nothing),
};
