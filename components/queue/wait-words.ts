import type { CaseClocks } from '../../utils/domain/case-clocks.ts';
import type { QueueTranslate } from './words.tsx';

const minute = 60_000;
const steps = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

const kept = new Map<string, Intl.NumberFormat>();
function unit(locale: string, name: (typeof steps)[number][0]): Intl.NumberFormat {
  const key = `${locale} ${name}`;
  const found =
    kept.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  kept.set(key, found);
  return found;
}

/** How long something took, in its two largest units: "2 days 3 hr", "12 min". @param span milliseconds */
export function spanWords(locale: string, span: number): string {
  let left = Math.max(0, Math.floor(span / minute));
  const parts: string[] = [];
  for (const [name, size] of steps) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(unit(locale, name).format(count));
    // after days and hours nobody reads minutes
    if (parts.length === 2 || (parts.length > 0 && name === 'hour' && count === 0)) break;
  }
  return parts.join(' ') || unit(locale, 'minute').format(0);
}

/** Less than this is left: it is said louder. */
const soon = 2 * 60 * minute;

/** When the customer should have an answer. `level` decides colour and drawing; the words say the same. */
export function dueWords(
  t: QueueTranslate,
  { overdueBy, dueIn }: CaseClocks,
): { words: string; level: 'overdue' | 'soon' | 'later' } | null {
  if (overdueBy !== undefined)
    return { words: t('queue_overdue_by', { time: spanWords(t.locale, overdueBy) }), level: 'overdue' };
  if (dueIn !== undefined)
    return {
      words: t('queue_due_in', { time: spanWords(t.locale, dueIn) }),
      level: dueIn < soon ? 'soon' : 'later',
    };
  return null;
}

/** What the two clocks say, each in one line. `whom`: the department. */
export function clockWords(
  t: QueueTranslate,
  { customer, department, departmentOverdueBy }: CaseClocks,
  whom: string | undefined,
): { customer: string; department?: string } {
  const time = ({ past }: { past?: number }) =>
    past === undefined ? t('queue_time_unknown') : spanWords(t.locale, past);
  const told = t(customer.running ? 'queue_customer_waits' : 'queue_customer_waited', {
    time: time(customer),
  });
  if (!department) return { customer: told };
  const name = whom ?? t('queue_department');
  const theirs = t(department.running ? 'queue_department_waits' : 'queue_department_waited', {
    name,
    time: time(department),
  });
  const late =
    departmentOverdueBy === undefined
      ? ''
      : (t.language === 'en' ? ' ' : '') +
        t('queue_department_late', { time: spanWords(t.locale, departmentOverdueBy) });
  return { customer: told, department: theirs + late };
}
