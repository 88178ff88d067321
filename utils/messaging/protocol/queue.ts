import * as z from 'zod/mini';
import { itemKeysSchema, seenItemSchema } from '../../domain/item.ts';
import { unansweredLimits } from '../../domain/unanswered.ts';
import { unansweredRowSchema } from '../../domain/unanswered-row.ts';
import { message, nothing } from './message.ts';

const keyed = z.array(itemKeysSchema);

/** Comments that were seen without an answer: kept until the browser closes, never in the notebook. */
export const queueMessages = {
  /** what a look at a page of ours found; `answered`: comments that have their answer now, by their keys */
  'queue.seen-unanswered': message(
    ['page'],
    z.strictObject({
      open: z.array(seenItemSchema).check(z.maxLength(unansweredLimits.report)),
      answered: keyed.check(z.maxLength(unansweredLimits.answered)),
    }),
    nothing,
  ),
  /** the newest first, without what is tagged meanwhile; `total`: of how many */
  'queue.unanswered': message(
    ['popup', 'sidepanel', 'dashboard'],
    nothing,
    z.strictObject({ rows: z.array(unansweredRowSchema), total: z.int() }),
  ),
  /** not shown again until the browser closes; `back` takes that back */
  'queue.dismiss': message(
    ['sidepanel', 'dashboard'],
    z.strictObject({ keys: itemKeysSchema, back: z.optional(z.boolean()) }),
    nothing,
  ),
};
