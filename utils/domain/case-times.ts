import type { Case } from './case.ts';

/** A wait that ended. `took` in milliseconds; absent: its end lies before its beginning, so nobody knows. */
export interface EndedWait {
  endedAt: string;
  took?: number;
  department?: string;
}

function ended(from: string, endedAt: string, department?: string): EndedWait {
  const took = Date.parse(endedAt) - Date.parse(from);
  return { endedAt, ...(took >= 0 ? { took } : {}), ...(department === undefined ? {} : { department }) };
}

/** How long the customer waited for each reply: one for every time the case was open. */
export function customerWaits({ rounds, waitsSince, repliedAt }: Case): EndedWait[] {
  const all = repliedAt === undefined ? rounds : [...rounds, { waitsSince, repliedAt }];
  return all.map((round) => ended(round.waitsSince, round.repliedAt));
}

/** How long departments took for each answer, from the log: a department that was asked and passed over has none. */
export function departmentWaits({ log }: Case): EndedWait[] {
  const waits: EndedWait[] = [];
  let asked: { at: string; department: string } | undefined;
  for (const { at, step, department } of log) {
    if (step === 'passed-on') asked = department === undefined ? undefined : { at, department };
    if (step === 'answer-received' && asked) waits.push(ended(asked.at, at, asked.department));
    if (step === 'answer-received' || step === 'reopened') asked = undefined;
  }
  return waits;
}

/** What stands at a share of the values when they are sorted (the nearest-rank method: always one that really was). */
function rankOf(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Median and 90th percentile of times in milliseconds; of none they are absent. */
export function summary(times: readonly number[]): { n: number; median?: number; ninetieth?: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, ninetieth] = [rankOf(sorted, 0.5), rankOf(sorted, 0.9)];
  return {
    n: sorted.length,
    ...(median === undefined ? {} : { median }),
    ...(ninetieth === undefined ? {} : { ninetieth }),
  };
}
