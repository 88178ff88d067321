import * as z from 'zod/mini';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { refreshSources, refreshTroubles } from '../../domain/refresh.ts';
import { refreshSwitchSchema } from '../../domain/refresh-job.ts';
import { message, nothing, operation } from './message.ts';

/** The refresh of store pages on a schedule. */

export const refreshStateSchema = z.strictObject({
  watchedPageId: idSchema,
  hours: refreshSwitchSchema.shape.hours,
  /** absent: it has stopped */
  nextAt: z.optional(timeSchema),
  /** the last one that was kept as a look */
  doneAt: z.optional(timeSchema),
  source: z.optional(z.enum(refreshSources)),
  running: z.boolean(),
  /** what came of the last one, where it brought nothing */
  trouble: z.optional(
    z.strictObject({
      reason: z.enum(refreshTroubles),
      at: timeSchema,
      status: z.optional(z.int()),
      notBefore: z.optional(timeSchema),
    }),
  ),
});
export type RefreshState = z.infer<typeof refreshStateSchema>;

export const refreshMessages = {
  /** of the pages of one competitor, or of all, those for which it is switched on */
  'refresh.list': message(
    ['dashboard'],
    z.strictObject({ competitorId: z.optional(idSchema) }),
    z.strictObject({ rows: z.array(refreshStateSchema) }),
  ),
  /**
   * Switches it on (`hours`) or off (null). The site's permission was asked for before, in the click: `no-access` without it. `invalid`: not
   * a shop's page.
   */
  'refresh.set': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      watchedPageId: idSchema,
      hours: z.nullable(refreshSwitchSchema.shape.hours),
    }),
    nothing,
  ),
  /** one that has stopped goes on: at once, but not before the moment that the server named */
  'refresh.go-on': message(['dashboard'], z.strictObject({ ...operation, watchedPageId: idSchema }), nothing),
};
