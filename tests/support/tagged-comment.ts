import type { ItemAuthor, SeenItem } from '../../utils/domain/item.ts';
import { itemKeys } from '../../utils/domain/item-keys.ts';

/** An invented commenter. */
export const lena: ItemAuthor = { platform: 'instagram', handle: 'lena.pots', stableId: '901' };

/** A comment as a page's script saw it. */
export function comment(
  said: { id?: string | undefined; author?: ItemAuthor | undefined; text?: string; time?: string } = {},
  changes: Partial<SeenItem> = {},
): SeenItem {
  const { id, author = lena, text = 'Where is my parcel?', time } = said;
  return {
    kind: 'comment',
    platform: 'instagram',
    keys: itemKeys({
      platform: 'instagram',
      kind: 'comment',
      id,
      author: author.stableId ?? author.handle,
      text,
      time,
    }),
    url: 'https://www.instagram.com/p/Cx1/c/17/',
    pageKey: 'instagram:post:Cx1',
    author,
    text,
    ...(time ? { publishedAt: time } : {}),
    ...changes,
  };
}
