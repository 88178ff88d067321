import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** How many profiles must not be stored again; who they are cannot be told any more. */
export const countSuppressions: Service<'suppression.count'> = (_input, call) =>
  readOnce(call, ['suppressions'], async (reader) => {
    const rows = await reader.all('suppressions');
    return ok({ count: new Set(rows.map(({ id, profileId }) => profileId ?? id)).size });
  });
