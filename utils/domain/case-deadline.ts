import type { DeadlineClock } from './tag-effect.ts';
import { addWorkingTime, type WorkHours } from './working-time.ts';

const hour = 3_600_000;

/** So many hours by one of the clocks. */
export interface Deadline {
  hours: number;
  clock: DeadlineClock;
}

/** Where neither the tag nor the person says otherwise: a day; what is urgent, within a morning. */
export function defaultDeadline(urgent: boolean): Deadline {
  return { hours: urgent ? 4 : 24, clock: 'clock' };
}

export interface Due {
  /** ISO */
  due: string;
  /** how it was counted in the end */
  clock: DeadlineClock;
  hours: number;
  /** working hours were wished and there are none (no hours a day, or holidays only): counted by the clock instead */
  noWorkingTime?: true;
}

/**
 * When the customer should have an answer. What is urgent runs by the clock whatever its tag says: a complaint does not wait for Monday.
 * @param waitsSince ISO
 * @param deadline of the tag; absent: the default
 */
export function dueOf(
  waitsSince: string,
  deadline: Deadline | undefined,
  urgent: boolean,
  workHours: WorkHours,
): Due {
  const { hours, clock } = deadline ?? defaultDeadline(urgent);
  const since = Date.parse(waitsSince);
  const byClock = new Date(since + hours * hour).toISOString();
  if (urgent || clock === 'clock') return { due: byClock, clock: 'clock', hours };
  const due = addWorkingTime(since, hours * hour, workHours);
  if (due === null) return { due: byClock, clock: 'clock', hours, noWorkingTime: true };
  return { due: new Date(due).toISOString(), clock: 'working', hours };
}
