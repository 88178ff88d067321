import * as z from 'zod/mini';
import { changeKinds, severities } from './change-kind.ts';
import { idSchema } from './record.ts';
import { languages, themes } from './vocabulary.ts';

/** Settings that a content script may read; mirrored in `storage.local` under `ui`. Nothing about people. */
export const uiSettingsShape = {
  language: z.enum(['auto', ...languages]),
  theme: z.enum(themes),
  /** which Chinese word for Creator: 红人 across borders, 达人 at home */
  market: z.enum(['cross-border', 'domestic']),
  overlayHidden: z.boolean(),
  /** hosts on which the overlay stays away */
  sitesOff: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(1_000)),
};
export const uiSettingsSchema = z.strictObject(uiSettingsShape);
export type UiSettings = z.infer<typeof uiSettingsSchema>;

const chosen = z.array(z.enum(severities)).check(z.maxLength(severities.length));
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const percent = z.optional(z.number().check(z.gt(0), z.lte(100_000)));

export const settingsSchema = z.strictObject({
  ...uiSettingsShape,
  /** numbers beside the checklist's items */
  showCounts: z.boolean(),
  /** a watched page is looked at whenever the person comes to it, at most once an hour */
  snapshotOnVisit: z.boolean(),
  /** kinds of change that the person grades otherwise than severity.ts does */
  severityRules: z.partialRecord(
    z.enum(changeKinds),
    z.strictObject({ base: z.enum(severities), mediumFrom: percent, highFrom: percent }),
  ),
  /** days without a readable look after which a watched page is stale */
  staleDays: z.int().check(z.gte(1), z.lte(90)),
  /** unread changes that the toolbar button counts */
  badgeSeverities: chosen,
  /** the browser's notifications of what visits and refreshes find; needs a permission, so off until switched on */
  notifications: z.boolean(),
  notifySeverities: chosen,
  /** no notification then; null: at any time */
  quietHours: z.nullable(z.strictObject({ from: clock, until: clock })),
  firstRunDone: z.boolean(),
  currentBrandId: z.nullable(idSchema),
});
export type Settings = z.infer<typeof settingsSchema>;
