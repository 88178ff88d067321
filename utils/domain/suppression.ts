import * as z from 'zod/mini';
import { idSchema, recordShape } from './record.ts';

/**
 * "Do not store this person again": one row for each identity key of an erased person's accounts, as a salted hash. Nobody can read
 * from it who that was; a capture of the same profile finds it.
 */
export const suppressionSchema = z.strictObject({
  ...recordShape,
  /** shared by the rows of one profile: lifting one lifts all */
  profileId: z.optional(idSchema),
  /** hex, of this notebook */
  salt: z.string(),
  /** hex, HMAC-SHA-256 of an identity key under the salt */
  hash: z.string(),
});
export type Suppression = z.infer<typeof suppressionSchema>;
