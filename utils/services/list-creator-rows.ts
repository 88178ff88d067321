import { ok } from '../domain/result.ts';
import { creatorsCounter } from '../storage/counters.ts';
import { pageOfRows, rowStores } from './creator-rows.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** A page of the creator list, newest first. */
export const listCreatorRows: Service<'creator.rows'> = ({ after, limit }, call) =>
  readOnce(call, [...rowStores, 'counters'], async (reader) => {
    const total = await reader.counter(creatorsCounter);
    // the time is the message's own: what is committed while this is read is told again, never left out
    return ok({ ...(await pageOfRows(reader, after, limit)), total, at: call.now.toISOString() });
  });
