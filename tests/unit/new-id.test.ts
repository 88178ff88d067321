import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newId } from '../../utils/domain/new-id.ts';
import { idSchema } from '../../utils/domain/record.ts';

test('ids of one millisecond sort in the order they were made, and are all different', () => {
  const ids = Array.from({ length: 3_000 }, () => newId(1_795_000_000_000));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => z.safeParse(idSchema, id).success && id[14] === '7')).toBe(true);
});

test('more ids than one millisecond has numbers for stay different', () => {
  const ids = Array.from({ length: 6_000 }, () => newId(1_795_000_000_001));
  expect(new Set(ids).size).toBe(ids.length);
});

test('a later millisecond sorts behind an earlier one', () => {
  expect(newId(1_795_000_000_002) < newId(1_795_000_000_003)).toBe(true);
});

test('ids of one millisecond keep their order while others are made for another time', () => {
  for (let now = 1_795_000_001_000; now < 1_795_000_001_200; now++) {
    const first = newId(now);
    newId(1_790_000_000_000);
    expect(first < newId(now)).toBe(true);
  }
});
