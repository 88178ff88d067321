import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { joined, threadOf, whole } from '../../utils/sites/threads/data.ts';
import { site } from '../../utils/sites/threads.ts';
import { itemsOnPage } from '../support/items-on-page.ts';
import { parsePage } from '../support/parse-page.ts';

const page = (data: unknown) =>
  parsePage(`<script type="application/json" data-sjs>${JSON.stringify(data)}</script>`);
const item = (code: string, more: object = {}) => ({
  post: {
    code,
    user: { username: 'mira', pk: '1' },
    caption: { text: code },
    taken_at: 1_767_225_600,
    like_count: 1,
    ...more,
  },
});

describe('threads in the data', () => {
  it('takes what stands below the post, not what it answers and not what is recommended', () => {
    const found = threadOf(
      page({
        data: {
          edges: [
            {
              node: {
                thread_items: [item('Above0001'), item('Own000001'), item('Below0001'), item('Below0002')],
              },
            },
            { node: { thread_items: [item('Reply0001'), item('Reply0002')] } },
          ],
        },
        relatedPosts: { threads: [{ thread_items: [item('Other0001')] }] },
        suggested: { edges: [{ node: { thread_items: [item('Other0002')] } }] },
      }),
      'Own000001',
    );
    expect(found?.replies.map(({ post, parent }) => [post.code, parent?.code])).toEqual([
      ['Below0001', undefined],
      ['Below0002', 'Below0001'],
      ['Reply0001', undefined],
      ['Reply0002', 'Reply0001'],
    ]);
  });

  it('has no post where the code only stands in other data', () => {
    expect(threadOf(page({ thread_items: [], code: 'Own000001' }), 'Own000001')).toBeUndefined();
  });

  it('joins pieces of text and takes only whole numbers', () => {
    expect(joined({ fragments: [{ plaintext: 'a ' }, { plaintext: null }, 5, { plaintext: 'b' }] })).toBe(
      'a b',
    );
    expect(joined({ fragments: [] })).toBeUndefined();
    expect([whole(5), whole('12'), whole('1.2K'), whole('-5'), whole(null)]).toEqual([
      5,
      12,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names no shares where reposting and passing on are counted apart', () => {
    const read = (info: object) =>
      readPage(
        page({
          data: { edges: [{ node: { thread_items: [item('Own000001', { text_post_app_info: info })] } }] },
        }),
        'https://www.threads.com/@mira/post/Own000001',
      );
    expect(read({ repost_count: 134, reshare_count: 366 }).post?.shares).toBeUndefined();
    expect(read({ repost_count: 134, reshare_count: 366 }).problems).toContainEqual({
      field: 'shares',
      reason: 'ambiguous',
    });
    expect(read({ repost_count: 134, reshare_count: null }).post?.shares?.value).toBe(134);
  });
});

describe('items of Threads', () => {
  const box = (user: string, code: string) =>
    `<div data-pressable-container="true"><a href="/@${user}"><img alt=""></a><a href="/@${user}"><span dir="auto" translate="no"><span>${user}</span></span></a><div><span dir="auto"><a href="/@${user}/post/${code}"><time datetime="2026-02-03T04:05:06.000Z">1d</time></a></span></div><div><span dir="auto"><span>words</span></span></div></div>`;
  const html = `<html lang="en"><head></head><body><div data-pressable-container="true" role="button">Post</div>${box('mira', 'Cown00001')}${box('kim.b', 'Creply001')}</body></html>`;

  it('are posts on a profile and answers on a post', () => {
    expect(
      itemsOnPage(site, html, 'https://www.threads.com/@mira').map(({ kind, of }) => [kind, of]),
    ).toEqual([
      ['post', 'mira'],
      ['post', 'kim.b'],
    ]);
    expect(
      itemsOnPage(site, html, 'https://www.threads.com/@mira/post/Cown00001').map(({ kind }) => kind),
    ).toEqual(['comment', 'comment']);
  });
});
