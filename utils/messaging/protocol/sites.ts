import * as z from 'zod/mini';
import { nextActionSchema } from '../../domain/creator.ts';
import { hintSchema, hintShape } from '../../domain/hint.ts';
import { marks } from '../../domain/mark.ts';
import { platformIds } from '../../domain/platform.ts';
import { daySchema, idSchema } from '../../domain/record.ts';
import { errorCodes } from '../../domain/result.ts';
import { screenSchema } from '../../domain/screen.ts';
import { seenPersonSchema } from '../../domain/seen-person.ts';
import { siteHealthSchema } from '../../domain/site-health.ts';
import { creatorRoles, creatorStatuses, loyalties } from '../../domain/vocabulary.ts';
import { message, nothing, operation } from './message.ts';

const handle = z.string().check(z.minLength(1), z.maxLength(1_000));
const platform = z.enum(platformIds);
const name = { handle, stableId: z.optional(handle) };
const hintRule = z.strictObject(hintShape);

/** One of the people gathered on a page, beside what the notebook knows. */
export const collectRowSchema = z.strictObject({ person: seenPersonSchema, mark: z.enum(marks) });
export type CollectRow = z.infer<typeof collectRowSchema>;

/** What is shown on hover beside a known handle. */
export const peekSchema = z.strictObject({
  mark: z.enum(marks),
  displayName: z.string(),
  role: z.optional(z.enum(creatorRoles)),
  loyalty: z.optional(z.enum(loyalties)),
  status: z.optional(z.enum(creatorStatuses)),
  lastContact: z.optional(daySchema),
  nextAction: z.optional(nextActionSchema),
  tags: z.array(z.string()),
  /** the beginning */
  notes: z.string().check(z.maxLength(300)),
});
export type Peek = z.infer<typeof peekSchema>;

/** What the popup may have the page's script do. */
export const pageOrders = ['collect', 'unanswered-on', 'unanswered-off'] as const;

export const siteMessages = {
  // the page's script
  /** the mark of every name, in the order of the question */
  'page.marks': message(
    ['page'],
    z.strictObject({
      platform,
      names: z.array(z.strictObject(name)).check(z.minLength(1), z.maxLength(200)),
    }),
    z.strictObject({ marks: z.array(z.enum(marks)) }),
  ),
  /** what the page's own scripts hold, as the site's file names it; nothing where it names nothing */
  'page.state': message(['page'], nothing, z.strictObject({ state: z.record(z.string(), z.unknown()) })),
  /** the frame in this tab that tells about a handle on hover: who it shall tell about; null: nobody any more */
  'peek.of': message(
    ['page'],
    z.strictObject({ person: z.nullable(z.strictObject({ platform, ...name })) }),
    nothing,
  ),
  'collect.open': message(
    ['page'],
    z.strictObject({ platform, people: z.array(seenPersonSchema).check(z.minLength(1), z.maxLength(500)) }),
    nothing,
  ),
  /** the person pointed at an element for a field */
  'hint.pointed': message(
    ['page'],
    z.strictObject({
      hint: hintRule,
      raw: z.string().check(z.maxLength(1_000)),
      value: z.optional(z.string().check(z.maxLength(1_000))),
    }),
    nothing,
  ),

  // the frame in the page
  'frame.peek': message(['frame'], nothing, z.nullable(peekSchema)),
  'collect.rows': message(['frame'], nothing, z.strictObject({ platform, rows: z.array(collectRowSchema) })),
  /** saves people of this tab's list; all in one operation, so that one undo takes them back */
  'collect.save': message(
    ['frame'],
    z.strictObject({ ...operation, handles: z.array(handle).check(z.minLength(1), z.maxLength(500)) }),
    z.strictObject({
      created: z.int(),
      /** in the notebook already: nothing was changed */
      known: z.int(),
      refused: z.array(z.strictObject({ handle, code: z.enum(errorCodes) })),
    }),
  ),
  /** has the page's script ask for the element that shows a field */
  /** `tabId`: which tab, from the popup; a frame speaks of its own */
  'hint.point': message(
    ['frame', 'popup'],
    z.strictObject({ field: hintRule.shape.field, tabId: z.optional(z.int()) }),
    nothing,
  ),
  /** remembers what this tab's frame shows */
  'hint.save': message(['frame'], z.strictObject(operation), nothing),

  // the popup
  'tab.screen': message(['popup'], z.strictObject({ tabId: z.int() }), z.nullable(screenSchema)),
  'tab.order': message(['popup'], z.strictObject({ tabId: z.int(), order: z.enum(pageOrders) }), nothing),

  // health and repair
  'health.list': message(['dashboard'], nothing, z.strictObject({ sites: z.array(siteHealthSchema) })),
  'hint.list': message(['dashboard'], nothing, z.strictObject({ hints: z.array(hintSchema) })),
  'hint.remove': message(['dashboard'], z.strictObject({ ...operation, hintId: idSchema }), nothing),
  /** a hint for the same field of the same kind of page replaces the one that is there */
  'hint.import': message(
    ['dashboard'],
    z.strictObject({ ...operation, hints: z.array(hintRule).check(z.minLength(1), z.maxLength(500)) }),
    z.strictObject({ added: z.int(), replaced: z.int() }),
  ),
};
