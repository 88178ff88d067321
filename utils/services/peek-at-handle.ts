import { fail, ok } from '../domain/result.ts';
import type { Peek } from '../messaging/protocol/sites.ts';
import { ownAccount } from './current-brand.ts';
import { markFor, markStores } from './mark-handles.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { readOnce } from './write-once.ts';

/** The pointer rests on a name, or has left it: the frame that tells about names hears whose it is. */
export const peekOf: Service<'peek.of'> = async ({ person }, call) => {
  const { tabId } = call.caller;
  if (tabId === undefined) return fail('not-found', 'a page outside a tab');
  await tabFrames.setPeek(tabId, person);
  await call.announce(['frame']);
  return ok({});
};

/** Longer notes are read on the creator's card. */
const notesShown = 280;

/** What stands beside a name while the pointer rests on it; nothing for somebody who is not in the notebook. */
export const framePeek: Service<'frame.peek'> = async (_input, call) => {
  const { tabId } = call.caller;
  const person = tabId === undefined ? null : await tabFrames.peek(tabId);
  if (!person) return ok(null);
  return readOnce<Peek | null>(call, [...markStores, 'tags'], async (reader) => {
    const { mark, creatorId } = await markFor(reader, person);
    if (mark === 'ours') {
      const own = await ownAccount(reader, person);
      return ok({ mark, displayName: own?.brand.name ?? person.handle, tags: [], notes: '' });
    }
    const creator = creatorId === undefined ? undefined : await reader.get('creators', creatorId);
    // nothing is known of them but what they wrote
    if (!creator)
      return ok(mark === 'spam' ? { mark, displayName: person.handle, tags: [], notes: '' } : null);
    const tags = await Promise.all(creator.tagIds.map((id) => reader.get('tags', id)));
    return ok({
      mark,
      displayName: creator.displayName,
      role: creator.role,
      loyalty: creator.loyalty,
      status: creator.status,
      ...(creator.lastContact ? { lastContact: creator.lastContact } : {}),
      ...(creator.nextAction ? { nextAction: creator.nextAction } : {}),
      tags: tags.flatMap((tag) => (tag ? [tag.name] : [])),
      notes: creator.notes.length > notesShown ? `${creator.notes.slice(0, notesShown)}…` : creator.notes,
    });
  });
};
