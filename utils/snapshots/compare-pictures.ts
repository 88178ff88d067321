import { pictureIdentity, pictureSite } from './addresses.ts';
import type { ChangeList, CompareOptions } from './change-list.ts';
import type { Named } from './compare-product.ts';
import { samePicture } from './picture-hash.ts';

export interface PicturePair extends Named {
  before: string | undefined;
  after: string | undefined;
}

/** A shop that moves to another picture server gives all pictures other names: with this many and this share it is one. */
const movedServer = { least: 3, share: 0.5 };

/**
 * Which pictures show something else: by what they show where that is known, else by their names, and by their names only while most
 * pictures of the page kept theirs and only on one picture server: another server may call the same picture anything.
 */
export function comparePictures(
  pairs: readonly PicturePair[],
  list: ChangeList,
  { pictures }: CompareOptions,
): void {
  const compared: { named: Named; before: string; after: string; seen: boolean; same: boolean }[] = [];
  for (const { before, after, ...named } of pairs) {
    if (before === undefined || after === undefined) continue;
    const [old, now] = before === after ? [] : [pictures?.get(before), pictures?.get(after)];
    const seen = old !== undefined && now !== undefined;
    const same =
      before === after || (seen ? samePicture(old, now) : pictureIdentity(before) === pictureIdentity(after));
    compared.push({ named, before, after, seen, same });
  }
  const unsure = compared.filter(({ seen, same }) => !seen && !same);
  const byName = compared.filter(({ seen }) => !seen);
  const moved = unsure.length >= movedServer.least && unsure.length > byName.length * movedServer.share;
  for (const { named, before, after, seen, same } of compared)
    if (!same && (seen || (!moved && pictureSite(before) === pictureSite(after))))
      list.add({ kind: 'picture', ...named, from: before, to: after });
}
