import { describe, expect, test } from 'vitest';
import type { Mute } from '../../../utils/domain/change.ts';
import type { Change, ChangeKind } from '../../../utils/domain/change-kind.ts';
import { type Look, mute, noisyFields, withMutes, withNoisy } from '../../../utils/snapshots/noise.ts';

const now = '2026-11-22T08:00:00.000Z';
const change = (kind: ChangeKind, key: string, from?: string | number, to?: string | number): Change => ({
  kind,
  key,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  severity: 'low',
});
const looks = (...each: Change[][]): Look[] =>
  each.map((changes, index) => ({
    takenAt: `2026-11-${String(index + 1).padStart(2, '0')}T08:00:00.000Z`,
    changes,
  }));
const names = (mutes: Mute[]) => mutes.map(({ kind, key }) => `${kind} ${key ?? '*'}`);

describe('what flickers', () => {
  const [up, down] = [
    change('price-up', 'b1', '9.00 EUR', '10.00 EUR'),
    change('price-down', 'b1', '10.00 EUR', '9.00 EUR'),
  ];

  test('a price that goes and comes back is muted, with the time since when', () => {
    expect(noisyFields(looks([up], [down], [up], [down]))).toEqual([
      { kind: 'price-up', key: 'b1', by: 'noisy', since: '2026-11-01T08:00:00.000Z' },
      { kind: 'price-down', key: 'b1', by: 'noisy', since: '2026-11-02T08:00:00.000Z' },
    ]);
  });

  test('a price that falls every day is news every day', () => {
    const falls = [10, 9, 8, 7, 6].map((price) => [
      change('price-down', 'b1', `${price}.00 EUR`, `${price - 1}.00 EUR`),
    ]);
    expect(noisyFields(looks(...falls))).toEqual([]);
  });

  test('one promotion that came and went is none', () => {
    expect(
      noisyFields(looks([change('promotion-started', 'b1')], [], [], [change('promotion-ended', 'b1')], [])),
    ).toEqual([]);
  });

  test('two titles that are tried out by turns are', () => {
    const [a, b] = [change('title', 'b1', 'Bell', 'Brass bell'), change('title', 'b1', 'Brass bell', 'Bell')];
    expect(names(noisyFields(looks([a], [b], [], [a], [b])))).toEqual(['title b1']);
  });

  test('a text that is another one each time is, and three of them mute their kind', () => {
    const rotating = (keys: string[]) =>
      looks(
        ...[1, 2, 3, 4].map((day) =>
          keys.map((key) => change('text', key, `${key}${day}`, `${key}${day + 1}`)),
        ),
      );
    expect(names(noisyFields(rotating(['p:1'])))).toEqual(['text p:1']);
    expect(names(noisyFields(rotating(['p:1', 'p:2', 'p:3'])))).toEqual(['text *']);
  });

  test('goes silent again when it is calm for ten looks, and never for a page that cannot be read', () => {
    expect(noisyFields(looks([up], [down], [up], [down], [], [], [], [], [], []))).toEqual([]);
    const wall = change('unreadable', 'page', undefined, 'wall');
    expect(noisyFields(looks([wall], [wall], [wall], [wall]))).toEqual([]);
  });

  test('three looks say nothing yet', () => {
    expect(noisyFields(looks([up], [down], [up]))).toEqual([]);
  });
});

describe('mutes', () => {
  const changes = [change('title', 'b1'), change('title', 'b2'), change('posts', 'posts')];

  test('mark, and take nothing away', () => {
    const marked = withMutes(changes, [{ kind: 'title', key: 'b1', by: 'noisy', since: now }]);
    expect(marked.map(({ muted }) => muted)).toEqual(['noisy', undefined, undefined]);
  });

  test('one click mutes a field or the whole kind, a second click changes nothing', () => {
    const one = mute([], changes[0] ?? change('title', 'b1'), false, now);
    const all = mute(one, changes[0] ?? change('title', 'b1'), true, now);
    expect(names(all)).toEqual(['title b1', 'title *']);
    expect(mute(all, changes[0] ?? change('title', 'b1'), true, now)).toEqual(all);
    expect(withMutes(changes, all).map(({ muted }) => muted)).toEqual(['person', 'person', undefined]);
  });

  test('of a person stay when the noisy ones are worked out anew; a noisy one keeps its time', () => {
    const person: Mute = { kind: 'posts', by: 'person', since: now };
    const noisy = (since: string): Mute => ({ kind: 'title', key: 'b1', by: 'noisy', since });
    expect(withNoisy([person, noisy('2026-11-01T08:00:00.000Z')], [noisy(now)])).toEqual([
      person,
      noisy('2026-11-01T08:00:00.000Z'),
    ]);
    expect(withNoisy([person, noisy(now)], [])).toEqual([person]);
  });
});
