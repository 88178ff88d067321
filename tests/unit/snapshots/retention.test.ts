import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aging, retentionPlan } from '../../../utils/snapshots/retention.ts';
import { rhythmChange, weeklyFollowers } from '../../../utils/snapshots/rhythm.ts';

const day = 86_400_000;
const now = '2026-11-22T12:00:00.000Z';
const ago = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
const look = (age: number, more: Partial<Aging> = {}): Aging => ({
  id: `s${age}`,
  takenAt: ago(age),
  pinned: false,
  noted: false,
  readable: true,
  ...more,
});
const daily = (days: number) => Array.from({ length: days }, (_each, age) => look(age));

describe('what stays of the snapshots', () => {
  test('all of thirty days, then one a week, then one a month', () => {
    const { keep, thin } = retentionPlan(daily(730), now);
    const ages = keep.map((id) => Number(id.slice(1)));
    expect(ages.filter((age) => age <= 30)).toHaveLength(31);
    const weeks = ages.filter((age) => age > 30 && age <= 180).length;
    expect(weeks).toBeGreaterThanOrEqual(21);
    expect(weeks).toBeLessThanOrEqual(23);
    const months = ages.filter((age) => age > 180).length;
    expect(months).toBeGreaterThanOrEqual(18);
    expect(months).toBeLessThanOrEqual(19);
    expect(keep.length + thin.length).toBe(730);
  });

  test('pinned and noted ones for ever, unreadable old ones not', () => {
    const { keep } = retentionPlan(
      [
        look(0),
        look(500),
        look(501, { pinned: true }),
        look(502, { noted: true }),
        look(503, { readable: false }),
      ],
      now,
    );
    expect(keep).toEqual(expect.arrayContaining(['s501', 's502']));
    expect(keep).not.toContain('s503');
  });

  test('the last one, and the last that could be read, whatever their age', () => {
    const { thin } = retentionPlan([look(400), look(399), look(398, { readable: false })], now);
    expect(thin).toEqual([]);
  });

  test('asked again it thins nothing more; no day of the clock loses what is younger than thirty days', () => {
    const some = fc.uniqueArray(fc.integer({ min: -20, max: 900 }), { maxLength: 80 });
    fc.assert(
      fc.property(some, fc.func(fc.boolean()), (ages, flag) => {
        const all = ages.map((age) => look(age, { pinned: flag('p', age), readable: flag('r', age) }));
        const { keep, thin } = retentionPlan(all, now);
        expect([...keep, ...thin].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(
          retentionPlan(
            all.filter(({ id }) => keep.includes(id)),
            now,
          ).thin,
        ).toEqual([]);
        for (const each of all)
          if (each.pinned || Date.parse(now) - Date.parse(each.takenAt) <= 30 * day)
            expect(keep).toContain(each.id);
      }),
      { numRuns: 200 },
    );
  });
});

describe('series', () => {
  const series = (perDay: (age: number) => number) => {
    let count = 300;
    return Array.from({ length: 43 }, (_each, index) => 42 - index).map((age) => {
      count += perDay(age);
      return { at: ago(age), count };
    });
  };

  test('a profile that posts twice as often, or half', () => {
    expect(rhythmChange(series((age) => (age < 7 ? 2 : 1)))).toMatchObject({
      kind: 'posts',
      key: 'rhythm',
      from: 7,
      to: 14,
      percent: 100,
    });
    expect(rhythmChange(series((age) => (age < 7 ? 0 : 1)))).toMatchObject({ key: 'rhythm', from: 7, to: 0 });
    expect(rhythmChange(series(() => 1))).toBeNull();
    expect(rhythmChange(series(() => 1).slice(-10))).toBeNull();
    expect(rhythmChange([])).toBeNull();
  });

  test('growth that no two looks show', () => {
    expect(weeklyFollowers(series(() => 2))).toMatchObject({
      kind: 'followers',
      key: 'week',
      from: 372,
      to: 386,
      percent: 3.8,
    });
    expect(weeklyFollowers(series(() => 0))).toBeNull();
    // after a pause of two months it is not a week's growth
    expect(
      weeklyFollowers([
        { at: ago(60), count: 100 },
        { at: ago(0), count: 900 },
      ]),
    ).toBeNull();
    expect(
      weeklyFollowers([
        { at: 'no time', count: 100 },
        { at: ago(0), count: 900 },
      ]),
    ).toBeNull();
  });
});
