import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../utils/domain/record.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { importsUnderWay } from './import-lock.ts';
import { type Query, useQuery } from './use-query.ts';

type Batch = Output<'batch.list'>['batches'][number];
/** `interrupted`: its page is gone, it stands where it stopped */
export type PastImport = Batch & { now: 'running' | 'interrupted' | 'ended' };

/** The imports of one kind that can still be taken back or were interrupted, newest first; asks again when one of them moves. */
export function useImports(wanted: 'import' | 'templates'): {
  query: Query<Output<'batch.list'>>;
  imports: PastImport[];
} {
  const query = useQuery('batch.list', {}, ['batches']);
  const [underWay, setUnderWay] = useState<ReadonlySet<Id>>(new Set());
  const batches = query.value?.batches;
  useEffect(() => {
    let here = true;
    const look = () =>
      void importsUnderWay().then((found) => {
        if (here) setUnderWay(found);
      });
    look();
    // a page that dies says nothing: it is missed at the next look
    const timer = setInterval(look, 3_000);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [batches]);
  const imports = (batches ?? [])
    .filter(({ kind }) => kind === wanted)
    .map((batch): PastImport => {
      const open = underWay.has(batch.id) ? 'running' : 'interrupted';
      return { ...batch, now: batch.state === 'open' ? open : 'ended' };
    });
  return { query, imports };
}
