import { newId } from '../domain/new-id.ts';
import { type ErrorCode, fail, ok } from '../domain/result.ts';
import { siteOf } from '../sites/registry.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import { marksFor } from './mark-handles.ts';
import { newAccount, newCreator } from './new-creator.ts';
import type { Caller, Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { writeOnce } from './write-once.ts';

/** The page's script hands over whom it gathered: what the list in this tab's frame is made of. */
export const openCollect: Service<'collect.open'> = async ({ platform, people }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined || url === undefined) return fail('not-found', 'a page outside a tab');
  if (siteOf(new URL(url))?.id !== platform) return fail('invalid', `people of ${platform} from elsewhere`);
  // an address of somewhere else would be opened as a profile one day
  const here = people.filter((person) => siteOf(new URL(person.url))?.id === platform);
  await tabFrames.set(tabId, { surface: 'collect', platform, people: here });
  await call.announce(['frame']);
  return ok({});
};

async function listOf({ tabId }: Caller) {
  const context = tabId === undefined ? null : await tabFrames.of(tabId);
  return context?.surface === 'collect' ? context : null;
}

/** The gathered people, each with what the notebook has. */
export const collectRows: Service<'collect.rows'> = async (_input, call) => {
  const list = await listOf(call.caller);
  if (!list) return fail('not-found', 'no list was gathered in this tab');
  const { platform, people } = list;
  const marks = await marksFor(
    call,
    people.map(({ handle, stableId }) => ({ platform, handle, stableId })),
  );
  if (!marks.ok) return marks;
  return ok({ platform, rows: people.map((person, at) => ({ person, mark: marks.value[at] ?? 'new' })) });
};

/**
 * Saves the picked ones of the list that the background keeps for this tab: what a page says later changes nothing. Who is in the
 * notebook already stays as she is: a list tells nothing new about her.
 */
export const saveCollected: Service<'collect.save'> = async ({ operationId, handles }, call) => {
  const list = await listOf(call.caller);
  if (!list) return fail('not-found', 'no list was gathered in this tab');
  const { platform } = list;
  const wanted = new Set(handles);
  const picked = list.people.filter(({ handle }) => wanted.has(handle));
  if (picked.length === 0) return fail('invalid', 'nobody of the list was picked');
  const nextId = () => newId(call.now.getTime());
  return writeOnce(
    call,
    {
      type: 'collect.save',
      operationId,
      stores: ['brands', 'suppressions', 'creators', 'accounts'],
      collections: ['creators'],
    },
    async (unit) => {
      let created = 0;
      let known = 0;
      const refused: { handle: string; code: ErrorCode }[] = [];
      for (const { handle, stableId, displayName, url } of picked) {
        const name = { platform, handle, ...(stableId === undefined ? {} : { stableId }) };
        if (await ownAccount(unit, name)) {
          refused.push({ handle, code: 'nothing-to-save' });
          continue;
        }
        if (await isSuppressed(unit, name)) {
          refused.push({ handle, code: 'suppressed' });
          continue;
        }
        if ((await findAccount(unit, name)).account) {
          known++;
          continue;
        }
        const creator = newCreator(nextId(), displayName ?? handle, unit.now);
        await unit.put('creators', creator);
        await unit.put('accounts', newAccount(nextId(), creator.id, name, url, unit.now));
        await unit.log('creator-captured', creator.id);
        created++;
      }
      return ok({ created, known, refused });
    },
  );
};
