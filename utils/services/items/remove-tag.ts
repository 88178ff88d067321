import type { Creator } from '../../domain/creator.ts';
import type { Item } from '../../domain/item.ts';
import { fail, ok } from '../../domain/result.ts';
import { mostTagged } from '../../domain/tag-effect.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { isReferredTo, withTags } from './tag-item.ts';

async function offItem(unit: Unit, item: Item, tagId: string): Promise<void> {
  const tagIds = item.tagIds.filter((id) => id !== tagId);
  if (tagIds.length === 0 && !(await isReferredTo(unit, item.id))) return unit.remove('items', item.id);
  const tags = await Promise.all(tagIds.map((id) => unit.get('tags', id)));
  const carried = tags.filter((tag) => tag !== undefined);
  await unit.put('items', { ...withTags(item, tagIds, carried, unit.now), updatedAt: unit.now });
}

function offCreator(unit: Unit, creator: Creator, tagId: string): Promise<void> {
  const tagIds = creator.tagIds.filter((id) => id !== tagId);
  return unit.put('creators', { ...creator, tagIds, updatedAt: unit.now });
}

/**
 * Removes a tag and takes it off everything that carries it, as one operation that can be undone. Cases, rights and points that followed
 * from it stay.
 * @returns `invalid`: more carry it than one operation can take back; it can be retired
 */
export const removeTag: Service<'tag.remove'> = ({ operationId, tagId }, call) =>
  writeOnce(
    call,
    {
      type: 'tag.remove',
      operationId,
      stores: ['tags', 'items', 'creators', 'cases', 'rightsGrants'],
      collections: ['tags', 'items', 'creators'],
    },
    async (unit) => {
      if (!(await unit.get('tags', tagId))) return fail('not-found', 'no tag of that id');
      const [creators, items] = await Promise.all([
        unit.list('creators', 'tagIds', tagId, mostTagged + 1),
        unit.list('items', 'tagIds', tagId, mostTagged + 1),
      ]);
      if (creators.length + items.length > mostTagged)
        return fail('invalid', 'more carry this tag than can be taken back at once');
      await unit.remove('tags', tagId);
      await Promise.all([
        ...creators.map((creator) => offCreator(unit, creator, tagId)),
        ...items.map((item) => offItem(unit, item, tagId)),
      ]);
      await unit.log('tag-changed', tagId);
      return ok({});
    },
  );
