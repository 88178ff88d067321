import type { Activity, ActivityKind } from '../../domain/activity.ts';
import type { Day } from '../../domain/record.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';

/** How far a derived item is on a day. */
export interface Progress {
  handled: number;
  total: number;
  done: boolean;
}

/** An item of the checklist whose state follows from what was recorded. */
export interface DerivedSource {
  /** what `read` reads */
  stores: StoreName[];
  read(reader: Reader, day: Day): Promise<Progress>;
}

/** First moment of a local day and of the next, ISO UTC. */
export function dayBounds(day: Day): { from: string; until: string } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return {
    from: new Date(year, month - 1, date).toISOString(),
    until: new Date(year, month - 1, date + 1).toISOString(),
  };
}

/** Activities of one kind on a local day whose operation was not taken back, then or later. */
export async function activitiesOf(reader: Reader, kind: ActivityKind, day: Day): Promise<Activity[]> {
  const { from, until } = dayBounds(day);
  const found = await reader.list(
    'activities',
    'kindAt',
    IDBKeyRange.bound([kind, from], [kind, until], false, true),
  );
  if (found.length === 0) return [];
  const undone = await reader.list(
    'activities',
    'kindAt',
    IDBKeyRange.bound(['undone', from], ['undone', []]),
  );
  const takenBack = new Set(undone.map(({ subjectId }) => subjectId));
  return found.filter(({ operationId }) => !takenBack.has(operationId));
}
