import { fail } from '../../domain/result.ts';
import type { SavedKeywords } from '../../messaging/protocol/keywords.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { putGroup } from './put-group.ts';

/** Saves a group of keyword alerts, new or known. Words that cannot be looked for are left out, and the answer says why. */
export const saveKeywords: Service<'keyword.save'> = ({ operationId, groupId, details }, call) =>
  writeOnce<SavedKeywords>(
    call,
    { type: 'keyword.save', operationId, stores: ['keywordGroups', 'tags'], collections: ['keywords'] },
    async (unit) => {
      const before = groupId === undefined ? undefined : await unit.get('keywordGroups', groupId);
      if (groupId !== undefined && !before) return fail('not-found', 'no group of that id');
      const saved = await putGroup(unit, details, before);
      if (saved.ok) await unit.log('keywords-changed', saved.value.group.id);
      return saved;
    },
  );
