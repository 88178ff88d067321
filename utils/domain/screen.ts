import * as z from 'zod/mini';

/** What the page's script sees on the screen it stands on. */
export const screenSchema = z.strictObject({
  /** people gathered since the page was opened */
  people: z.int(),
  comments: z.int(),
  /** comments without an answer of ours, where the document tells; null: this site does not tell */
  unanswered: z.nullable(z.int()),
  /** the marks beside unanswered comments are switched on */
  filtered: z.boolean(),
  /** items in which keywords were seen since the page was opened; absent: nothing is looked for */
  keywords: z.optional(
    z.strictObject({
      items: z.int(),
      /** of them those with a word of a serious group */
      serious: z.int(),
      groups: z.array(z.strictObject({ groupId: z.string(), items: z.int() })),
    }),
  ),
});
export type Screen = z.infer<typeof screenSchema>;
