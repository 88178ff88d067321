import { describe, expect, test } from 'vitest';
import { campaignPhase, wrongOrder } from '../../utils/domain/campaign-phase.ts';
import { checkEntry, judgeEntries, personsOf } from '../../utils/domain/entry-rules.ts';
import { copyOf, hashtagsIn, mentionsIn } from '../../utils/domain/entry-words.ts';
import { entry, giveaway } from '../support/campaign-notebook.ts';

const nobody = { own: [], suppressed: new Set<string>() };
const us = { platform: 'youtube' as const, handle: 'Fjordlicht', main: true };
const one = (text: string, conditions: ReturnType<typeof giveaway>['conditions'], changes = {}) =>
  checkEntry(entry('snow_owl', text, changes), giveaway({ conditions }), { ...nobody, own: [us] });

describe('the phase at a moment', () => {
  const times = {
    teaserFrom: '2026-03-01T00:00:00.000Z',
    liveFrom: '2026-03-09T00:00:00.000Z',
    liveUntil: '2026-03-12T00:00:00.000Z',
    resultAt: '2026-03-14T00:00:00.000Z',
  };
  test.each([
    ['2026-02-28T23:59:59.999Z', 'planned'],
    ['2026-03-01T00:00:00.000Z', 'teaser'],
    ['2026-03-09T00:00:00.000Z', 'live'],
    ['2026-03-11T23:59:59.999Z', 'live'],
    ['2026-03-12T00:00:00.000Z', 'result'],
    ['2026-03-14T00:00:00.000Z', 'over'],
  ])('%s: %s', (at, phase) => {
    expect(campaignPhase(times, new Date(at))).toBe(phase);
  });
  test('nothing is guessed from what is missing', () => {
    const now = new Date('2026-03-13T00:00:00.000Z');
    expect(campaignPhase({}, now)).toBe('planned');
    expect(campaignPhase({ liveFrom: times.liveFrom }, now)).toBe('live');
    expect(campaignPhase({ ...times, resultAt: undefined }, now)).toBe('over');
  });
  test('times in the wrong order are named', () => {
    expect(wrongOrder(times)).toBeNull();
    expect(wrongOrder({ liveFrom: times.liveUntil, liveUntil: times.liveUntil })).toEqual([
      'liveFrom',
      'liveUntil',
    ]);
    expect(wrongOrder({ teaserFrom: times.resultAt, resultAt: times.liveFrom })).toEqual([
      'teaserFrom',
      'resultAt',
    ]);
  });
});

