import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { stateOf } from '../../utils/sites/xiaohongshu/state.ts';
import { site } from '../../utils/sites/xiaohongshu.ts';
import { itemsOnPage, pageOf } from '../support/items-on-page.ts';
import { parsePage } from '../support/parse-page.ts';

const one = '5f00000000000000000000b1';
const other = '5f00000000000000000000b2';
const noteId = '6a00000000000000000000a1';
const page = (state: string, body = '') =>
  parsePage(
    `<!doctype html><html lang="zh"><head><title>x</title></head><body>${body}<script>window.__INITIAL_STATE__=${state}</script></body></html>`,
  );

describe('Xiaohongshu', () => {
  it('reads the state although it is JavaScript', () => {
    const text =
      '{"a":undefined,"b":new Set([]),"c":new Set(["x","(y)"]),"d":new Map(),"e":"undefined new Set([]) \\")"};(function(){})()';
    expect(stateOf(page(text))).toEqual({
      a: null,
      b: [],
      c: ['x', '(y)'],
      d: [],
      e: 'undefined new Set([]) ")',
    });
  });

  it('keeps the token that an address needs', () => {
    const identity = site.identify(
      new URL(`https://www.xiaohongshu.com/explore/${noteId}?xsec_source=pc&xsec_token=AB%3D&utm_source=x`),
    );
    expect(identity?.url).toBe(`https://www.xiaohongshu.com/explore/${noteId}?xsec_token=AB%3D`);
  });

  it('waits for a header that still shows the last person', () => {
    const state = `{"user":{"userPageData":{"basicInfo":{"nickname":"林室陶艺"}},"noteQueries":[{"userId":"${one}"}]}}`;
    const header = '<div class="user-info"><div class="user-name">林室陶艺</div></div>';
    const reading = readPage(page(state, header), `https://www.xiaohongshu.com/user/profile/${other}`);
    expect(reading.creator).toEqual({ handle: { value: other, source: 'url' } });
    expect(reading.problems).toContainEqual({ field: 'displayName', reason: 'stale' });
  });

  it('does not take the note that the state describes for another one', () => {
    const state = `{"note":{"noteDetailMap":{"${noteId}":{"note":{"noteId":"${noteId}","title":"壶","desc":""}}}}}`;
    const box =
      '<div id="noteContainer" class="note-container"><div id="detail-title">壶</div><div class="engage-bar"><span class="like-wrapper"><span class="count">9</span></span></div></div>';
    const reading = readPage(
      page(state, box),
      'https://www.xiaohongshu.com/explore/6a00000000000000000000a9',
    );
    expect(reading.post).toEqual({});
  });

  it('finds comments and answers, each of its own author', () => {
    const { html, url } = pageOf('xiaohongshu', 'note-after-move-en');
    expect(itemsOnPage(site, html, url)).toEqual([
      { kind: 'comment', of: one, name: '林室陶艺' },
      { kind: 'comment', of: other, name: '周家茶铺' },
    ]);
  });

  it('finds the cards of a feed by their author, not by the note that they lead to', () => {
    const html = `<html><head></head><body><div class="feeds-container"><section class="note-item"><a class="cover" href="/user/profile/${one}/${noteId}"></a>
      <div class="footer"><a class="title"><span>壶</span></a><div class="card-bottom-wrapper"><a class="author" href="/user/profile/${one}?xsec_token=x"><span class="name">林室陶艺</span></a></div></div></section></div></body></html>`;
    expect(itemsOnPage(site, html, 'https://www.xiaohongshu.com/explore')).toEqual([
      { kind: 'post', of: one, name: '林室陶艺' },
    ]);
  });
});
