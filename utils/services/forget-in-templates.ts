import { identityKeys } from '../domain/creator.ts';
import type { SeenComment } from '../domain/seen-comment.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** Who is to be forgotten: every id, and every key of every account. */
interface Forgotten {
  creatorIds: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** Names of accounts that a text mentions, as in `@mira.holm`. */
const mentioned = (text: string) =>
  [...text.matchAll(/[@＠]([\p{L}\p{N}._-]+)/gu)].map(([, handle]) => handle ?? '');

/** Whether a comment was written by a person, stood below a post of theirs, or mentions them. */
export function isAbout(comment: SeenComment, { creatorIds, keys }: Forgotten): boolean {
  const { platform, author, creatorId, post, text } = comment;
  if (creatorId !== undefined && creatorIds.has(creatorId)) return true;
  const handles = [
    ...(post?.handle === undefined ? [] : [post.handle]),
    ...mentioned(text),
    ...mentioned(post?.title ?? ''),
  ];
  return [
    ...identityKeys({ platform, ...author }),
    // a sentence ends with a full stop, and a handle may as well
    ...handles
      .flatMap((handle) => [handle, handle.replace(/[._-]+$/, '')])
      .flatMap((handle) => identityKeys({ platform, handle })),
  ].some((key) => keys.has(key));
}

/**
 * Takes people out of what the reply templates remember: of a use stays that there was one, without whom and where, so that the figures
 * keep; answers that were given for them go, and so do comments of theirs that were kept for the preview.
 */
export async function forgetInTemplates(unit: Unit, person: Forgotten): Promise<void> {
  const { creatorIds } = person;
  for (const creatorId of creatorIds)
    for (const use of await unit.list('templateUses', 'creatorId', creatorId)) {
      const { creatorId: _whom, threadHash: _thread, postHash: _post, ...rest } = use;
      await unit.put('templateUses', { ...rest, updatedAt: unit.now }, 'derived');
    }
  for (const comment of await unit.all('seenComments'))
    if (isAbout(comment, person)) await unit.remove('seenComments', comment.id, 'derived');
  for (const answer of await unit.all('fillInAnswers')) {
    const values = answer.values.filter(({ creatorId }) => !creatorId || !creatorIds.has(creatorId));
    if (values.length === answer.values.length) continue;
    if (values.length === 0) await unit.remove('fillInAnswers', answer.id, 'derived');
    else await unit.put('fillInAnswers', { ...answer, values, updatedAt: unit.now }, 'derived');
  }
}
