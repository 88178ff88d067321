import { describe, expect, test } from 'vitest';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { toBackgroundMessage } from '../../../utils/page/background-messages.ts';
import { readingFits } from '../../../utils/page/features/capture.ts';
import { claim } from '../../../utils/page/marker.ts';
import { sameIdentity } from '../../../utils/page/page.ts';
import { toUiSettings } from '../../../utils/page/ui-settings.ts';
import type { PageIdentity } from '../../../utils/sites/site.ts';

const identity: PageIdentity = { kind: 'profile', handle: 'Lin.Studio', url: 'https://x.com/Lin.Studio' };
const reading = (over: Partial<PageReading>): PageReading => ({
  platform: 'x',
  kind: 'profile',
  key: 'x:profile:lin.studio',
  url: 'https://x.com/lin.studio',
  creator: { handle: { value: 'lin.studio', source: 'dom' } },
  problems: [],
  ...over,
});

describe('whose reading it is', () => {
  const table: [string, Partial<PageReading>, boolean][] = [
    ['the same person, other capitals', {}, true],
    ['no handle on the page', { creator: {} }, true],
    ['a wall names nobody; the background says so', { kind: 'blocked', creator: {} }, true],
    ['another person', { creator: { handle: { value: 'mo.ceramics', source: 'dom' } } }, false],
    ['another kind of page', { kind: 'post' }, false],
    ['another platform', { platform: 'instagram' }, false],
  ];
  test.each(table)('%s', (_name, over, fits) => {
    expect(readingFits(reading(over), identity, 'x')).toBe(fits);
  });
});

test('two addresses are the same page only when all that identifies it is equal', () => {
  expect(sameIdentity(identity, { ...identity })).toBe(true);
  expect(sameIdentity(identity, { ...identity, handle: 'mo.ceramics' })).toBe(false);
  expect(sameIdentity(identity, { ...identity, kind: 'post' })).toBe(false);
  expect(sameIdentity(null, null)).toBe(false);
});

test('only the messages of the background that a page knows are heard', () => {
  expect(toBackgroundMessage({ type: 'frame.size', height: 240, extra: 1 })).toEqual({
    type: 'frame.size',
    height: 240,
  });
  expect(toBackgroundMessage({ type: 'frame.size', height: '240' })).toBeNull();
  expect(toBackgroundMessage({ type: 'frame.size', height: Number.NaN })).toBeNull();
  expect(toBackgroundMessage({ type: 'creator.capture' })).toBeNull();
  expect(toBackgroundMessage('card.show')).toBeNull();
});

test('stored settings that do not fit fall back, one by one', () => {
  expect(toUiSettings({ language: 'zh_TW', theme: 'pink', sitesOff: ['x.com', 7] })).toEqual({
    language: 'zh_TW',
    theme: 'auto',
    market: 'cross-border',
    overlayHidden: false,
    sitesOff: ['x.com'],
  });
  expect(toUiSettings('nonsense').overlayHidden).toBe(false);
});

test('one script runs in a world: a live one stays, a dead one is stopped', () => {
  const world = {};
  let alive = true;
  let stopped = 0;
  const stop = () => {
    stopped += 1;
  };
  expect(claim({ alive: () => alive, stop }, world)).toBe(true);
  expect(claim({ alive: () => true, stop }, world)).toBe(false);
  alive = false;
  expect(claim({ alive: () => true, stop }, world)).toBe(true);
  expect(stopped).toBe(1);
});
