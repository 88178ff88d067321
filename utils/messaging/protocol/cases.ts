import * as z from 'zod/mini';
import { caseSchema } from '../../domain/case.ts';
import { caseRowSchema } from '../../domain/case-row.ts';
import { caseStates } from '../../domain/case-state.ts';
import { itemAuthorSchema, itemTextLimit } from '../../domain/item.ts';
import { platformIds } from '../../domain/platform.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { deadlineClocks } from '../../domain/tag-effect.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { message, nothing, operation } from './message.ts';

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(5_000));
const limit = z.int().check(z.gte(1), z.lte(200));
const one = { caseId: idSchema };

/** Until when the customer should have an answer: so many hours from when they began to wait, or a moment. */
export const caseDeadlineSchema = z.union([
  z.strictObject({ hours: z.int().check(z.gte(1), z.lte(24 * 60)), clock: z.enum(deadlineClocks) }),
  z.strictObject({ due: timeSchema }),
]);
export type CaseDeadlineChoice = z.infer<typeof caseDeadlineSchema>;

/** What of the open cases is asked for; what is left out is no condition. */
export const caseFilterSchema = z.strictObject({
  /** who has it now: the department while it is passed on, else the owner; null: us */
  owner: z.optional(z.nullable(name)),
  states: z.optional(z.array(z.enum(caseStates)).check(z.minLength(1), z.maxLength(caseStates.length))),
  /** the customer still waits, and should have an answer by now */
  overdue: z.optional(z.boolean()),
  urgent: z.optional(z.boolean()),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** Kept numbers over all open cases, whatever the filter. */
export const caseCountsSchema = z.strictObject({
  /** the customer waits: to answer, passed on, answer received */
  open: z.int(),
  /** of them those that should have been answered by now */
  overdue: z.int(),
  urgent: z.int(),
  /** answered, and not closed yet */
  replied: z.int(),
  /** open ones by who has them now, the most first; null: us */
  byOwner: z.array(z.strictObject({ owner: z.nullable(z.string()), count: z.int() })),
});
export type CaseCounts = z.infer<typeof caseCountsSchema>;

/** Of the cases what fits beside other things. */
export const casesAtAGlanceSchema = z.strictObject({
  /** the customer waits */
  open: z.int(),
  /** of them those that should have been answered by now */
  overdue: z.int(),
  /** the first of the queue */
  next: z.optional(
    z.strictObject({ caseId: idSchema, title: z.string(), due: timeSchema, urgent: z.boolean() }),
  ),
});
export type CasesAtAGlance = z.infer<typeof casesAtAGlanceSchema>;

/** One case with what it refers to, as far as that is still there. */
export const caseViewSchema = z.strictObject({
  case: caseSchema,
  /** name of the tag or the group of keywords that opened it */
  tagName: z.optional(z.string()),
  keywordGroupName: z.optional(z.string()),
  competitorName: z.optional(z.string()),
  /** the creator in the notebook who wrote it */
  creatorId: z.optional(idSchema),
  /** other cases of the same author, the last opened first, at most ten */
  others: z.array(caseRowSchema),
});
export type CaseView = z.infer<typeof caseViewSchema>;

/** One step. Those that are impossible from where the case stands are refused as `invalid` and say why. */
export const caseMoveSchema = z.discriminatedUnion('to', [
  /** from to-answer, passed-on (to somebody else), answer-received; `departmentDue`: until when they should answer */
  z.strictObject({
    to: z.literal('passed-on'),
    department: name,
    departmentDue: z.optional(timeSchema),
    note: z.optional(note),
  }),
  /** from passed-on */
  z.strictObject({ to: z.literal('answer-received'), answer: z.optional(note) }),
  /** from to-answer, passed-on, answer-received: the customer has an answer */
  z.strictObject({ to: z.literal('replied'), note: z.optional(note) }),
  /** from everywhere */
  z.strictObject({ to: z.literal('closed'), note: z.optional(note) }),
  /** from replied, closed: to answer again; the customer waits from now if they had an answer, else as before */
  z.strictObject({ to: z.literal('to-answer'), note: z.optional(note) }),
]);
export type CaseMove = z.infer<typeof caseMoveSchema>;

/** Times of waits that ended in a period, milliseconds by the clock; absent: none ended, so nothing is known. */
export const waitSummarySchema = z.strictObject({
  n: z.int(),
  median: z.optional(z.number()),
  ninetieth: z.optional(z.number()),
});
export type WaitSummary = z.infer<typeof waitSummarySchema>;

/** Cases: what somebody must act on. Every message that writes is one operation and can be undone. */
export const caseMessages = {
  /** open cases in the order of the queue: urgent ones first, then by deadline; those replied to last. `after`: `next` of the page before */
  'case.queue': message(
    [...own],
    z.strictObject({
      filter: caseFilterSchema,
      after: z.nullable(z.string().check(z.maxLength(100))),
      limit,
    }),
    z.strictObject({
      rows: z.array(caseRowSchema),
      /** null: that was the last page. A page may have fewer rows than asked for and still have a next one */
      next: z.nullable(z.string()),
      counts: caseCountsSchema,
    }),
  ),
  'case.get': message([...own], z.strictObject(one), caseViewSchema),
  /** by hand, from what a competitor did, or from a figure that missed its target */
  'case.open': message(
    [...own],
    z.strictObject({
      ...operation,
      title,
      source: z.enum(['none', 'change', 'metric']),
      competitorId: z.optional(idSchema),
      changeId: z.optional(idSchema),
      url: z.optional(z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ }))),
      platform: z.optional(z.enum(platformIds)),
      quote: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(itemTextLimit))),
      author: z.optional(itemAuthorSchema),
      owner: z.optional(name),
      urgent: z.boolean(),
      /** absent: now */
      waitsSince: z.optional(timeSchema),
      /** absent: the default one (`case-deadline.ts`) */
      deadline: z.optional(caseDeadlineSchema),
      note: z.optional(note),
    }),
    caseSchema,
  ),
  'case.move': message([...own], z.strictObject({ ...operation, ...one, move: caseMoveSchema }), caseSchema),
  /** what is left out stays; null takes it away. A closed case takes only a note and a title */
  'case.edit': message(
    [...own],
    z.strictObject({
      ...operation,
      ...one,
      changes: z.strictObject({
        title: z.optional(title),
        owner: z.optional(z.nullable(name)),
        urgent: z.optional(z.boolean()),
        deadline: z.optional(caseDeadlineSchema),
        departmentDue: z.optional(z.nullable(timeSchema)),
        answer: z.optional(z.nullable(note)),
        /** becomes a line of the log */
        note: z.optional(note),
      }),
    }),
    caseSchema,
  ),
  /** the department was reminded (only while it is passed on), the customer was told that it takes longer, or something was noted */
  'case.log': message(
    [...own],
    z.strictObject({
      ...operation,
      ...one,
      step: z.enum(['nudged', 'held', 'noted']),
      note: z.optional(note),
    }),
    caseSchema,
  ),
  /** the last closed first; `before` is the last row of the page before */
  'case.closed-list': message(
    [...own],
    z.strictObject({ before: z.nullable(z.strictObject({ at: timeSchema, id: idSchema })), limit }),
    z.strictObject({ rows: z.array(caseRowSchema), more: z.boolean() }),
  ),
  /** everything that waits, by who has it now (ours first, then by name), whose customer waits longest first: for the weekly meeting */
  'case.by-department': message(
    [...own],
    nothing,
    z.strictObject({
      groups: z.array(z.strictObject({ owner: z.nullable(z.string()), rows: z.array(caseRowSchema) })),
      /** more waits than a list takes (1,000) */
      more: z.boolean(),
    }),
  ),
  /** waits that ended in a period (until: not included) */
  'case.statistics': message(
    [...own],
    z.strictObject({ from: timeSchema, until: timeSchema }),
    z.strictObject({
      /** from when customers began to wait to the reply */
      customer: waitSummarySchema,
      /** from passing on to the department's answer, all together and each */
      departments: waitSummarySchema,
      byDepartment: z.array(z.strictObject({ department: z.string(), ...waitSummarySchema.shape })),
      /** waits whose end lies before their beginning (the clock was set back): left out of all figures */
      unknown: z.int(),
    }),
  ),
};
