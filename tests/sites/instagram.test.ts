import { describe, expect, it } from 'vitest';
import { dayIn } from '../../utils/sites/instagram/day.ts';
import { asHandle, nameInTitle, quotation } from '../../utils/sites/instagram/people.ts';
import { site } from '../../utils/sites/instagram.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';

describe('the day of a link preview', () => {
  it.each([
    ['on May 24, 2021', 'en', '2021-05-24'],
    ['am 3. März 2026', 'de', '2026-03-03'],
    ['le 1 août 2025', 'fr', '2025-08-01'],
    ['el 24 de diciembre de 2024', 'es', '2024-12-24'],
    ['3 марта 2026 г.', 'ru', '2026-03-03'],
    ['，2026年3月3日', 'zh-Hans', '2026-03-03'],
    ['2026년 3월 3일', 'ko', '2026-03-03'],
    // the words may be English on a page that says otherwise
    ['on March 16, 2026', 'de', '2026-03-16'],
  ])('%s (%s)', (text, language, day) => {
    expect(dayIn(text, language)).toBe(day);
  });

  it.each([
    ['on 3/4/2026', 'en'],
    ['on March 2026', 'en'],
    ['on March 3 or April 4, 2026', 'en'],
    ['on February 31, 2026', 'en'],
    ['', 'en'],
    ['am 3. März 2026', 'not a language'],
    [undefined, undefined],
  ])('%s (%s) is no day', (text, language) => {
    expect(dayIn(text, language)).toBeUndefined();
  });
});

describe('words of Instagram', () => {
  it('takes a handle for one only where it can be one', () => {
    expect(asHandle('nora.oak_1')).toBe('nora.oak_1');
    for (const value of ['<b>x</b>', 'a b', '', 'x'.repeat(31), 5, null, ['a']])
      expect(asHandle(value)).toBeUndefined();
  });

  it('finds the name before the handle and the words in their quotes', () => {
    expect(nameInTitle('Nora (Oak) (@nora.oak) • Instagram')).toEqual({
      name: 'Nora (Oak)',
      handle: 'nora.oak',
    });
    expect(quotation('5 likes - nora.oak on May 1, 2026: "Say "hi"". ')).toBe('Say "hi"');
  });
});

describe('a post on the screen after a move', () => {
  const comment = (id: string, words: string) =>
    `<div><div><div><span dir="auto"><a href="/kim_b/"><span dir="auto">kim_b</span></a></span> <span dir="auto"><a href="/p/Cshown001/c/${id}/"><time datetime="2026-01-02T00:00:00.000Z">1d</time></a></span></div>${words}</div><div role="button"><span dir="auto">Reply</span></div></div>`;
  const html = `<html lang="en"><head><link rel="canonical" href="https://www.instagram.com/p/Colder001/"></head><body><main><div><div><div><a href="/nora.oak/">nora.oak</a> <span><time datetime="2026-01-01T00:00:00.000Z">2d</time></span></div><span>Spoons #wood</span></div></div>${comment('9001', '<div><span dir="auto">How much?</span></div>')}${comment('9002', '<img alt="GIF">')}<div><a href="/nora.oak/p/Cshown001/"><time datetime="2026-01-01T00:00:05.000Z">2 days ago</time></a></div></main><script type="application/json">{"comment":{"pk":"1","text":"of the older post","created_at":1,"user":{"username":"x_y"}}}</script></body></html>`;

  it.each([parsePage, parsePageOtherwise])(
    'is read from its own rows, not from the data of the last one',
    (parse) => {
      const reading = readPage(parse(html), 'https://www.instagram.com/p/Cshown001/');
      expect(reading.post?.text?.value).toBe('Spoons #wood');
      expect(reading.post?.publishedAt?.value).toBe('2026-01-01T00:00:05.000Z');
      expect(reading.creator?.handle?.value).toBe('nora.oak');
      expect(reading.comments?.map(({ id, text }) => [id, text?.value])).toEqual([
        ['9001', 'How much?'],
        ['9002', undefined],
      ]);
    },
  );
});

