import { describe, expect, it } from 'vitest';
import { site } from '../../utils/sites/weibo.ts';
import { itemsOnPage, pageOf } from '../support/items-on-page.ts';

describe('Weibo', () => {
  it('finds the post and its comments, each of its own author', () => {
    const { html, url } = pageOf('weibo', 'post-on-screen-zh');
    expect(itemsOnPage(site, html, url).map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'comment 555555',
      'comment 1234567890',
      'comment 777777',
      'comment 666666',
      'post 1234567890',
    ]);
  });

  it('finds what a search shows', () => {
    const html = `<html><head></head><body><div class="card-wrap" mid="5000000000000001"><div class="card-feed"><div class="content"><div class="info"><div><a class="name" nick-name="林室陶艺" href="//weibo.com/1234567890?refer_flag=1">林室陶艺</a></div></div>
      <div class="from"><a href="//weibo.com/1234567890/Nabc12XyZ?refer_flag=1">今天</a></div><p class="txt" node-type="feed_list_content">新壶</p></div></div>
      <div class="card-review" comment_id="501"><div class="content"><div class="txt"><a href="//weibo.com/u/5555555">小周</a>：好看 <a href="//weibo.com/n/x">@x</a></div></div></div></div></body></html>`;
    expect(itemsOnPage(site, html, 'https://s.weibo.com/weibo?q=x')).toEqual([
      { kind: 'post', of: '1234567890', name: '林室陶艺' },
      { kind: 'comment', of: '5555555', name: '小周' },
    ]);
  });

  it('finds the cards of the comment inbox there and nowhere else', () => {
    const html = `<html><head></head><body><div class="wbpro-scroller-item"><div class="_h3_x"><a href="/u/5555555">小周</a></div><div class="_wbtext_1">好看</div><div class="_from_x"><a href="https://weibo.com/1234567890/Nabc12XyZ?cid=501">今天</a></div></div></body></html>`;
    expect(itemsOnPage(site, html, 'https://weibo.com/comment/inbox')).toEqual([
      { kind: 'comment', of: '5555555', name: '小周' },
    ]);
    expect(itemsOnPage(site, html, 'https://weibo.com/u/1234567890')).toEqual([]);
  });
});
