import { expect, test } from 'vitest';
import { lastLine, playwrightTally, sum, vitestTally, withExitCode } from '../../support/tally.ts';

test('the last line names skipped tests only where there are some', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(lastLine({ passed: 3, failed: 2, skipped: 1 })).toBe('3 passed, 2 failed, 1 skipped');
});

test('a test file that cannot be loaded is a failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  };
  expect(vitestTally(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('a flaky test in the browser is a failure', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };
  expect(playwrightTally({ stats })).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

test.each([undefined, null, 'text', {}, { stats: null }])(
  'a missing or broken report %j counts nothing',
  (report) => {
    expect(vitestTally(report)).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(playwrightTally(report)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  },
);

test('a crash without a failed test, and a run of nothing, are failures', () => {
  expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, null).failed).toBe(1);
  expect(withExitCode({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1);
  expect(withExitCode({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test('steps add up', () => {
  expect(
    sum([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 4, skipped: 0 },
    ]),
  ).toEqual({ passed: 4, failed: 4, skipped: 2 });
});
