import type { ActivityKind } from '../../utils/domain/activity.ts';
import { collections } from '../../utils/messaging/changes.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';

type Row = Output<'activity.list'>['rows'][number];

const limit = 100;

/**
 * The log of what was done, newest first, page by page. Any change has it asked for again: what was done can be taken back, and a person
 * whom it was about can be removed.
 * @param kind only this kind of entry; null for all
 */
export function useActivity(kind: ActivityKind | null): Pages<Row> {
  return usePages(kind ?? '', collections, (pages, overtaken) =>
    readPages<Row>(pages, overtaken, (last) =>
      ask('activity.list', {
        before: last && { at: last.activity.at, id: last.activity.id },
        limit,
        ...(kind ? { kind } : {}),
      }),
    ),
  );
}