describe('one condition', () => {
  test('likes and follows are never passed, unless somebody looked', () => {
    const asked = [{ kind: 'like' as const }, { kind: 'follow' as const }];
    expect(one('liked and followed!', asked).map(({ result }) => result)).toEqual([
      'not-checkable',
      'not-checkable',
    ]);
    const [like, follow] = one('x', asked, { byHand: { like: 'passed', follow: 'failed' } });
    expect(like).toMatchObject({ result: 'passed', reason: 'by-hand' });
    expect(follow).toMatchObject({ result: 'failed', reason: 'by-hand' });
  });

  test.each([
    ['COUNT  ME\nin please', 'count me in', 'passed'],
    ['ｃｏｕｎｔ me in', 'Count me in', 'passed'],
    ['me', 'count me in', 'failed'],
    ['我要参加！', '参加', 'passed'],
  ])('the text %s asked for %s: %s', (text, wanted, result) => {
    expect(one(text, [{ kind: 'text', text: wanted }])[0]?.result).toBe(result);
  });

  test.each([
    ['so lovely #FjordWinter!', '#fjordwinter', 'passed'],
    ['＃fjordwinter', 'fjordwinter', 'passed'],
    ['#fjordwinter2026', 'fjordwinter', 'failed'],
    ['fjordwinter', 'fjordwinter', 'failed'],
    ['#周年庆抽奖# 来了', '周年庆抽奖', 'passed'],
    ['＃双11 狂欢，就现在＃ 来了', '#双11 狂欢，就现在#', 'passed'],
    ['#双11 狂欢，就现在 来了', '双11 狂欢，就现在', 'failed'],
  ])('the hashtag in %s asked for %s: %s', (text, wanted, result) => {
    expect(one(text, [{ kind: 'hashtag', text: wanted }])[0]?.result).toBe(result);
  });

  test('a hashtag of the campaign counts where the condition names none, and without any nothing can be checked', () => {
    const [found] = checkEntry(
      entry('a', '#Winter'),
      giveaway({ conditions: [{ kind: 'hashtag' }], hashtags: ['winter'] }),
      nobody,
    );
    expect(found).toMatchObject({ result: 'passed', wanted: '#winter' });
    expect(one('#winter', [{ kind: 'hashtag' }])[0]).toMatchObject({
      result: 'not-checkable',
      reason: 'nothing-set',
    });
  });

  test.each([
    ['@mira @noor', 2],
    ['@mira @Mira ＠mira', 1],
    ['@fjordlicht @snow_owl @mira', 1],
    ['mail me at mira@example.com', 0],
    ['@mira.bakes, @noor. and @王小明', 3],
    ['no names', 0],
  ])('names in %s: %i', (text, found) => {
    expect(one(text, [{ kind: 'mentions', count: 2 }])[0]).toMatchObject({
      found,
      result: found >= 2 ? 'passed' : 'failed',
    });
  });

  test.each([
    ['2026-03-08T23:59:59.999Z', 'failed', 'too-early'],
    ['2026-03-09T00:00:00.000Z', 'passed', 'in-time'],
    ['2026-03-12T00:00:00.000Z', 'failed', 'too-late'],
    [undefined, 'not-checkable', 'time-unknown'],
  ])('written %s: %s', (publishedAt, result, reason) => {
    expect(one('x', [{ kind: 'in-time' }], { publishedAt })[0]).toMatchObject({ result, reason });
  });

  test('a country is known only when somebody said it', () => {
    const rules = giveaway({ countries: ['NO', 'SE'] });
    const results = [undefined, 'NO', 'DE'].map(
      (country) => checkEntry(entry('a', 'x', country ? { country } : {}), rules, nobody)[0],
    );
    expect(results).toMatchObject([
      { condition: 'country', result: 'not-checkable' },
      { result: 'passed' },
      { result: 'failed', reason: 'country-other' },
    ]);
  });
});

