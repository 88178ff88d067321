import { describe, expect, it } from 'vitest';
import { barName, fieldOf, portraitIn } from '../../utils/sites/tieba/hooks.ts';
import { site } from '../../utils/sites/tieba.ts';
import { parsePage } from '../support/parse-page.ts';

const identify = (url: string) => site.identify(new URL(url));

describe('addresses of Tieba', () => {
  it('names a bar by its name in both encodings, with and without 吧', () => {
    for (const url of [
      'https://tieba.baidu.com/f?kw=%E7%B4%AB%E7%A0%82%E5%A3%B6',
      'https://tieba.baidu.com/f?ie=utf-8&kw=%E7%B4%AB%E7%A0%82%E5%A3%B6%E5%90%A7&pn=50',
      'http://tieba.baidu.com/f?kw=%D7%CF%C9%B0%BA%F8',
      'https://tieba.baidu.com/f?kw=紫砂壶&tab=good',
    ]) {
      expect(identify(url)).toMatchObject({ kind: 'group', id: '紫砂壶' });
    }
    expect(identify('https://tieba.baidu.com/f?kw=%E5%90%A7')?.id).toBe('吧');
  });

  it('a page of a thread is the thread', () => {
    expect(identify('https://tieba.baidu.com/p/9000000001?pn=3&see_lz=1')?.url).toBe(
      'https://tieba.baidu.com/p/9000000001',
    );
  });

  it.each([
    'https://tieba.baidu.com/f',
    'https://tieba.baidu.com/p/',
    'https://tieba.baidu.com/home/main',
    'https://tieba.baidu.com/f/like/mylike',
  ])('nothing is known about %s', (url) => {
    expect(identify(url)).toBeNull();
  });
});

describe('data in attributes', () => {
  const field = (text: string) => {
    const page = parsePage('<!doctype html><html><body><p></p></body></html>');
    page.querySelector('p')?.setAttribute('data-field', text);
    return fieldOf(page.querySelector('p'));
  };

  it('come with either quotes, or not at all', () => {
    expect(field('{"a":"it\'s"}')).toEqual({ a: "it's" });
    expect(field("{'pid':'1'}")).toEqual({ pid: '1' });
    for (const broken of ['', '{}x', '[1]', '{total_num:0}', 'null']) expect(field(broken)).toEqual({});
  });

  it('a person is the number of the picture without the time of its upload', () => {
    const base = 'https://tieba.baidu.com/';
    expect(portraitIn('/home/main?id=tb.1.ab.cd-EF?t=15&fr=pb', base)).toBe('tb.1.ab.cd-EF');
    expect(portraitIn('javascript:alert(1)', base)).toBeUndefined();
    expect(barName(' 紫砂壶 ')).toBe('紫砂壶吧');
  });
});
