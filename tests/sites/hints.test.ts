import { describe, expect, test } from 'vitest';
import type { HintRule } from '../../utils/domain/hint.ts';
import { isHintSelector } from '../../utils/domain/hint-fields.ts';
import type { PageReading } from '../../utils/domain/page-reading.ts';
import { selectorFor } from '../../utils/sites/hint-selector.ts';
import { understand, valueAt } from '../../utils/sites/hint-value.ts';
import { applyHints } from '../../utils/sites/hints.ts';
import { readerOfSite } from '../../utils/sites/page-reader.ts';
import type { Site } from '../../utils/sites/site.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';

const url = new URL('https://tieba.example/home/mira');
const key = 'tieba:profile:mira';
const body = `<main><h1>Mira</h1>
  <ul><li>Posts <b class="num">1,204</b></li><li>Fans <b class="num" title="48,213">48.2K</b></li></ul>
  <p itemprop="description">Clay, slowly.</p></main>`;
const page = (inner: string) => `<!doctype html><html lang="en"><body>${inner}</body></html>`;

const reading = (over: Partial<PageReading> = {}): PageReading => ({
  platform: 'tieba',
  kind: 'profile',
  key,
  url: url.href,
  creator: { handle: { value: 'mira', source: 'url' } },
  problems: [{ field: 'followers', reason: 'missing' }],
  ...over,
});
const followers: HintRule = {
  platform: 'tieba',
  kind: 'profile',
  field: 'creator.followers',
  selector: 'main li:nth-of-type(2) b',
};
const apply = (hints: HintRule[], before = reading(), inner = body, ofAddress: string | null = key) =>
  applyHints(parsePage(page(inner)), before, hints, url, ofAddress);

describe('a hint', () => {
  test('fills what the reader left absent, keeps what the page said, and takes the problem away', () => {
    const before = reading();
    const kept = structuredClone(before);
    const after = apply([followers], before);
    expect(after.creator?.followers).toEqual({
      value: 48_200,
      source: 'user',
      raw: '48.2K',
      precision: 'rounded',
    });
    expect(after.problems).toEqual([]);
    expect(before).toEqual(kept);
  });

  test('reads the attribute that holds the number exactly', () => {
    const { creator } = apply([{ ...followers, attribute: 'title' }]);
    expect(creator?.followers).toEqual({ value: 48_213, source: 'user', raw: '48,213' });
  });

  test('never takes the place of what the reader found', () => {
    const own = { value: 7, source: 'state' as const };
    const before = reading({ creator: { followers: own }, problems: [] });
    expect(apply([followers], before)).toEqual(before);
  });

  test('that finds nothing any more is a miss', () => {
    const moved = { ...followers, selector: 'main li:nth-of-type(9) b' };
    expect(apply([moved]).problems).toEqual([{ field: 'followers', reason: 'missing' }]);
    expect(apply([moved], reading({ problems: [] })).problems).toEqual([
      { field: 'creator.followers', reason: 'missing' },
    ]);
  });

  test('that finds two elements, or what cannot be the field, is not used', () => {
    for (const selector of ['main li b', 'h1']) {
      const after = apply([{ ...followers, selector }]);
      expect(after.creator).not.toHaveProperty('followers');
      expect(after.problems).toEqual([{ field: 'followers', reason: 'ambiguous' }]);
    }
  });

  test('is for its platform, kind of page and host alone, and for no wall', () => {
    for (const other of [
      { platform: 'weibo' },
      { kind: 'post' },
      { host: 'other.example' },
    ] as Partial<HintRule>[])
      expect(apply([{ ...followers, ...other }])).toEqual(reading());
    const wall = reading({ kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] });
    expect(apply([{ ...followers, kind: 'blocked' }], wall)).toBe(wall);
  });

  test('fills a stale field only where the reading is of the page that the address names', () => {
    const stale = reading({ problems: [{ field: 'creator.followers', reason: 'stale' }] });
    expect(apply([followers], stale).creator?.followers?.value).toBe(48_200);
    for (const [before, ofAddress] of [
      [stale, 'tieba:profile:noor'],
      [{ ...stale, key: null }, null],
    ] as const) {
      expect(apply([followers], before, body, ofAddress)).toEqual(before);
    }
  });

  test('is used by the reader of a site, and reads the same with both parsers', () => {
    const site: Site = {
      id: 'tieba',
      hosts: ['tieba.example'],
      identify: ({ href }) => ({ kind: 'profile', id: 'mira', handle: 'mira', url: href }),
      profileAnchors: [],
    };
    const readPage = readerOfSite(site, () => ({
      kind: 'profile',
      creator: { handle: { value: 'mira', source: 'url' } },
      problems: [{ field: 'followers', reason: 'missing' }],
    }));
    const hints: HintRule[] = [
      followers,
      { ...followers, field: 'creator.bio', selector: 'p[itemprop="description"]' },
    ];
    const [one, other] = [parsePage, parsePageOtherwise].map((parse) =>
      readPage(parse(page(body)), url.href, { hints }),
    );
    expect(one).toEqual(other);
    expect(one?.creator).toMatchObject({
      followers: { value: 48_200 },
      bio: { value: 'Clay, slowly.', source: 'user' },
    });
    expect(readPage(parsePage(page(body)), url.href).creator).not.toHaveProperty('followers');
  });
});

