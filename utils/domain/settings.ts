import * as z from 'zod/mini';
import { changeKinds, severities } from './change-kind.ts';
import { daySchema, idSchema } from './record.ts';
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
const points = z.int().check(z.gte(1), z.lte(100_000));
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
  /** when the team works: deadlines that run in working hours stand still outside of it */
  workHours: z.strictObject({
    /** 1 Monday … 7 Sunday */
    weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    from: clock,
    until: clock,
    /** days off beside the weekend */
    holidays: z.array(daySchema).check(z.maxLength(400)),
    /** days on although the weekday is off, as after Chinese holidays (调休) */
    extraDays: z.array(daySchema).check(z.maxLength(400)),
  }),
  /** keywords are marked in the page's own text, where the page's scripts can find out which; else only counted */
  markKeywords: z.boolean(),
  /** whom cases are passed on to; empty: the default list in the language of the screens */
  departments: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))).check(z.maxLength(50)),
  /** points from which on somebody is that loyal */
  fanThresholds: z.strictObject({ fan: points, loyal: points, promoter: points, ambassador: points }),
  /** days without anything from a fan after which they went quiet */
  quietDays: z.int().check(z.gte(7), z.lte(365)),
  firstRunDone: z.boolean(),
  currentBrandId: z.nullable(idSchema),
});
export type Settings = z.infer<typeof settingsSchema>;