describe('all entries of a campaign', () => {
  const judge = (entries: ReturnType<typeof entry>[], changes = {}, around = {}) => {
    const verdicts = judgeEntries(entries, giveaway(changes), { ...nobody, ...around });
    return entries.map(({ id }) => verdicts.get(id));
  };

  test('a person counts once, with the first that is not out', () => {
    const late = entry('mira', 'again', { publishedAt: '2026-03-11T00:00:00.000Z' });
    const first = entry('mira', 'me', { publishedAt: '2026-03-10T00:00:00.000Z' });
    const before = entry('Mira', 'too soon', {
      publishedAt: '2026-03-01T00:00:00.000Z',
      authorKeys: ['youtube:mira'],
    });
    const conditions = [{ kind: 'in-time' as const }];
    expect(judge([late, first, before], { conditions })).toMatchObject([
      { state: 'out', out: 'same-person', instead: first.id },
      { state: 'eligible' },
      { state: 'out', out: 'condition' },
    ]);
    expect(judge([late, first], { oneEach: false }).map((verdict) => verdict?.state)).toEqual([
      'eligible',
      'eligible',
    ]);
  });

  test('which one is the first is told by the time, however it is written', () => {
    const late = entry('mira', 'again', { publishedAt: '2026-03-10T00:00:00.500Z' });
    const first = entry('mira', 'me', { publishedAt: '2026-03-10T00:00:00Z' });
    expect(judge([late, first]).map((verdict) => verdict?.state)).toEqual(['out', 'eligible']);
  });

  test('one of which everything is known counts before one that is open', () => {
    const open = entry('mira', 'me');
    const known = entry('mira', 'me too', { publishedAt: '2026-03-10T00:00:00.000Z' });
    expect(
      judge([open, known], { conditions: [{ kind: 'in-time' }] }).map((verdict) => verdict?.state),
    ).toEqual(['out', 'eligible']);
  });

  test('who was renamed is the same person, also by way of a third entry', () => {
    const entries = [
      entry('old.name', 'a', { authorKeys: ['youtube:#7', 'youtube:old.name'] }),
      entry('new.name', 'b', { authorKeys: ['youtube:#7', 'youtube:new.name'] }),
      entry('new.name', 'c', { authorKeys: ['youtube:new.name'] }),
      entry('other', 'd', { authorKeys: ['youtube:other'] }),
    ];
    expect(new Set(personsOf(entries).values()).size).toBe(2);
    expect(judge(entries).map((verdict) => verdict?.out)).toEqual([
      undefined,
      'same-person',
      'same-person',
      undefined,
    ]);
  });

  test('of somebody who may write several times each text counts once', () => {
    expect(judge([entry('mira', 'Done!'), entry('mira', 'done! ')], { oneEach: false })).toMatchObject([
      { state: 'eligible' },
      { state: 'out', out: 'same-text' },
    ]);
  });

  test('our people go by their shown name where a site has only a number for them', () => {
    const author = { platform: 'weibo' as const, displayName: '小明' };
    const entries = [
      entry('1005', 'x', { author: { ...author, handle: '1005', stableId: '1005' } }),
      // somebody who only calls themselves so
      entry('other', 'x', { author: { ...author, handle: 'other', stableId: '1006' } }),
      entry('third', 'x', { author: { ...author, handle: 'third' } }),
    ];
    expect(judge(entries, { staff: ['@小明'] }).map((verdict) => verdict?.out)).toEqual([
      'staff',
      undefined,
      undefined,
    ]);
  });

  test('our own accounts, our people, those taken out and those who are not stored are out, each with the reason', () => {
    const suppressed = entry('gone');
    const entries = [
      entry('fjordlicht'),
      entry('office.cat'),
      entry('bot', 'x', { excluded: 'a bot' }),
      suppressed,
      entry('renamed', 'x', { author: { platform: 'youtube', handle: 'renamed', stableId: '42' } }),
    ];
    const own = [us, { ...us, handle: 'before', stableId: '42' }];
    expect(
      judge(entries, { staff: ['@Office.Cat'] }, { own, suppressed: new Set([suppressed.id]) }).map(
        (verdict) => verdict?.out,
      ),
    ).toEqual(['own', 'staff', 'excluded', 'suppressed', 'own']);
  });

  test('a long text that several people wrote is shown and decides nothing; a short one is no copy', () => {
    const text = 'I would love this kettle for my little kitchen';
    const verdicts = judge([
      entry('a', `${text} @x`),
      entry('b', `${text}!! @y`),
      entry('c', 'count me in'),
      entry('d', 'count me in'),
    ]);
    expect(verdicts.map((verdict) => [verdict?.state, verdict?.copies])).toEqual([
      ['eligible', 1],
      ['eligible', 1],
      ['eligible', 0],
      ['eligible', 0],
    ]);
    expect(copyOf('done ✅')).toBeNull();
  });

  test('a text of 50,000 signs and one of emoji are judged at once', () => {
    const long = '@a'.repeat(25_000);
    expect(mentionsIn(long).size).toBeLessThanOrEqual(1);
    expect(hashtagsIn('#'.repeat(50_000)).size).toBe(0);
    expect(judge([entry('a', '😍😍😍')], { conditions: [{ kind: 'mentions' }] })).toMatchObject([
      { out: 'condition' },
    ]);
  });
});
