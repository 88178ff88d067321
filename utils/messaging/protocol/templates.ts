import * as z from 'zod/mini';
import { brandSchema } from '../../domain/brand.ts';
import { campaignSchema } from '../../domain/campaign.ts';
import { paletteSightSchema } from '../../domain/palette-sight.ts';
import { platformIds } from '../../domain/platform.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { ownActionKinds, replyActionKinds } from '../../domain/reply-action.ts';
import { seenCommentSchema } from '../../domain/seen-comment.ts';
import { tagEffects } from '../../domain/tag-effect.ts';
import {
  languageSchema,
  recentUseSchema,
  templateDetailsSchema,
  templateSchema,
  templateStatisticsSchema,
  templateVersionSchema,
} from '../../domain/template.ts';
import { templateLimits } from '../../domain/template-limits.ts';
import { message, nothing, operation } from './message.ts';

/** Key of a post or thread as the page's script names it, such as `instagram:post:C9x…`: compared, never stored as it is. */
const placeKey = z.string().check(z.minLength(1), z.maxLength(8_000));

/** Where a reply is being written. */
export const replyPlaceSchema = z.strictObject({
  platform: z.enum(platformIds),
  postKey: z.optional(placeKey),
  /** the comment and what hangs on it; of a message the conversation */
  threadKey: z.optional(placeKey),
});
export type ReplyPlace = z.infer<typeof replyPlaceSchema>;

/** The quick answers of a campaign: they stand before all replies while it is live. */
export const campaignAnswersSchema = z.pick(campaignSchema, {
  name: true,
  code: true,
  platforms: true,
  liveFrom: true,
  liveUntil: true,
  updatedAt: true,
  answers: true,
});
export type CampaignAnswers = z.infer<typeof campaignAnswersSchema>;

export const templateListSchema = z.strictObject({
  templates: z.array(templateSchema),
  /** ids, the most used first, at most nine: on the platform of the place, without a place on all of them */
  mostUsed: z.array(idSchema),
  /** uses of the last 24 hours, and all on this post and in this thread, the last one first */
  recent: z.array(recentUseSchema),
  /** what was last written into the fill-in field of each name, the last one first */
  answers: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  /** of campaigns that are live or will be; absent: there are none */
  campaigns: z.optional(z.array(campaignAnswersSchema)),
  /** ours; the languages of the current one are the fallback order for a comment without a fitting variant */
  brands: z.array(brandSchema),
  currentBrandId: z.nullable(idSchema),
});
export type TemplateList = z.infer<typeof templateListSchema>;

/** One template of a file, after the preview: what it shall be. With the id of one that is there it takes its place. */
const importedSchema = z.strictObject({ id: z.optional(idSchema), details: templateDetailsSchema });
export type ImportedTemplate = z.infer<typeof importedSchema>;

const counts = z.strictObject({ added: z.int(), updated: z.int(), unchanged: z.int() });

const withText = ['frame', 'popup', 'sidepanel', 'dashboard'] as const;
const inReply = ['frame', 'popup', 'sidepanel'] as const;

export const templateMessages = {
  /** everything that the palette needs, asked when a composer gets the focus */
  'template.list': message(
    [...withText],
    z.strictObject({ place: z.optional(replyPlaceSchema) }),
    templateListSchema,
  ),
  /** without an id a new one. `seen`: its `updatedAt` when the editor was opened; another one is refused as `changed-since` */
  'template.save': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      templateId: z.optional(idSchema),
      seen: z.optional(timeSchema),
      details: templateDetailsSchema,
    }),
    templateSchema,
  ),
  'template.remove': message(['dashboard'], z.strictObject({ ...operation, templateId: idSchema }), nothing),
  /** what it was before, the last one first */
  'template.versions': message(
    ['dashboard'],
    z.strictObject({ templateId: idSchema }),
    z.strictObject({ versions: z.array(templateVersionSchema) }),
  ),
  'template.restore-version': message(
    ['dashboard'],
    z.strictObject({ ...operation, versionId: idSchema }),
    templateSchema,
  ),
  /** one step of an open batch of the kind `templates`: all of it or none */
  'template.import': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      batchId: idSchema,
      templates: z.array(importedSchema).check(z.minLength(1), z.maxLength(templateLimits.step)),
    }),
    counts,
  ),
  /** the starter set in the operator's words; those that are there already (by `starter`) are left as they are */
  'template.starter': message(
    ['dashboard'],
    z.strictObject({ ...operation, templates: z.array(templateDetailsSchema).check(z.maxLength(100)) }),
    z.strictObject({ added: z.int(), there: z.int() }),
  ),
  /** a reply stands in the editor: noted without its text, its actions are carried out */
  'template.used': message(
    [...inReply],
    z.strictObject({
      ...operation,
      /** of the palette from which it was inserted: what becomes of it is told under this name (`palette.outcome`) */
      opening: z.optional(paletteSightSchema.shape.opening),
      templateId: idSchema,
      wordingId: idSchema,
      language: languageSchema,
      place: replyPlaceSchema,
      /** whom it was for, where they are in the notebook */
      creatorId: z.optional(idSchema),
      /** a message to them: the contact is noted whatever the template does besides */
      contacted: z.optional(z.boolean()),
      answers: z
        .array(
          z.strictObject({
            name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
            value: z.string().check(z.minLength(1), z.maxLength(templateLimits.answer)),
          }),
        )
        .check(z.maxLength(50)),
    }),
    z.strictObject({
      useId: idSchema,
      /** actions that changed something */
      done: z.array(z.enum([...replyActionKinds, ...ownActionKinds])),
      /** of a tag that was put on what is answered: what followed */
      effects: z.optional(z.array(z.enum(tagEffects))),
    }),
  ),
  /** what became of a use: the text was changed before sending, or taken out again */
  'template.use-changed': message(
    [...inReply],
    z.strictObject({
      ...operation,
      useId: idSchema,
      edited: z.optional(z.boolean()),
      undone: z.optional(z.boolean()),
    }),
    nothing,
  ),
  'template.statistics': message(
    ['dashboard'],
    nothing,
    z.strictObject({ templates: z.array(templateStatisticsSchema) }),
  ),
  /** the comments lately replied to, for the preview: the last one first, at most twenty */
  'template.seen-comments': message(
    ['dashboard'],
    nothing,
    z.strictObject({ comments: z.array(seenCommentSchema) }),
  ),
};
