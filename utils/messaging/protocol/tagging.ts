import * as z from 'zod/mini';
import { itemKeysSchema, seenItemSchema } from '../../domain/item.ts';
import { platformIds } from '../../domain/platform.ts';
import { idSchema } from '../../domain/record.ts';
import { mostDots, tagColours } from '../../domain/tag-effect.ts';
import { message, nothing, operation } from './message.ts';
import { taggedAnswerSchema, tagMessages } from './tags.ts';

const choice = z.pick(tagMessages['item.tag'].input, { add: true, remove: true, addNames: true });

/** An item that somebody is about to tag. */
export const taggingContextSchema = z.strictObject({
  item: seenItemSchema,
  /** what it carries now */
  tagIds: z.array(idSchema),
  /** offered first */
  suggested: z.array(idSchema),
});
export type TaggingContext = z.infer<typeof taggingContextSchema>;

/** Tagging on a page: its script, and the picker in the frame or the popup. */
export const taggingMessages = {
  /** the picker in this tab's frame shall be about this item of the page */
  'tagging.open': message(['page'], z.strictObject({ item: seenItemSchema }), nothing),
  /** what the picker in this tab's frame is about; null: nothing any more */
  'tagging.context': message(['frame'], nothing, z.nullable(taggingContextSchema)),
  /** puts tags on the item of this tab's picker and takes others off, with all that follows, as one operation */
  'tagging.apply': message(['frame'], z.strictObject({ ...operation, ...choice.shape }), taggedAnswerSchema),
  /** the colours of the tags on items, in the order of the question; nothing else of the tags */
  'page.dots': message(
    ['page'],
    z.strictObject({
      platform: z.enum(platformIds),
      items: z.array(itemKeysSchema).check(z.minLength(1), z.maxLength(200)),
    }),
    z.strictObject({ dots: z.array(z.array(z.enum(tagColours)).check(z.maxLength(mostDots))) }),
  ),
  /** the page in a tab as something to be tagged from the popup, with `item.tag` */
  'tab.item': message(['popup'], z.strictObject({ tabId: z.int() }), taggingContextSchema),
};
