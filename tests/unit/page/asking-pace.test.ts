import { expect, test } from 'vitest';
import { makePace } from '../../../utils/page/items/asking-pace.ts';

/** Questions of somebody who would ask every 20 ms, over so many milliseconds: when they were asked. */
function asked(until: number): number[] {
  let clock = 0;
  const pace = makePace(() => clock);
  const times: number[] = [];
  while (clock < until) {
    clock += pace();
    times.push(clock);
    clock += 20;
  }
  return times;
}

test('the first questions wait for nothing, later ones come as often as the background answers a tab', () => {
  const times = asked(60_000);
  expect(times.slice(0, 8)).toEqual([0, 20, 40, 60, 80, 100, 120, 140]);
  for (const from of times) {
    const within = times.filter((time) => time >= from && time < from + 10_000).length;
    // marks and dots are asked for in this way: together fewer than the router's 80
    expect(within).toBeLessThanOrEqual(32);
  }
  expect(times.length).toBeGreaterThan(100);
});

test('who rests may ask at once again', () => {
  let clock = 0;
  const pace = makePace(() => clock);
  for (let count = 0; count < 8; count++) expect(pace()).toBe(0);
  expect(pace()).toBe(3_000);
  clock = 20_000;
  for (let count = 0; count < 7; count++) expect(pace()).toBe(0);
});
