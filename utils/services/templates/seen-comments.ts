import { newId } from '../../domain/new-id.ts';
import type { PaletteSight } from '../../domain/palette-sight.ts';
import { ok } from '../../domain/result.ts';
import { seenCommentLimits as limits, type SeenComment } from '../../domain/seen-comment.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Call, Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';

const dayLong = 24 * 60 * 60 * 1_000;
/** First moment, ISO, of which comments are kept. */
const keptSince = (now: Date) => new Date(now.getTime() - limits.days * dayLong).toISOString();
const newestFirst = (a: SeenComment, b: SeenComment) => b.updatedAt.localeCompare(a.updatedAt);

async function put(unit: Unit, comment: SeenComment, now: Date): Promise<void> {
  const { platform, author, text } = comment;
  const isSame = (other: SeenComment) =>
    other.platform === platform && other.author.handle === author.handle && other.text === text;
  const since = keptSince(now);
  const others = (await unit.all('seenComments')).sort(newestFirst);
  const stay = others.filter((other) => !isSame(other) && other.updatedAt >= since).slice(0, limits.kept - 1);
  // derived: undo would keep a copy of what was written, and nobody wants a preview taken back
  for (const other of others)
    if (!stay.includes(other)) await unit.remove('seenComments', other.id, 'derived');
  await unit.put('seenComments', comment, 'derived');
}

/**
 * Keeps the comment beside which a reply was just inserted, for the preview of templates: the last few, and nobody who must not be stored.
 * Never fails what it is part of.
 * @param sight what the palette was called for; anything but a comment with an author is left alone
 * @param creatorId the author, where they are in the notebook
 */
export async function keepComment(call: Call, sight: PaletteSight, creatorId: string | null): Promise<void> {
  const { platform, author, text, post, product, mode } = sight;
  const said = text?.trim().slice(0, limits.text);
  if (mode !== 'comment' || !author || !said) return;
  const title = (post?.title ?? post?.text)?.trim().slice(0, limits.title);
  try {
    await writeOnce(
      call,
      {
        type: 'palette.insert',
        operationId: newId(call.now.getTime()),
        stores: ['seenComments', 'suppressions'],
        // whoever shows them hears of the use that follows
        collections: [],
      },
      async (unit) => {
        if (await isSuppressed(unit, { platform, ...author })) return ok({});
        const comment: SeenComment = {
          id: newId(call.now.getTime()),
          createdAt: unit.now,
          updatedAt: unit.now,
          platform,
          author,
          text: said,
          ...(creatorId === null ? {} : { creatorId }),
          ...(post
            ? {
                post: {
                  url: post.url,
                  ...(title ? { title } : {}),
                  ...(post.handle ? { handle: post.handle } : {}),
                },
              }
            : {}),
          ...(product ? { product } : {}),
        };
        await put(unit, comment, call.now);
        return ok({});
      },
    );
  } catch (error) {
    console.error('Deckhand: keeping a comment for the preview', error);
  }
}

/** The comments that a template can be tried on, the last one first. */
export const listSeenComments: Service<'template.seen-comments'> = (_input, call) =>
  readOnce(call, ['seenComments'], async (reader) => {
    const since = keptSince(call.now);
    const kept = (await reader.all('seenComments')).filter(({ updatedAt }) => updatedAt >= since);
    return ok({ comments: kept.sort(newestFirst) });
  });
