import { caseStatistics } from './case-statistics.ts';
import { editCase, logCase, moveCase } from './change-case.ts';
import { getCase } from './get-case.ts';
import { openByHand } from './open-by-hand.ts';
import { listByDepartment, listClosed, queueCases } from './queue-cases.ts';

/** What answers the messages about: cases. Part of the one list in `services/handlers.ts`. */
export const caseHandlers = {
  'case.queue': queueCases,
  'case.get': getCase,
  'case.open': openByHand,
  'case.move': moveCase,
  'case.edit': editCase,
  'case.log': logCase,
  'case.closed-list': listClosed,
  'case.by-department': listByDepartment,
  'case.statistics': caseStatistics,
};
