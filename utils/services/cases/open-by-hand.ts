import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { caseStores, openCase } from './case-record.ts';

/** Opens a case by hand, from what a competitor did, or from a figure that missed its target. */
export const openByHand: Service<'case.open'> = ({ operationId, ...draft }, call) =>
  writeOnce(
    call,
    {
      type: 'case.open',
      operationId,
      stores: [...caseStores, 'competitors', 'changes'],
      collections: ['cases'],
    },
    async (unit) => {
      const change = draft.changeId && (await unit.get('changes', draft.changeId));
      if (draft.changeId && !change) return fail('not-found', 'no change of that id');
      const competitorId = draft.competitorId ?? (change ? change.competitorId : undefined);
      if (competitorId && !(await unit.get('competitors', competitorId)))
        return fail('not-found', 'no competitor of that id');
      if (change && competitorId !== change.competitorId)
        return fail('invalid', 'the change is of another competitor');
      return ok(await openCase(unit, { ...draft, competitorId }));
    },
  );
