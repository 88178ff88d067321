import * as z from 'zod/mini';
import { platformIds } from './platform.ts';
import { daySchema, idSchema, recordShape, timeSchema } from './record.ts';
import { rightsScopesSchema } from './rights.ts';
import { languagePattern, templateLimits as limits, shortcutPattern } from './template-limits.ts';
import { defaultItems } from './vocabulary.ts';

const line = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

/** BCP 47, such as `en`, `zh-CN`, `pt-BR` */
export const languageSchema = z.string().check(z.regex(languagePattern));

/** One way to say it. A variant has several, so that replies under one post do not read like a machine's. */
export const wordingSchema = z.strictObject({
  id: idSchema,
  /** Liquid */
  text: z.string().check(z.maxLength(limits.text)),
});
export type Wording = z.infer<typeof wordingSchema>;

export const variantSchema = z.strictObject({
  language: languageSchema,
  wordings: z.array(wordingSchema).check(z.minLength(1), z.maxLength(limits.wordings)),
});
export type Variant = z.infer<typeof variantSchema>;

/** What the reply does beside its text: kinds of `domain/reply-action.ts`. */
export const replyActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note-touch') }),
  z.strictObject({ kind: z.literal('mark-contacted') }),
  z.strictObject({ kind: z.literal('tag-creator'), tag: line(limits.tag) }),
  /** by name, so that a file of templates means the same elsewhere */
  z.strictObject({ kind: z.literal('tag-item'), tag: line(limits.tag) }),
  z.strictObject({ kind: z.literal('tick-item'), item: z.enum(defaultItems) }),
  z.strictObject({ kind: z.literal('case-held') }),
  z.strictObject({
    kind: z.literal('ask-rights'),
    scopes: rightsScopesSchema.check(z.minLength(1)),
  }),
]);
export type ReplyAction = z.infer<typeof replyActionSchema>;

/** What the operator writes of a template. */
export const templateDetailsSchema = z.strictObject({
  title: line(limits.title),
  /** typed behind `;` or `/`; also the name under which other templates put this one in: `{% render 'name' %}` */
  shortcut: z.optional(line(limits.shortcut).check(z.regex(shortcutPattern))),
  /** path with `/` between its parts; empty: in none */
  folder: z.string().check(z.trim(), z.maxLength(limits.folder)),
  tags: z.array(line(limits.tag)).check(z.maxLength(limits.tags)),
  /** where it is offered; empty: everywhere */
  platforms: z.array(z.enum(platformIds)).check(z.maxLength(platformIds.length)),
  variants: z.array(variantSchema).check(z.maxLength(limits.variants)),
  actions: z.array(replyActionSchema).check(z.maxLength(limits.actions)),
  /** the day on which somebody should look whether it still holds, and why */
  reviewOn: z.optional(daySchema),
  reviewNote: z.optional(z.string().check(z.maxLength(1_000))),
  archived: z.optional(z.boolean()),
  /** a wording of it cannot be filled yet: it is kept, and not offered */
  draft: z.optional(z.boolean()),
  /** which one of the starter set it was made from */
  starter: z.optional(line(60)),
});
export type TemplateDetails = z.infer<typeof templateDetailsSchema>;

/** A reply or letter. */
export const templateSchema = z.strictObject({ ...recordShape, ...templateDetailsSchema.shape });
export type Template = z.infer<typeof templateSchema>;

/** A template as it was before a change; the last ones are kept. */
export const templateVersionSchema = z.strictObject({
  ...recordShape,
  templateId: idSchema,
  /** when it stopped being the one in use */
  at: timeSchema,
  details: templateDetailsSchema,
});
export type TemplateVersion = z.infer<typeof templateVersionSchema>;

/**
 * One reply that was put into an editor. It holds no text; post and thread only as hashes under a salt of this notebook, so that
 * "already used here" can be told and nothing more.
 */
export const templateUseSchema = z.strictObject({
  ...recordShape,
  at: timeSchema,
  templateId: idSchema,
  wordingId: idSchema,
  language: languageSchema,
  platform: z.enum(platformIds),
  /** the salt of the two hashes: one for the whole notebook, another one only where a backup of another one came in */
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  threadHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  postHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  /** whom it was for, where they are in the notebook; index key */
  creatorId: z.optional(idSchema),
  /** the person changed the text before sending, or took it out again */
  edited: z.optional(z.boolean()),
  undone: z.optional(z.boolean()),
});
export type TemplateUse = z.infer<typeof templateUseSchema>;

/** What the person wrote into a fill-in field of that name lately, the last first. */
export const fillInAnswerSchema = z.strictObject({
  ...recordShape,
  /** `order_number` of `{{ ask.order_number }}`; index key */
  name: line(100),
  values: z
    .array(
      z.strictObject({
        value: z.string().check(z.minLength(1), z.maxLength(limits.answer)),
        at: timeSchema,
        /** whom the reply was for: forgotten with them */
        creatorId: z.optional(idSchema),
      }),
    )
    .check(z.maxLength(limits.answers)),
});
export type FillInAnswer = z.infer<typeof fillInAnswerSchema>;

/** A use as the palette sees it: whether it was on this post, in this thread. */
export const recentUseSchema = z.strictObject({
  at: timeSchema,
  templateId: idSchema,
  wordingId: idSchema,
  platform: z.enum(platformIds),
  samePost: z.boolean(),
  sameThread: z.boolean(),
});
export type RecentUse = z.infer<typeof recentUseSchema>;

/** How often a template was used, and how often that was changed before sending or taken out again. */
const usageShape = { used: z.int(), edited: z.int(), undone: z.int() };

export const templateStatisticsSchema = z.strictObject({
  templateId: idSchema,
  ...usageShape,
  lastUsed: z.optional(timeSchema),
  platforms: z.array(z.strictObject({ platform: z.enum(platformIds), ...usageShape })),
});
export type TemplateStatistics = z.infer<typeof templateStatisticsSchema>;
