import { ok } from '../domain/result.ts';
import { keptDays } from '../storage/operations.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** First moment, ISO, of which operations are still kept. */
export function keptSince(now: Date): string {
  return new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1_000).toISOString();
}

/** Work in steps that can still be taken back or was interrupted, newest first. */
export const listBatches: Service<'batch.list'> = (_input, call) =>
  readOnce(call, ['batches'], async (reader) => {
    const since = keptSince(call.now);
    const kept = (await reader.all('batches')).filter(({ updatedAt }) => updatedAt >= since);
    return ok({ batches: kept.reverse() });
  });
