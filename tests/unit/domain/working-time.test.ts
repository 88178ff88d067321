import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addWorkingTime, type WorkHours, workingTimeBetween } from '../../../utils/domain/working-time.ts';

const zone = process.env.TZ;
const inZone = (name: string | undefined) => {
  if (name === undefined) delete process.env.TZ;
  else process.env.TZ = name;
};
afterEach(() => inZone(zone));

const hour = 3_600_000;
const office: WorkHours = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
  holidays: [],
  extraDays: [],
};
const nights: WorkHours = { ...office, from: '22:00', until: '06:00' };
const golden: WorkHours = {
  ...office,
  // the Chinese national holidays of 2026 and the Sunday that is worked for them
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  extraDays: ['2026-09-20', '2026-10-10'],
};

const added: [zone: string, hours: WorkHours, start: string, hours: number, end: string][] = [
  // inside a day, to its very end, over the evening
  ['Asia/Shanghai', office, '2026-03-10T10:00:00+08:00', 4, '2026-03-10T14:00:00+08:00'],
  ['Asia/Shanghai', office, '2026-03-10T14:00:00+08:00', 4, '2026-03-10T18:00:00+08:00'],
  ['Asia/Shanghai', office, '2026-03-10T16:00:00+08:00', 4, '2026-03-11T11:00:00+08:00'],
  // before the day begins, after it ended, over a weekend
  ['Asia/Shanghai', office, '2026-03-10T03:00:00+08:00', 1, '2026-03-10T10:00:00+08:00'],
  ['Asia/Shanghai', office, '2026-03-13T20:00:00+08:00', 1, '2026-03-16T10:00:00+08:00'],
  ['Asia/Shanghai', office, '2026-03-14T12:00:00+08:00', 9, '2026-03-16T18:00:00+08:00'],
  // holidays, and the days that are worked for them
  ['Asia/Shanghai', golden, '2026-09-30T17:00:00+08:00', 2, '2026-10-08T10:00:00+08:00'],
  ['Asia/Shanghai', golden, '2026-10-09T17:00:00+08:00', 2, '2026-10-10T10:00:00+08:00'],
  // a night belongs to the day on which it begins: that of Friday goes on into Saturday
  ['Asia/Shanghai', nights, '2026-03-13T23:00:00+08:00', 7, '2026-03-14T06:00:00+08:00'],
  ['Asia/Shanghai', nights, '2026-03-14T01:00:00+08:00', 6, '2026-03-16T23:00:00+08:00'],
  // the night in which the clock is put forward has an hour less, that in which it is put back one more
  [
    'Europe/Berlin',
    { ...nights, weekdays: [6, 7] },
    '2026-03-28T22:00:00+01:00',
    8,
    '2026-03-29T23:00:00+02:00',
  ],
  [
    'Europe/Berlin',
    { ...nights, weekdays: [6, 7] },
    '2026-10-24T22:00:00+02:00',
    9,
    '2026-10-25T06:00:00+01:00',
  ],
  // the same moment is another hour elsewhere
  ['America/New_York', office, '2026-03-10T10:00:00+08:00', 1, '2026-03-10T10:00:00-04:00'],
  // until midnight
  ['UTC', { ...office, until: '00:00' }, '2026-03-10T23:00:00Z', 2, '2026-03-11T10:00:00Z'],
];

describe('working hours added to a moment', () => {
  test.each(added)('%s %j %s + %d h', (name, hours, start, amount, end) => {
    inZone(name);
    const at = addWorkingTime(Date.parse(start), amount * hour, hours);
    expect(at && new Date(at).toISOString()).toBe(new Date(end).toISOString());
    expect(at && workingTimeBetween(Date.parse(start), at, hours)).toBe(amount * hour);
  });

  test('a day that is both off and on by name is worked', () => {
    const hours = { ...office, holidays: ['2026-03-14'], extraDays: ['2026-03-14'] };
    expect(workingTimeBetween(new Date(2026, 2, 14).getTime(), new Date(2026, 2, 15).getTime(), hours)).toBe(
      9 * hour,
    );
  });

  test('without any working time there is no end', () => {
    const none = { ...office, from: '09:00', until: '09:00' };
    expect(addWorkingTime(Date.parse('2026-03-10T10:00:00Z'), hour, none)).toBeNull();
    expect(workingTimeBetween(0, hour * 1_000, none)).toBe(0);
  });

  test('four hundred free Mondays of somebody who works on Mondays only come to an end', () => {
    const mondays = Array.from({ length: 400 }, (_, week) =>
      new Date(Date.UTC(2026, 2, 16 + 7 * week)).toISOString().slice(0, 10),
    );
    inZone('UTC');
    const hours = { ...office, weekdays: [1], holidays: mondays };
    const end = addWorkingTime(Date.parse('2026-03-10T10:00:00Z'), hour, hours);
    expect(end && new Date(end).toISOString()).toBe('2033-11-14T10:00:00.000Z');
  });

  test('moments that are none, or centuries apart, give nothing rather than something', () => {
    expect(addWorkingTime(Number.NaN, hour, office)).toBeNull();
    expect(workingTimeBetween(Number.NaN, 0, office)).toBeNull();
    expect(workingTimeBetween(0, Date.parse('2926-01-01T00:00:00Z'), office)).toBeNull();
  });
});

const clock = fc.integer({ min: 0, max: 23 * 60 + 59 }).map((minutes) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const anyHours: fc.Arbitrary<WorkHours> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: clock,
  until: clock,
  holidays: fc.array(fc.constantFrom('2026-03-29', '2026-03-30', '2026-10-25', '2026-03-10')),
  extraDays: fc.array(fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24')),
});
const anyZone = fc.constantFrom(
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
);
const anyTime = fc.integer({ min: Date.UTC(2026, 2, 20), max: Date.UTC(2026, 10, 5) });

describe('working time, whatever the hours and the zone', () => {
  test('what was added lies between the two moments, and no moment before the end has it', () => {
    fc.assert(
      fc.property(
        anyZone,
        anyHours,
        anyTime,
        fc.integer({ min: 1, max: 60 * 60_000 * 60 }),
        (name, hours, start, amount) => {
          inZone(name);
          const end = addWorkingTime(start, amount, hours);
          if (end === null) {
            // a minute a week: sixty hours of it take longer than anybody waits
            const tenYears = start + 3_990 * 86_400_000;
            expect(workingTimeBetween(start, tenYears, hours) ?? 0).toBeLessThan(amount);
            return;
          }
          expect(end - start).toBeGreaterThanOrEqual(amount);
          expect(workingTimeBetween(start, end, hours)).toBe(amount);
          expect(workingTimeBetween(start, end - 1, hours)).toBe(amount - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('it adds up over any moment in between, and is never more than the time itself', () => {
    fc.assert(
      fc.property(anyZone, anyHours, anyTime, anyTime, anyTime, (name, hours, ...moments) => {
        inZone(name);
        const [a = 0, b = 0, c = 0] = moments.sort((one, two) => one - two);
        const [first, second] = [
          workingTimeBetween(a, b, hours) ?? -1,
          workingTimeBetween(b, c, hours) ?? -1,
        ];
        expect(first + second).toBe(workingTimeBetween(a, c, hours));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual(b - a);
      }),
      { numRuns: 200 },
    );
  });
});
