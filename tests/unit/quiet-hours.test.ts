import { afterEach, describe, expect, test } from 'vitest';
import { isQuiet, type QuietHours, quietUntil } from '../../utils/domain/quiet-hours.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const night: QuietHours = { from: '21:00', until: '08:00' };
const noon: QuietHours = { from: '12:00', until: '13:30' };
const early: QuietHours = { from: '01:00', until: '02:30' };

/** Time zone, hours, a moment with its offset, and when it is quiet no more; null: it is not quiet then. */
const table: [string, QuietHours | null, string, string | null][] = [
  // by day
  ['Europe/Berlin', noon, '2026-03-10T12:00:00+01:00', '2026-03-10T13:30:00+01:00'],
  ['Europe/Berlin', noon, '2026-03-10T13:29:59+01:00', '2026-03-10T13:30:00+01:00'],
  ['Europe/Berlin', noon, '2026-03-10T13:30:00+01:00', null],
  ['Europe/Berlin', noon, '2026-03-10T11:59:59+01:00', null],
  // over midnight, on both sides of it and over the end of a month
  ['Asia/Shanghai', night, '2026-02-28T20:59:59+08:00', null],
  ['Asia/Shanghai', night, '2026-02-28T21:00:00+08:00', '2026-03-01T08:00:00+08:00'],
  ['Asia/Shanghai', night, '2026-03-01T00:00:00+08:00', '2026-03-01T08:00:00+08:00'],
  ['Asia/Shanghai', night, '2026-03-01T07:59:30+08:00', '2026-03-01T08:00:00+08:00'],
  ['Asia/Shanghai', night, '2026-03-01T08:00:00+08:00', null],
  // the same moment is night elsewhere
  ['Europe/Berlin', night, '2026-03-01T08:00:00+08:00', '2026-03-01T08:00:00+01:00'],
  // the night in which the clock is put forward is an hour shorter, the one in which it is put back an hour longer
  ['Europe/Berlin', night, '2026-03-28T22:00:00+01:00', '2026-03-29T08:00:00+02:00'],
  ['Europe/Berlin', night, '2026-10-24T22:00:00+02:00', '2026-10-25T08:00:00+01:00'],
  ['America/New_York', night, '2026-03-07T23:00:00-05:00', '2026-03-08T08:00:00-04:00'],
  // an end that the clock leaps over: quiet ends with the leap
  ['Europe/Berlin', early, '2026-03-29T01:30:00+01:00', '2026-03-29T03:00:00+02:00'],
  // an hour that comes twice
  ['Europe/Berlin', early, '2026-10-25T02:10:00+02:00', '2026-10-25T02:30:00+02:00'],
  ['Europe/Berlin', early, '2026-10-25T02:10:00+01:00', '2026-10-25T02:30:00+01:00'],
  // half an hour of summer time
  ['Australia/Lord_Howe', night, '2026-10-03T23:00:00+10:30', '2026-10-04T08:00:00+11:00'],
  // no hours, and none between twice the same time
  ['Europe/Berlin', null, '2026-03-10T03:00:00+01:00', null],
  ['Europe/Berlin', { from: '09:00', until: '09:00' }, '2026-03-10T09:00:00+01:00', null],
  [
    'Europe/Berlin',
    { from: '00:00', until: '23:59' },
    '2026-03-10T09:00:00+01:00',
    '2026-03-10T23:59:00+01:00',
  ],
];

describe('quiet hours by the clock on the wall', () => {
  test.each(table)('%s %j at %s', (timeZone, hours, at, end) => {
    process.env.TZ = timeZone;
    const now = new Date(at);
    expect(isQuiet(now, hours)).toBe(end !== null);
    expect(quietUntil(now, hours)).toEqual(new Date(end ?? at));
  });
});
