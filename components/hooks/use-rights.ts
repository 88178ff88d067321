import { useState } from 'preact/hooks';
import type { RightsGrant } from '../../utils/domain/rights.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';

export type RightsFilter = Omit<Input<'rights.list'>, 'before' | 'limit'>;
export type RightsCounts = Output<'rights.list'>['counts'];

const limit = 48;
/** Rows of an exported list, at most. */
const mostExported = 10_000;

/** UGC of a filter, page by page, with how much there is of everything. */
export function useRights(filter: RightsFilter): Pages<RightsGrant> & { counts: RightsCounts | null } {
  const [counts, setCounts] = useState<RightsCounts | null>(null);
  const pages = usePages(JSON.stringify(filter), ['rights'], (wanted, overtaken) =>
    readPages<RightsGrant>(wanted, overtaken, async (last) => {
      const found = await ask('rights.list', { ...filter, before: last?.id ?? null, limit });
      if (found.ok && !overtaken.aborted) setCounts(found.value.counts);
      return found;
    }),
  );
  return { ...pages, counts };
}

/** Everything that a filter finds, for a file. Throws where the background gives no answer. */
export async function allRights(filter: RightsFilter): Promise<RightsGrant[]> {
  const rows: RightsGrant[] = [];
  for (let more = true; more && rows.length < mostExported; ) {
    const found = await ask('rights.list', { ...filter, before: rows.at(-1)?.id ?? null, limit: 200 });
    if (!found.ok) throw new Error(found.code);
    rows.push(...found.value.rows);
    more = found.value.more;
  }
  return rows;
}
