import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shownTime } from '../../../utils/page/tagging/shown-time.ts';

/** A page that its server wrote then, read a little later. @param kept the browser had kept it and did not ask the server */
function writtenAt(time: string, kept?: 'kept'): void {
  const origin = Date.parse(time);
  const load: Partial<PerformanceNavigationTiming> = { transferSize: kept ? 0 : 900 };
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    load as PerformanceEntry,
  ] as PerformanceEntryList);
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(origin);
  vi.setSystemTime(origin + 60_000);
}
/** 18:00 in China. */
const evening = '2026-11-23T10:00:00.000Z';

/** The clock of who looks, in hours ahead of UTC. */
const lookFrom = (hours: number) =>
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-hours * 60);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a time that a server in China wrote', () => {
  test.each([
    ['2020-06-05 11:13:30\u00a0网页', '2020-06-05T03:13:30.000Z'],
    ['2024-08-06 22:12', '2024-08-06T14:12:00.000Z'],
    ['2024-8-7\u00a000:02', '2024-08-06T16:02:00.000Z'],
    ['24-8-6 9:05 来自上海', '2024-08-06T01:05:00.000Z'],
  ])('%j is a moment by China’s clock, wherever and whenever it is read', (said, moment) => {
    writtenAt(evening, 'kept');
    lookFrom(-5);
    expect(shownTime(said, 'china')).toBe(moment);
  });

  test.each([
    ['01月10日 12:43\u00a0来自来自河南', '2026-01-10T04:43:00.000Z'],
    ['今天 12:43', '2026-11-23T04:43:00.000Z'],
    ['今天 00:10 来自网页', '2026-11-22T16:10:00.000Z'],
  ])(
    '%j counts from when the page was written, and says nothing on one that the browser had kept',
    (said, moment) => {
      writtenAt(evening);
      expect(shownTime(said, 'china')).toBe(moment);
      writtenAt(evening, 'kept');
      expect(shownTime(said, 'china')).toBeUndefined();
    },
  );

  test.each([
    '5分钟前 来自网页',
    '刚刚',
    '昨天 12:00 浙江',
    '05-30 12:43',
    '第2楼 05-30',
    '3楼',
    '来自',
    '2024-08-06',
    '2024-13-40 22:12',
    '2024-08-06 29:12',
    '2024-08-06 22:123',
    '1999-08-06 22:12',
    '',
  ])('%j is none', (said) => {
    writtenAt(evening);
    expect(shownTime(said, 'china')).toBeUndefined();
  });

  test('what would be still to come is none: the page is older than its year or its day', () => {
    writtenAt('2027-01-02T04:00:00.000Z');
    for (const said of ['12月31日 23:50', '今天 13:00', '2027-01-02 13:00'])
      expect(shownTime(said, 'china')).toBeUndefined();
    expect(shownTime('01月01日 23:50', 'china')).toBe('2027-01-01T15:50:00.000Z');
    // the site's clock may be a little ahead
    expect(shownTime('今天 12:03', 'china')).toBe('2027-01-02T04:03:00.000Z');
  });

  test('around midnight in China nobody knows which day the server had', () => {
    for (const time of ['2026-11-23T15:58:00.000Z', '2026-11-23T16:02:00.000Z']) {
      writtenAt(time);
      expect(shownTime('今天 00:01', 'china')).toBeUndefined();
    }
    writtenAt('2026-11-23T16:06:00.000Z');
    expect(shownTime('今天 00:01', 'china')).toBe('2026-11-23T16:01:00.000Z');
  });
});

describe('a time that a script of a Chinese site drew', () => {
  test('is read where China’s clock is that of who looks, and nowhere else', () => {
    writtenAt(evening);
    lookFrom(8);
    expect(shownTime('26-6-5 12:13 来自浙江', 'china-or-here')).toBe('2026-06-05T04:13:00.000Z');
    lookFrom(9);
    expect(shownTime('26-6-5 12:13 来自浙江', 'china-or-here')).toBeUndefined();
  });

  test('says no day without its year: it may have been drawn yesterday', () => {
    writtenAt(evening);
    lookFrom(8);
    for (const said of ['今天 12:43', '01月10日 12:43'])
      expect(shownTime(said, 'china-or-here')).toBeUndefined();
  });
});
