import { describe, expect, it } from 'vitest';
import { identify } from '../../utils/sites/facebook/address.ts';
import { decodedId, headingText, openData } from '../../utils/sites/facebook/data.ts';
import { describedPage } from '../../utils/sites/facebook/preview.ts';
import { site } from '../../utils/sites/facebook.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { itemsOnPage } from '../support/items-on-page.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';

const of = (address: string) => identify(new URL(address));

describe('addresses of Facebook', () => {
  it('gives a page with a number one identity under all its names', () => {
    for (const address of [
      'https://www.facebook.com/profile.php?id=61550000000001',
      'https://m.facebook.com/people/Any-Name/61550000000001/',
      'https://www.facebook.com/p/Any-Name-61550000000001/',
      'https://www.facebook.com/pages/Any-Name/61550000000001?fref=ts',
      'https://www.facebook.com/61550000000001',
      'https://www.facebook.com/groups/teapots/user/61550000000001/',
    ]) {
      expect(of(address)).toMatchObject({ kind: 'profile', id: '61550000000001' });
    }
  });

  it('gives a post one identity with and without words in its address', () => {
    const ids = [
      'https://www.facebook.com/lin.studio/posts/100000000000002',
      'https://www.facebook.com/lin.studio/posts/a-new-teapot/100000000000002/?comment_id=1',
      'https://m.facebook.com/story.php?story_fbid=100000000000002&id=1',
      'https://www.facebook.com/groups/g1/permalink/100000000000002/',
    ].map((address) => of(address)?.id);
    expect(new Set(ids)).toEqual(new Set(['100000000000002']));
  });

  it('has no profile where the first part is a word of the site, and nothing on its other hosts', () => {
    for (const address of [
      'https://www.facebook.com/help/1',
      'https://www.facebook.com/marketplace/item/1',
      'https://www.facebook.com/settings',
      'https://www.facebook.com/share/p/abcdef/',
      'https://www.facebook.com/ads/library/',
      'https://developers.facebook.com/docs',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example',
      'https://business.facebook.com/latest/home',
    ]) {
      expect([address, of(address)?.kind ?? null]).not.toEqual([address, 'profile']);
    }
    expect(of('https://about.facebook.com/meta')).toBeNull();
  });
});

describe('what a page tells link previews', () => {
  const cases: [string, string, string, string | undefined, object][] = [
    [
      'en',
      'Kiln',
      'Kiln. 5,411,563 likes · 25,177 talking about this. Pots. And more.',
      'en',
      { likes: '5,411,563 likes ', bio: 'Pots. And more.' },
    ],
    [
      'place',
      'Kiln | Riverton KY',
      'Kiln, Riverton. 57 likes · 1 talking about this · 9 were here. Clay',
      'en',
      { name: 'Kiln', likes: '57 likes ', bio: 'Clay' },
    ],
    [
      'de',
      'Kiln 54',
      'Kiln 54. Gefällt 54.624 Mal. Töpfe',
      'de',
      { name: 'Kiln 54', likes: 'Gefällt 54.624 Mal', bio: 'Töpfe' },
    ],
    [
      'followers',
      'Kiln',
      'Kiln. 1,234 followers · 5 following. Pots',
      'en',
      { followers: '1,234 followers ', bio: 'Pots' },
    ],
    [
      'zh',
      '窑',
      '窑，上海。 5,411 次赞 · 25 人在谈论。茶壶',
      'zh-Hans',
      { name: '窑', likes: '5,411 次赞 ', bio: '茶壶' },
    ],
  ];
  it.each(cases)('%s', (_, title, description, language, wanted) => {
    expect(describedPage(title, description, language)).toEqual({ name: title, ...wanted });
  });

  it('takes nothing from a sentence about somebody else, or from one without counts', () => {
    expect(describedPage('Kiln', 'Other. 5 likes · 2 talking about this. x', 'en')).toEqual({ name: 'Kiln' });
    expect(describedPage('Kiln', 'Kiln is on Facebook. Join 30 others.', 'en')).toEqual({ name: 'Kiln' });
    expect(describedPage('Kiln', undefined)).toEqual({ name: 'Kiln' });
  });
});