test.each([
  ['12.3K', 'count', 'en', 12_300],
  ['1.2万 粉丝', 'count', 'zh-CN', 12_000],
  ['12.345 Follower', 'count', 'de', 12_345],
  ['12.345', 'count', 'en', null],
  ['3 of 12', 'count', 'en', null],
  ['45 %', 'count', 'en', null],
  ['12:30', 'count', 'en', null],
  ['-5', 'count', 'en', null],
  ['followers', 'count', 'en', null],
  ['€1.299,00', 'money', 'de', { amount: '1299.00', currency: 'EUR' }],
  ['12.50', 'money', 'en', null],
  ['4.6 out of 5', 'rating', 'en', 4.6],
  ['4,6', 'rating', 'de', 4.6],
  ['8.9', 'rating', 'en', null],
  ['92 %', 'rating', 'en', null],
  ['  Clay \u200b ', 'text', 'en', 'Clay \u200b'.trim()],
  [' \u200b ', 'text', 'en', null],
] as const)('"%s" as %s in %s', (raw, meaning, language, value) => {
  expect(understand(raw, meaning, { language })?.value ?? null).toEqual(value);
});

test('of what stands at an element the exact number counts, where it can be what the text is short for', () => {
  const at = (html: string) => {
    const element = parsePage(page(html)).querySelector('b');
    return element && valueAt(element, 'count', { language: 'en' });
  };
  expect(at('<b title="48,213">48.2K</b>')).toMatchObject({
    attribute: 'title',
    understood: { value: 48_213 },
  });
  expect(at('<b title="7 new">48.2K</b>')).toMatchObject({
    raw: '48.2K',
    understood: { precision: 'rounded' },
  });
  expect(at('<b title="9">48</b>')).toMatchObject({ raw: '48', understood: { value: 48 } });
  expect(at('<b data-id="9">many</b>')).toEqual({ raw: 'many', understood: null });
  expect(at('<b data-fans-count="912"></b>')).toMatchObject({ attribute: 'data-fans-count', raw: '912' });
  expect(at('<b></b>')).toBeNull();
});

describe('the selector of an element', () => {
  const find = (html: string, avoid: string[] = []) => {
    const document = parsePage(page(html));
    const element = document.querySelector('[pick]');
    if (!element) throw new Error('nothing to pick');
    element.removeAttribute('pick');
    const selector = selectorFor(element, avoid);
    if (selector !== null) {
      expect(isHintSelector(selector)).toBe(true);
      expect([...document.querySelectorAll(selector)]).toEqual([element]);
    }
    return selector;
  };

  test.each([
    ['an id of words', '<b pick id="follower-count">9</b><b>8</b>', '#follower-count'],
    ['what names a part', '<b itemprop="price" class="x1a2" pick>9</b><b>8</b>', 'b[itemprop="price"]'],
    [
      'data of a test',
      '<b data-e2e="followers-count" id="r17" pick>9</b><b>8</b>',
      'b[data-e2e="followers-count"]',
    ],
    [
      'the end of a link',
      '<a href="/mira/followers/" pick>9</a><a href="/mira/">8</a>',
      'a[href$="/followers/"]',
    ],
    ['a class of words', '<b class="sc-bdVaJa follower-count" pick>9</b><b>8</b>', 'b.follower-count'],
    [
      'a part that has a name, and the way from there',
      '<div data-hook="stats"><p><i>1</i></p><p><i pick>2</i><i>3</i></p></div>',
      'div[data-hook="stats"] > p:nth-of-type(2) > i:nth-of-type(1)',
    ],
  ])('is %s', (_what, html, selector) => expect(find(html)).toBe(selector));

  test('has no class that a tool made, nothing of this person and no number of the address', () => {
    const html = `<section><div id="user-mira" data-name="mira" data-testid="mira_stats" class="css-x7k2 xjdrs _aacl sc-abcdef">
      <b pick class="Abc_de9" data-id="778812">9</b><b>8</b></div></section>`;
    const selector = find(html, ['mira', '778812']) ?? '';
    expect(selector).toBe('body > section:nth-of-type(1) > div:nth-of-type(1) > b:nth-of-type(1)');
  });

  test('is not made of what is poisoned', () => {
    const poison = `x"] , script{} @import \\ :has(*)`;
    const html = `<div id='${poison}' class='a:b' data-x='${poison}'><b pick itemprop='${poison}'>9</b></div>`;
    expect(find(html)).not.toMatch(/[{}@\\,]|has|script/);
  });
});

test.each([
  ['b', true],
  ['#a .b-c > d:nth-of-type(12) + e ~ f[data-x="/y z/"]', true],
  ['li:not(.seen):not([hidden]) a[href$="/followers/"]', true],
  ['a, b', false],
  ['a:has(b)', false],
  ['a:is(b)', false],
  ['a:not(b c)', false],
  ['a:not(:has(b))', false],
  ['a:nth-child(2)', false],
  ['a:nth-of-type(2n+1)', false],
  ['a::before', false],
  ['a{}', false],
  ['a\\62', false],
  ['a >>> b', false],
  ['a[b=c]', false],
  ['a[b="c\\""]', false],
  ['', false],
  [' a', false],
  ['*', false],
  [`a${' a'.repeat(150)}`, false],
  [`${'a-'.repeat(149)}!`, false],
])('the selector %s may be in a hint: %s', (selector, fits) => {
  expect(isHintSelector(selector)).toBe(fits);
});