describe('the rows of comments until 2021', () => {
  const row = (id: string) =>
    `<li><div><h3><div><a href="/kim_b/">kim_b</a></div></h3><span><a href="/nora.oak/">@nora.oak</a> how much?</span><div><a href="/p/Cshown001/c/${id}/"><time datetime="2019-03-18T20:39:11.000Z">135w</time></a><button>1 like</button></div></div></li>`;
  const html = `<html lang="en"><head><link rel="canonical" href="https://www.instagram.com/p/Cshown001/"></head><body><main><ul>${row('9001')}${row('9002')}</ul></main></body></html>`;

  it.each([parsePage, parsePageOtherwise])('have their words behind the name', (parse) => {
    const { comments } = readPage(parse(html), 'https://www.instagram.com/p/Cshown001/');
    expect(comments?.map(({ id, author, text }) => [id, author?.value, text?.value])).toEqual([
      ['9001', 'kim_b', '@nora.oak how much?'],
      ['9002', 'kim_b', '@nora.oak how much?'],
    ]);
  });
});

describe('a profile header', () => {
  const header = (inside: string) =>
    `<html lang="en"><body><main><header><section><h2 dir="auto">nora.oak</h2>${inside}<div><a href="/nora.oak/followers/"><span dir="auto"><span title="12,345">12.3K</span> followers</span></a></div><div><a href="/nora.oak/following/"><span dir="auto"><span><span>3</span></span> following</span></a></div></section></header></main></body></html>`;
  const posts = '<div><span dir="auto"><span><span>8</span></span> posts</span></div>';
  const words = (text: string, more = '') =>
    `<section><span dir="auto"><div><span dir="auto">${text}</span>${more}</div></span></section>`;
  const read = (html: string) => readPage(parsePage(html), 'https://www.instagram.com/nora.oak/').creator;

  it('gives name and words', () => {
    const creator = read(
      header(`<div><span dir="auto">Nora Oak</span></div>${posts}`).replace(
        '</header>',
        `${words('Spoons<br>and bowls')}</header>`,
      ),
    );
    expect([creator?.displayName?.value, creator?.bio?.value, creator?.posts?.value]).toEqual([
      'Nora Oak',
      'Spoons\nand bowls',
      8,
    ]);
  });

  it('gives no name where there is none, and no words that are cut short', () => {
    const creator = read(
      header(posts).replace(
        '</header>',
        `${words('Spoons and', '<span>... <div role="button">more</div></span>')}</header>`,
      ),
    );
    expect([creator?.displayName, creator?.bio]).toEqual([undefined, undefined]);
  });
});

describe('the rows of comments', () => {
  const row = (id: string, words: string) =>
    `<div><div><div><div><div><span dir="auto"><a href="/kim_b/"><div><div><span dir="auto">kim_b</span></div></div></a></span>&nbsp;<span dir="auto"><a href="/p/Cshown001/c/${id}/"><time datetime="2026-01-02T00:00:00.000Z">1d</time></a></span></div><div><span dir="auto">${words}</span></div></div></div><div><button><span dir="auto">Like</span></button></div></div></div>`;
  const html = `<html lang="en"><body><main><div>${row('9001', 'How much?')}${row('9002', 'Lovely')}</div></main></body></html>`;

  // Living pages only: the other parser does not know selectors that begin with a combinator.
  it('are found one by one, each with its words', () => {
    const rule = site.items?.find(({ kind }) => kind === 'comment');
    const rows = [...parsePage(html).querySelectorAll(rule?.root ?? 'none')];
    expect(rows.map((each) => each.querySelector(rule?.text ?? 'none')?.textContent)).toEqual([
      'How much?',
      'Lovely',
    ]);
    expect(rows.map((each) => each.querySelector(rule?.author ?? 'none')?.getAttribute('href'))).toEqual([
      '/kim_b/',
      '/kim_b/',
    ]);
  });
});
