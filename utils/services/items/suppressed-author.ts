import { identityKeys } from '../../domain/creator.ts';
import type { ItemAuthor, SeenItem } from '../../domain/item.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { Reader } from '../../storage/reader.ts';
import { isSuppressed } from '../../storage/suppressions.ts';

/** Effects that are about the author: without one there is nothing to keep. */
const personal: readonly TagEffect[] = ['fan', 'ugc', 'spam', 'giveaway'];

/** Whether an address or key would name them although the author is left out, as addresses of their own posts do. */
function names(text: string, { platform, handle, stableId }: ItemAuthor): boolean {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}_.-]+/u);
  const known = identityKeys({ platform, handle, stableId }).map((key) =>
    key
      .slice(platform.length + 1)
      .replace(/^#/, '')
      .toLowerCase(),
  );
  return known.some((name) => parts.includes(name));
}

/**
 * What of a seen item may be stored: nobody who asked not to be stored.
 * @param reader over `suppressions`
 * @param tags that are to be put on it
 * @returns the item, without its author where they are suppressed; `suppressed` where the author is the point
 */
export async function withoutSuppressed(
  reader: Reader,
  seen: SeenItem,
  tags: readonly Tag[],
): Promise<Result<SeenItem>> {
  const { author, ...rest } = seen;
  if (!author || !(await isSuppressed(reader, author))) return ok(seen);
  // tags that are taken off store nobody
  if (tags.length === 0) return ok(rest);
  const about = tags.some(({ effect }) => effect !== undefined && personal.includes(effect));
  const named = [seen.url, seen.pageKey ?? '', ...seen.keys].some((text) => names(text, author));
  if (seen.kind === 'creator' || about || named)
    return fail('suppressed', 'the author asked not to be stored');
  return ok(rest);
}
