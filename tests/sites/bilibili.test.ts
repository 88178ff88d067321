import { describe, expect, it } from 'vitest';
import { site } from '../../utils/sites/bilibili.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { itemsOnPage, pageOf } from '../support/items-on-page.ts';
import { parsePage } from '../support/parse-page.ts';

const identify = (address: string) => site.identify(new URL(address));

describe('Bilibili', () => {
  it('keeps the case of new video ids and knows the old ones in any', () => {
    expect(identify('https://www.bilibili.com/video/bv1Aa411c7AA')?.id).toBe('BV1Aa411c7AA');
    expect(identify('https://www.bilibili.com/video/AV170001')?.id).toBe('av170001');
    expect(identify('https://www.bilibili.com/video/BV1')).toBeNull();
  });

  it('finds comments through their shadow roots, answers too', () => {
    const { html, url } = pageOf('bilibili', 'video-comments-in-shadow-roots-zh');
    expect(itemsOnPage(site, html, url)).toEqual([
      { kind: 'comment', of: '555555', name: '小周' },
      { kind: 'comment', of: '666666', name: '阿茶' },
      { kind: 'comment', of: '12345678', name: '林室陶艺' },
    ]);
  });

  it('finds the comments of the older interface', () => {
    const { html, url } = pageOf('bilibili', 'video-older-comments-zh');
    expect(itemsOnPage(site, html, url).map(({ of }) => of)).toEqual(['555555', '666666']);
  });

  it('does not take the last video on the screen for this one where only the state tells', () => {
    const html = `<!doctype html><html lang="zh"><head><title>x</title></head><body><h1 class="video-title" title="旧片">旧片</h1>
      <script>window.__INITIAL_STATE__={"videoData":{"bvid":"BV1aa411c7AA","title":"旧片"}}</script></body></html>`;
    const reading = readPage(parsePage(html), 'https://www.bilibili.com/video/BV1bb411c7BB');
    expect(reading.post).toEqual({});
    expect(reading.problems).toContainEqual({ field: 'title', reason: 'stale' });
  });
});
