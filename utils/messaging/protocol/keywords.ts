import * as z from 'zod/mini';
import { severities } from '../../domain/change-kind.ts';
import { keywordGroupDetailsSchema, keywordGroupSchema, starterKeySchema } from '../../domain/keyword.ts';
import { keywordLimits } from '../../domain/keyword-kinds.ts';
import { wordFaults } from '../../domain/keyword-words.ts';
import { platformIds } from '../../domain/platform.ts';
import { daySchema, idSchema } from '../../domain/record.ts';
import { starterTags } from '../../domain/tag-effect.ts';
import { message, nothing, operation } from './message.ts';

/** As it was written: what cannot be looked for is sorted out, and said, when it is saved. */
const writtenSchema = z.strictObject({
  ...keywordGroupDetailsSchema.shape,
  words: z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(2 * keywordLimits.group)),
});

const savedSchema = z.strictObject({
  group: keywordGroupSchema,
  refused: z.array(z.strictObject({ word: z.string(), fault: z.enum(wordFaults) })),
  /** words that were there already in another spelling */
  merged: z.int(),
});
export type SavedKeywords = z.infer<typeof savedSchema>;

/** One item in which a group's word was seen. */
const hitSchema = z.strictObject({
  groupId: idSchema,
  /** a hash of what the item is found again by, made in the page */
  item: z.string().check(z.regex(/^[a-z0-9]{4,32}$/)),
});

const countSchema = z.strictObject({
  groupId: idSchema,
  day: daySchema,
  platform: z.enum(platformIds),
  count: z.int(),
});
export type KeywordCount = z.infer<typeof countSchema>;

/** Keyword alerts. */
export const keywordMessages = {
  /** what a page's script looks for: the words of the groups that are switched on, without their names */
  'page.keywords': message(
    ['page'],
    nothing,
    z.strictObject({
      /** whether the words are marked in the page's text, or only counted */
      mark: z.boolean(),
      groups: z.array(
        z.strictObject({ groupId: idSchema, severity: z.enum(severities), words: z.array(z.string()) }),
      ),
    }),
  ),
  /** items are counted once, however often they are seen */
  'keyword.hits': message(
    ['page'],
    z.strictObject({
      platform: z.enum(platformIds),
      hits: z.array(hitSchema).check(z.minLength(1), z.maxLength(100)),
    }),
    nothing,
  ),
  'keyword.groups': message(
    ['popup', 'sidepanel', 'dashboard'],
    nothing,
    z.strictObject({ groups: z.array(keywordGroupSchema) }),
  ),
  /** without an id a new one */
  'keyword.save': message(
    ['dashboard'],
    z.strictObject({ ...operation, groupId: z.optional(idSchema), details: writtenSchema }),
    savedSchema,
  ),
  'keyword.remove': message(['dashboard'], z.strictObject({ ...operation, groupId: idSchema }), nothing),
  /** what can be made of the notebook: the words of the current brand, and who is watched */
  'keyword.suggest': message(
    ['dashboard'],
    nothing,
    z.strictObject({
      brand: z.nullable(
        z.strictObject({ name: z.string(), words: z.array(z.string()), misspelt: z.array(z.string()) }),
      ),
      competitors: z.array(z.string()),
    }),
  ),
  /** starter lists in the operator's words; those that are there already (by `starter`) are left as they are */
  'keyword.starter': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      groups: z
        .array(
          z.strictObject({
            starter: starterKeySchema,
            details: writtenSchema,
            /** suggested first, where there is such a tag */
            tag: z.optional(z.enum(starterTags)),
          }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    }),
    z.strictObject({ added: z.int(), there: z.int() }),
  ),
  /** in how many items each group's words were seen, by day and site; days without one are left out */
  'keyword.trend': message(
    ['popup', 'dashboard'],
    z.strictObject({ days: z.int().check(z.gte(1), z.lte(90)) }),
    z.strictObject({ from: daySchema, until: daySchema, counts: z.array(countSchema) }),
  ),
};
