import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';
import { watchCollections } from './watch-collections.ts';

export type LookRow = Output<'snapshot.list'>['rows'][number];

const limit = 30;

/** The snapshots of a watched page, newest first, page by page. */
export function useLooks(watchedPageId: string): Pages<LookRow> {
  return usePages(watchedPageId, watchCollections, (pages, overtaken) =>
    readPages<LookRow>(pages, overtaken, (last) =>
      ask('snapshot.list', {
        watchedPageId,
        before: last && { takenAt: last.takenAt, id: last.id },
        limit,
      }),
    ),
  );
}
