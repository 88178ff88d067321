import { customerWaits, departmentWaits, type EndedWait, summary } from '../../domain/case-times.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

const took = (waits: readonly EndedWait[]): number[] => waits.flatMap((wait) => wait.took ?? []);

/** How long customers and departments let wait, of the waits that ended in a period. */
export const caseStatistics: Service<'case.statistics'> = ({ from, until }, call) => {
  const [begin, end] = [new Date(from).toISOString(), new Date(until).toISOString()];
  if (!(begin < end)) return Promise.resolve(fail('invalid', 'the period ends before it begins'));
  return readOnce(call, ['cases'], async (reader) => {
    // a case stands in this index once for every wait that ended
    const found = await reader.list('cases', 'measuredAt', IDBKeyRange.bound(begin, end, false, true));
    const cases = [...new Map(found.map((one) => [one.id, one])).values()];
    const inside = ({ endedAt }: EndedWait) => endedAt >= begin && endedAt < end;
    const customers = cases.flatMap(customerWaits).filter(inside);
    const departments = cases.flatMap(departmentWaits).filter(inside);
    const names = [...new Set(departments.flatMap(({ department }) => department ?? []))].sort((a, b) =>
      a.localeCompare(b),
    );
    return ok({
      customer: summary(took(customers)),
      departments: summary(took(departments)),
      byDepartment: names.map((department) => ({
        department,
        ...summary(took(departments.filter((wait) => wait.department === department))),
      })),
      unknown: [...customers, ...departments].filter((wait) => wait.took === undefined).length,
    });
  });
};
