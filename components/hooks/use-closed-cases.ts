import type { CaseRow } from '../../utils/domain/case-row.ts';
import { ask } from '../../utils/messaging/client.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';

const limit = 30;

/** Cases that are done, the last closed first. */
export function useClosedCases(): Pages<CaseRow> {
  return usePages<CaseRow>('closed', ['cases'], (pages, overtaken) =>
    readPages<CaseRow>(pages, overtaken, (last) =>
      ask('case.closed-list', {
        before: last?.closedAt === undefined ? null : { at: last.closedAt, id: last.id },
        limit,
      }),
    ),
  );
}
