import * as z from 'zod/mini';
import {
  insertAnswerSchema,
  palettePersonSchema,
  paletteSightSchema,
  replyOutcomes,
} from '../../domain/palette-sight.ts';
import { idSchema } from '../../domain/record.ts';
import { recentUseSchema } from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import { message, nothing, operation } from './message.ts';

const opening = paletteSightSchema.shape.opening;
/** Popup and side panel stand beside the page and say which tab they mean; a frame has only its own. */
const inTab = { tabId: z.optional(z.int()) };
const besideThePage = ['popup', 'sidepanel'] as const;
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
  /** what was last written into the field of each name, the last one first */
  answers: z.optional(z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) }))),
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
  /** what became of the reply that was inserted under this opening: its words were changed before sending, or it was taken out again */
  'palette.outcome': message(
    ['page'],
    z.strictObject({ ...operation, opening, outcome: z.enum(replyOutcomes) }),
    nothing,
  ),

  // popup and side panel, about the page of a tab
  /** opens the palette in the page */
  'tab.palette': message(['popup'], z.strictObject({ tabId: z.int() }), nothing),
  /**
   * What a reply can be written for there: the editor used last, and what it answers. `fresh`: whom it is for is asked anew.
   * `access`: whether a script of ours can be there; without one the replies can still be copied.
   */
  'palette.look': message(
    [...besideThePage],
    z.strictObject({ tabId: z.int(), fresh: z.boolean() }),
    z.strictObject({ context: paletteContextSchema, access: z.boolean() }),
  ),

  // the frame in the page; what is asked of a tab also popup and side panel
  'palette.context': message(['frame'], nothing, z.nullable(paletteContextSchema)),
  /** `copied`: the text is in the clipboard, and the page's script says what to do with it */
  'palette.close': message(['frame'], z.strictObject({ copied: z.boolean() }), nothing),
  /** asked once and never repeated: the text would stand there twice */
  'palette.insert': message(
    ['frame', ...besideThePage],
    z.strictObject({
      ...inTab,
      opening,
      text: z.string().check(z.minLength(1), z.maxLength(100_000)),
      caret: z.optional(offset),
      tabStops: z.array(z.tuple([offset, offset])).check(z.maxLength(templateLimits.tags)),
    }),
    insertAnswerSchema,
  ),
  /** whom a message may be for: who is due, then who was changed last; with a query those that it finds, at most 20 */
  'palette.people': message(
    ['frame', ...besideThePage],
    z.strictObject({ ...inTab, query: z.string().check(z.maxLength(200)) }),
    z.strictObject({ people: z.array(palettePersonSchema) }),
  ),
  /** null: for nobody in particular */
  'palette.for-whom': message(
    ['frame', ...besideThePage],
    z.strictObject({ ...inTab, creatorId: z.nullable(idSchema) }),
    nothing,
  ),
  /** the person writes for another of our brands; it is the current one from then on */
  'palette.brand': message(
    ['frame', ...besideThePage],
    z.strictObject({ ...operation, ...inTab, brandId: idSchema }),
    nothing,
  ),
};
