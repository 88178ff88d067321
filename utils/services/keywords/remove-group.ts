import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';

/** Removes a group. In what its words were seen is kept as long as for any other: undo brings the group back with its figures. */
export const removeKeywords: Service<'keyword.remove'> = ({ operationId, groupId }, call) =>
  writeOnce(
    call,
    { type: 'keyword.remove', operationId, stores: ['keywordGroups'], collections: ['keywords'] },
    async (unit) => {
      if (!(await unit.get('keywordGroups', groupId))) return fail('not-found', 'no group of that id');
      await unit.remove('keywordGroups', groupId);
      await unit.log('keywords-changed', groupId);
      return ok({});
    },
  );