describe('data of Facebook pages', () => {
  it('reads the scripts of 2020 to 2023 too, and none twice', () => {
    const html =
      '<script>requireLazy(["JSScheduler"],function(a){(new ServerJS()).handleWithCustomApplyEach(ScheduledApplyEach,{"require":[{"a":"word"}]});});</script><script type="application/json">{"b":"word"}</script><script type="application/json">{"c":</script>';
    const page = openData(parsePage(html));
    expect(page.holding('word')).toEqual([{ require: [{ a: 'word' }] }, { b: 'word' }]);
    expect(page.holding('word')[0]).toBe(page.holding('word')[0]);
    expect(page.holding('"c"')).toEqual([]);
  });

  it('decodes inner ids and survives what is none', () => {
    expect(decodedId(btoa('comment:1_2'))).toBe('comment:1_2');
    for (const value of ['%%%', '=', 5, null, {}, 'a'.repeat(500)])
      expect(() => decodedId(value)).not.toThrow();
  });

  it('takes a name without the title of its badge', () => {
    const heading = parsePage(
      '<h1><span>Rosa &amp; Lima <svg><title>Verified</title></svg></span></h1>',
    ).querySelector('h1');
    expect(heading && headingText(heading)).toBe('Rosa & Lima');
  });

  it('never takes the name of a tab or a neighbour for the name of the page', () => {
    const url = 'https://www.facebook.com/lin.studio';
    const data = {
      x: [
        { name: 'Reels', url: `${url}/reels` },
        { name: 'Other', url: 'https://www.facebook.com/other' },
        { name: 'A word', url: `${url}/posts/pfbid0abcDEF123456789` },
      ],
    };
    const html = `<script type="application/json">${JSON.stringify(data)}</script>`;
    for (const parse of [parsePage, parsePageOtherwise])
      expect(readPage(parse(html), url).kind).toBe('blocked');
  });

  it('knows the page under an address in other capitals', () => {
    const html =
      '<script type="application/json">{"user":{"id":"61550000000001","name":"Lin","url":"https:\\/\\/www.facebook.com\\/Lin.Studio"}}</script>';
    expect(readPage(parsePage(html), 'https://www.facebook.com/lin.studio').creator?.displayName?.value).toBe(
      'Lin',
    );
  });

  it('is done in time with ten megabytes of broken state', () => {
    const html = `<script type="application/json">{"url":"https://www.facebook.com/lin.studio","x":"${'a"b'.repeat(3_000_000)}</script>`;
    const document = parsePage(html);
    expect(readPage(document, 'https://www.facebook.com/lin.studio').kind).toBe('blocked');
  });
});

describe('items of Facebook', () => {
  const url = 'https://www.facebook.com/groups/teapots/posts/100000000000004/';
  const link = (path: string, words: string) => `<a href="${path}" role="link">${words}</a>`;

  it('finds comments and answers with their authors, not the post around them', () => {
    const html = `<html lang="en"><head></head><body><div role="main"><div role="article" aria-posinset="1" aria-label="Post">${link('/groups/teapots/user/61550000000001/?x=1', 'Mira')}
      <div role="article" aria-label="Comment by Kim">${link('/groups/teapots/user/61550000000002/?comment_id=9', '')}${link('/groups/teapots/user/61550000000002/?comment_id=9', 'Kim Bo')}<div dir="auto">How much?</div>${link(`${url}?comment_id=9000001`, '1 h')}
      <div role="article" aria-label="Reply by Ola">${link('https://www.facebook.com/ola.pots?comment_id=9', 'Ola')}<div dir="auto">Forty</div></div></div></div></div></body></html>`;
    expect(itemsOnPage(site, html, url)).toEqual([
      { kind: 'comment', of: '61550000000002', name: 'Kim Bo' },
      { kind: 'comment', of: 'ola.pots', name: 'Ola' },
    ]);
  });
});
