import { newId } from '../../domain/new-id.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Tag, TagDetails } from '../../domain/tag.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Service } from '../service.ts';
import { sameName } from '../tag-names.ts';
import { renamedStores, renameTagInReplies } from '../templates/rename-tag.ts';
import { announce, writeOnce } from '../write-once.ts';

/** What stands in the way of a tag: its name on another one, or its key on another that is offered. */
function clashOf(tags: readonly Tag[], tag: Tag): 'name' | 'key' | null {
  const others = tags.filter(({ id }) => id !== tag.id);
  if (others.some(({ name }) => sameName(name) === sameName(tag.name))) return 'name';
  if (!tag.key || tag.retired) return null;
  return others.some(({ key, retired }) => key === tag.key && !retired) ? 'key' : null;
}

/** What only cases have stays away from the others. */
function tidy({ owner, deadline, urgent, effect, ...details }: TagDetails): TagDetails {
  const ofCases = {
    ...(owner ? { owner } : {}),
    ...(deadline ? { deadline } : {}),
    ...(urgent ? { urgent } : {}),
  };
  return {
    ...details,
    name: details.name.trim().normalize('NFC'),
    ...(effect && effect !== 'plain' ? { effect } : {}),
    ...(effect === 'case' ? ofCases : {}),
  };
}

/** Saves a tag, new or known. What it does holds for what is tagged from now on; replies that put it go by its new name. */
export const saveTag: Service<'tag.save'> = async ({ operationId, tagId, details, retired }, call) => {
  let replies = 0;
  const saved = await writeOnce(
    call,
    {
      type: 'tag.save',
      operationId,
      stores: ['tags', ...renamedStores],
      collections: ['tags', 'items'],
    },
    async (unit) => {
      const before = tagId === undefined ? undefined : await unit.get('tags', tagId);
      if (tagId !== undefined && !before) return fail('not-found', 'no tag of that id');
      const tag: Tag = {
        id: before?.id ?? newId(call.now.getTime()),
        createdAt: before?.createdAt ?? unit.now,
        updatedAt: before?.updatedAt ?? unit.now,
        ...tidy(details),
        ...(before?.starter ? { starter: before.starter } : {}),
        ...((retired ?? before?.retired) ? { retired: true } : {}),
      };
      const clash = clashOf(await unit.all('tags'), tag);
      if (clash) return fail('invalid', `another tag has this ${clash}`);
      if (before && sameValue(before, tag)) return ok(before);
      const saved = { ...tag, updatedAt: unit.now };
      await unit.put('tags', saved);
      if (before && sameName(before.name) !== sameName(saved.name))
        replies = await renameTagInReplies(unit, before.name, saved.name);
      await unit.log('tag-changed', saved.id);
      return ok(saved);
    },
  );
  // the saved replies are asked for as a whole: only where one changed
  if (saved.ok && replies > 0) await announce(call, ['templates']);
  return saved;
};
