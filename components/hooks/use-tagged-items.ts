import { ask } from '../../utils/messaging/client.ts';
import type { ItemRow } from '../../utils/messaging/protocol/tags.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';

const limit = 50;

/** Tagged items, the last tagged first, page by page. @param tagId absent: of every tag */
export function useTaggedItems(tagId: string | undefined): Pages<ItemRow> {
  return usePages<ItemRow>(`items ${tagId ?? ''}`, ['items', 'tags'], (pages, overtaken) =>
    readPages<ItemRow>(pages, overtaken, (last) =>
      ask('item.list', {
        ...(tagId === undefined ? {} : { tagId }),
        before: last ? { at: last.at, id: last.item.id } : null,
        limit,
      }),
    ),
  );
}
