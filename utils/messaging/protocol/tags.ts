import * as z from 'zod/mini';
import { itemSchema, seenItemSchema } from '../../domain/item.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { tagDetailsSchema, tagSchema } from '../../domain/tag.ts';
import { starterTags, tagEffects } from '../../domain/tag-effect.ts';
import { message, nothing, operation } from './message.ts';

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const tagIds = z.array(idSchema).check(z.maxLength(50));

/** What tagging did beside the tag: what the toast says, and where it leads. */
export const taggedAnswerSchema = z.strictObject({
  /** absent: its last tag went, and the item with it */
  itemId: z.optional(idSchema),
  tagIds,
  /** the effects that followed, each once */
  effects: z.array(z.enum(tagEffects)),
  /** the case that was opened, or brought back */
  caseId: z.optional(idSchema),
});
export type TaggedAnswer = z.infer<typeof taggedAnswerSchema>;

/** A tagged item in a list, and when it was tagged (with the tag that was asked for): what `before` of the next page takes. */
export const itemRowSchema = z.strictObject({ item: itemSchema, at: timeSchema });
export type ItemRow = z.infer<typeof itemRowSchema>;

/** Tags: what they are, what they do, and the items that carry them, asked from the extension's own pages. */
export const tagMessages = {
  /** all of them, in the order of the picker: those used last first, then by name; with how many items carry each */
  'tag.choices': message(
    ['frame', ...own],
    nothing,
    z.strictObject({
      tags: z.array(z.strictObject({ tag: tagSchema, used: z.int(), lastUsed: z.optional(timeSchema) })),
    }),
  ),
  /** without an id a new one */
  'tag.save': message(
    [...own],
    z.strictObject({
      ...operation,
      tagId: z.optional(idSchema),
      details: tagDetailsSchema,
      retired: z.optional(z.boolean()),
    }),
    tagSchema,
  ),
  /** from everything that carries it; what followed from it (cases, rights) stays */
  'tag.remove': message([...own], z.strictObject({ ...operation, tagId: idSchema }), nothing),
  /** the default set in the operator's words; those that are there already (by `starter`, then by name) are left as they are */
  'tag.starter': message(
    [...own],
    z.strictObject({
      ...operation,
      tags: z
        .array(z.strictObject({ starter: z.enum(starterTags), details: tagDetailsSchema }))
        .check(z.maxLength(starterTags.length)),
    }),
    z.strictObject({ added: z.int(), there: z.int() }),
  ),
  /** puts tags on an item and takes others off, with all that follows, as one operation; a name that is no tag yet becomes a plain one */
  'item.tag': message(
    [...own],
    z.strictObject({
      ...operation,
      item: z.union([seenItemSchema, z.strictObject({ itemId: idSchema })]),
      add: tagIds,
      remove: tagIds,
      addNames: z.optional(z.array(tagDetailsSchema.shape.name).check(z.maxLength(10))),
    }),
    taggedAnswerSchema,
  ),
  /** tagged items, the last tagged first; `before` is the last row of the page before */
  'item.list': message(
    [...own],
    z.strictObject({
      tagId: z.optional(idSchema),
      before: z.nullable(z.strictObject({ at: timeSchema, id: idSchema })),
      limit: z.int().check(z.gte(1), z.lte(200)),
    }),
    z.strictObject({ rows: z.array(itemRowSchema), more: z.boolean() }),
  ),
};
