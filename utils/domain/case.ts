import * as z from 'zod/mini';
import { caseSources, caseStates, caseSteps } from './case-state.ts';
import { itemAuthorSchema, itemTextLimit } from './item.ts';
import { platformIds } from './platform.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { deadlineClocks } from './tag-effect.ts';
import { textLimits } from './text-limits.ts';

const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const note = z.string().check(z.maxLength(5_000));
const department = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** Something that someone must act on, with two clocks: how long the customer waits, how long the department does. */
export const caseSchema = z.strictObject({
  ...recordShape,
  title: short,
  state: z.enum(caseStates),
  source: z.enum(caseSources),
  itemId: z.optional(idSchema),
  /** the tag or the group of keywords that opened it */
  tagId: z.optional(idSchema),
  keywordGroupId: z.optional(idSchema),
  /** the competitor, the change or the look that it came from */
  competitorId: z.optional(idSchema),
  changeId: z.optional(idSchema),
  platform: z.optional(z.enum(platformIds)),
  url: z.optional(z.string().check(z.maxLength(textLimits.address))),
  /** of the page or post below which it was written: a reply there may be the reply to it */
  pageKey: z.optional(z.string().check(z.maxLength(textLimits.short))),
  quote: z.optional(z.string().check(z.maxLength(itemTextLimit))),
  author: z.optional(itemAuthorSchema),
  /** identity keys of the author (`creator.ts`): who writes again brings their case back */
  authorKeys: z.array(z.string()),
  /** a department or person; absent: us */
  owner: z.optional(department),
  /** who has it since it was last passed on, until the answer; the owner stays who they are */
  department: z.optional(department),
  /** "social first" */
  urgent: z.boolean(),
  /** the customer waits from then: when it was written where the page says so, else when it was seen */
  waitsSince: timeSchema,
  /** when the customer should have an answer, and how that was counted */
  due: timeSchema,
  clock: z.enum(deadlineClocks),
  /** hours of `clock` from `waitsSince` to `due`, for the next deadline when it is reopened; absent: the moment was chosen by hand */
  hours: z.optional(z.int().check(z.gte(1), z.lte(24 * 60))),
  /** `due` again while the customer waits (neither replied nor closed), so that an index finds what is overdue */
  openDue: z.optional(timeSchema),
  /** while it is not closed: its place in the queue, see `case-order.ts` */
  openOrder: z.optional(z.string().check(z.maxLength(100))),
  passedOnAt: z.optional(timeSchema),
  /** the department's own deadline */
  departmentDue: z.optional(timeSchema),
  answeredAt: z.optional(timeSchema),
  /** what the department said */
  answer: z.optional(note),
  /** the first reply to the customer: what the response time is counted to */
  repliedAt: z.optional(timeSchema),
  closedAt: z.optional(timeSchema),
  reopened: z.int(),
  /** the waits before it was last reopened, the oldest first */
  rounds: z.array(z.strictObject({ waitsSince: timeSchema, repliedAt: timeSchema })).check(z.maxLength(100)),
  /** when a reply or a department's answer ended a wait: the index of the response times */
  measuredAt: z.array(timeSchema).check(z.maxLength(600)),
  log: z
    .array(
      z.strictObject({
        at: timeSchema,
        step: z.enum(caseSteps),
        department: z.optional(department),
        note: z.optional(note),
      }),
    )
    .check(z.maxLength(500)),
});
export type Case = z.infer<typeof caseSchema>;
