/** How a step of the test run went. `crashed`: it ended badly without a test of its own to blame. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function numberAt(report: unknown, key: string): number {
  const value = report && typeof report === 'object' ? (report as Record<string, unknown>)[key] : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : 0;
}

/** Counts of Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function vitestTally(report: unknown): Tally {
  const suites =
    report && typeof report === 'object' && 'testResults' in report && Array.isArray(report.testResults)
      ? (report.testResults as { status?: unknown; assertionResults?: unknown[] }[])
      : [];
  const unloaded = suites.filter((suite) => suite.status === 'failed' && !suite.assertionResults?.length);
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests') + unloaded.length,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
}

/** Counts of Playwright's JSON report. A flaky test did not hold: it is a failure. */
export function playwrightTally(report: unknown): Tally {
  const stats = report && typeof report === 'object' && 'stats' in report ? report.stats : undefined;
  return {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  };
}

/** A program that failed although no test did (it crashed, or ran nothing) is a failure of its own. */
export function withExitCode(tally: Tally, exitCode: number | null): Tally {
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  const silentCrash = exitCode !== 0 && tally.failed === 0;
  return ranNothing || silentCrash ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** The sum of several steps. */
export function sum(tallies: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** The last line of the test run. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
