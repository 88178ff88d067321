import * as z from 'zod/mini';
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

export const settingsSchema = z.strictObject({
  ...uiSettingsShape,
  /** numbers beside the checklist's items */
  showCounts: z.boolean(),
  /** a watched page is looked at whenever the person comes to it, at most once an hour */
  snapshotOnVisit: z.boolean(),
  firstRunDone: z.boolean(),
  currentBrandId: z.nullable(idSchema),
});
export type Settings = z.infer<typeof settingsSchema>;
