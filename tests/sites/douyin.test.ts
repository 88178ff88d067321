import { describe, expect, it } from 'vitest';
import { site } from '../../utils/sites/douyin.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { itemsOnPage, pageOf } from '../support/items-on-page.ts';
import { parsePage } from '../support/parse-page.ts';

const person = 'MS4wLjABAAAAexampleexampleexampleexampleexample000';
const other = 'MS4wLjABAAAAexampleexampleexampleexampleexample111';

describe('Douyin', () => {
  it('knows a person by the lasting id of the address, which is nobody’s name', () => {
    const identity = site.identify(new URL(`https://www.douyin.com/user/${person}?from_tab_name=main`));
    expect(identity).toEqual({ kind: 'profile', id: person, url: `https://www.douyin.com/user/${person}` });
    expect(site.identify(new URL('https://www.douyin.com/user/self'))).toBeNull();
  });

  it('waits for a header that still shows the person whose data came with the page', () => {
    const html = `<html lang="zh"><head><title>抖音</title></head><body><div data-e2e="user-detail"><div data-e2e="user-info"><h1>林室陶艺</h1></div></div>
      <script>window._ROUTER_DATA={"user":{"sec_uid":"${person}","nickname":"林室陶艺","follower_count":5}}</script></body></html>`;
    const reading = readPage(parsePage(html), `https://www.douyin.com/user/${other}`);
    expect(reading.creator?.displayName).toBeUndefined();
    expect(reading.problems).toContainEqual({ field: 'displayName', reason: 'stale' });
  });

  it('names no author where cards of several people stand on the page', () => {
    const card = (id: string) =>
      `<div data-e2e="user-info"><a href="//www.douyin.com/user/${id}"><span>x</span></a></div>`;
    const html = `<html lang="zh"><head><title>x</title></head><body><div data-e2e="detail-video-info" data-e2e-aweme-id="7580000000000000001"><h1>壶</h1></div>${card(person)}${card(other)}</body></html>`;
    const reading = readPage(parsePage(html), 'https://www.douyin.com/video/7580000000000000001');
    expect(reading.creator).toBeUndefined();
    expect(reading.problems).toContainEqual({ field: 'author', reason: 'missing' });
  });

  it('finds comments and the video that plays', () => {
    const comments = pageOf('douyin', 'video-on-screen-zh');
    expect(itemsOnPage(site, comments.html, comments.url).map(({ of }) => of)).toEqual([
      other,
      person,
      other,
    ]);
    const feed = pageOf('douyin', 'video-opened-over-a-feed-after-move-en');
    expect(itemsOnPage(site, feed.html, feed.url).map(({ kind, of }) => [kind, of])).toEqual([
      ['post', person],
    ]);
  });
});
