import * as z from 'zod/mini';
import { idSchema } from '../../domain/record.ts';

/** Who speaks: decided by the browser's `sender`, never by what a message says of itself. */
export const senderKinds = ['page', 'frame', 'popup', 'sidepanel', 'dashboard'] as const;
export type SenderKind = (typeof senderKinds)[number];

/** One entry of the protocol. */
export function message<const From extends SenderKind[], In extends z.ZodMiniType, Out extends z.ZodMiniType>(
  from: From,
  input: In,
  output: Out,
) {
  return { from, input, output };
}

/** What every writing message carries. */
export const operation = { operationId: idSchema };
export const nothing = z.strictObject({});
