import * as z from 'zod/mini';
import { itemKeysSchema } from '../../domain/item.ts';
import { platformIds } from '../../domain/platform.ts';
import { daySchema, idSchema } from '../../domain/record.ts';
import {
  creditLineSchema,
  cropSchema,
  givenProofSchema,
  rightsGrantSchema,
  rightsNoteSchema,
  rightsScopesSchema,
} from '../../domain/rights.ts';
import { rightsScopes, rightsStands, rightsViews, useReasons } from '../../domain/rights-state.ts';
import { message, nothing, operation } from './message.ts';

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const someScopes = rightsScopesSchema.check(z.minLength(1));
const count = z.int().check(z.gte(0));
const tabId = z.int();

/** How many permissions stand how, from kept numbers. `expiring` are granted ones; `overdue`: in use without a right. */
export const rightsCountsSchema = z.strictObject({
  ...(Object.fromEntries(rightsStands.map((stand) => [stand, count])) as Record<
    (typeof rightsStands)[number],
    typeof count
  >),
  expiring: count,
  overdue: count,
});
export type RightsCounts = z.infer<typeof rightsCountsSchema>;

/** The answer to "may I use this?" beside the post: no history, no proof, no picture. */
export const rightsHereSchema = z.strictObject({
  uses: z.array(
    z.strictObject({
      scope: z.enum(rightsScopes),
      may: z.boolean(),
      why: z.enum(useReasons),
      day: z.optional(daySchema),
    }),
  ),
  creditLine: z.optional(creditLineSchema),
});
export type RightsHere = z.infer<typeof rightsHereSchema>;

/** UGC and the right to use it. */
export const rightsMessages = {
  /** newest first, of `expiring` those that end first; `before` is the last row of the page before */
  'rights.list': message(
    [...own],
    z.strictObject({
      view: z.enum(rightsViews),
      /** that may be used for this today */
      scope: z.optional(z.enum(rightsScopes)),
      platform: z.optional(z.enum(platformIds)),
      /** part of a handle, a shown name or a credit line */
      author: z.optional(z.string().check(z.maxLength(200))),
      before: z.nullable(idSchema),
      limit: z.int().check(z.gte(1), z.lte(200)),
    }),
    z.strictObject({
      rows: z.array(rightsGrantSchema),
      more: z.boolean(),
      counts: rightsCountsSchema,
    }),
  ),
  'rights.get': message([...own], z.strictObject({ grantId: idSchema }), rightsGrantSchema),
  /** null: the item is no candidate */
  'rights.of-item': message(
    [...own],
    z.strictObject({ itemId: idSchema }),
    z.strictObject({ grant: z.nullable(rightsGrantSchema) }),
  ),
  /** of the item for which the frame in this tab was opened; null where there is none, or it is no candidate */
  'rights.here': message(['frame'], nothing, z.nullable(rightsHereSchema)),
  /** the operator asked for permission. What was allowed before stays allowed until there is an answer */
  'rights.asked': message(
    [...own],
    z.strictObject({
      ...operation,
      grantId: idSchema,
      scopes: someScopes,
      /** when, if not now */
      day: z.optional(daySchema),
      template: z.optional(z.string().check(z.maxLength(200))),
    }),
    nothing,
  ),
  /** the author answered. A yes without a quote, address or picture of it is refused; it replaces what was allowed before */
  'rights.answer': message(
    [...own],
    z.strictObject({
      ...operation,
      grantId: idSchema,
      answer: z.discriminatedUnion('state', [
        z.strictObject({
          state: z.literal('granted'),
          scopes: someScopes,
          creditLine: z.optional(creditLineSchema),
          from: z.optional(daySchema),
          until: z.optional(daySchema),
        }),
        z.strictObject({ state: z.literal('declined') }),
      ]),
      proof: givenProofSchema,
    }),
    nothing,
  ),
  /** the author took it back, or we gave it up */
  'rights.revoke': message(
    [...own],
    z.strictObject({ ...operation, grantId: idSchema, proof: givenProofSchema }),
    nothing,
  ),
  /** what needs no new word of the author: null takes a value away, scopes can only become fewer */
  'rights.edit': message(
    [...own],
    z.strictObject({
      ...operation,
      grantId: idSchema,
      changes: z.strictObject({
        creditLine: z.optional(z.nullable(creditLineSchema)),
        from: z.optional(z.nullable(daySchema)),
        until: z.optional(z.nullable(daySchema)),
        scopes: z.optional(someScopes),
        note: z.optional(z.nullable(rightsNoteSchema)),
        inUse: z.optional(rightsScopesSchema),
      }),
    }),
    nothing,
  ),
  /** with its pictures; the item keeps its tags */
  'rights.remove': message([...own], z.strictObject({ ...operation, grantId: idSchema }), nothing),

  // pictures
  'rights.crop': message(
    [...own],
    z.strictObject({ cropId: idSchema }),
    z.strictObject({
      ...z.pick(cropSchema, { type: true, width: true, height: true }).shape,
      /** base64 */
      data: z.string(),
    }),
  ),
  'rights.remove-crop': message(
    [...own],
    z.strictObject({ ...operation, grantId: idSchema, of: z.enum(['item', 'answer']) }),
    nothing,
  ),
  /** permissions of the items that are on the screen of a tab now; null where no script of ours sees items there */
  'rights.on-screen': message(
    ['popup'],
    z.strictObject({ tabId }),
    z.nullable(
      z.strictObject({
        grants: z.array(
          z.strictObject({
            ...z.pick(rightsGrantSchema, { id: true, state: true, until: true, cropId: true }).shape,
            keys: itemKeysSchema,
            author: z.optional(z.string()),
            text: z.optional(z.string()),
          }),
        ),
      }),
    ),
  ),
  /** a picture of what is on the screen of a tab now: of the item itself, or of the author's answer as the person shows it */
  'rights.picture': message(
    ['popup'],
    z.strictObject({ ...operation, tabId, grantId: idSchema, of: z.enum(['item', 'answer']) }),
    z.strictObject({ cropId: idSchema }),
  ),
};
