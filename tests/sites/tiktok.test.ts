import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { identify } from '../../utils/sites/registry.ts';
import { parsePage } from '../support/parse-page.ts';

const product = '1729000000000000001';

describe('addresses of TikTok', () => {
  it.each([
    [`https://www.tiktok.com/shop/pdp/${product}`, 'product', product],
    [`https://www.tiktok.com/shop/us/pdp/brass-teapot/${product}`, 'product', product],
    [`https://shop.tiktok.com/pdp/teapot/${product}`, 'product', product],
    [`https://www.tiktok.com/view/product/${product}`, 'product', product],
    ['https://www.tiktok.com/@lin/collection/Tea-7223156686599572226', 'feed', 'Tea-7223156686599572226'],
  ])('%s is a %s', (url, kind, id) => {
    expect(identify(new URL(url))).toMatchObject({ kind, id });
  });

  it('knows nothing of others', () => {
    for (const url of [
      'https://shop.tiktok.com/us',
      'https://www.tiktok.com/shop/c/teapots/601152',
      'https://www.tiktok.com/tiktokstudio/content',
      'https://www.tiktok.com/tiktokstudio/comment/abc',
      'https://www.tiktok.com/@lin/live',
    ]) {
      expect(identify(new URL(url))).toBeNull();
    }
  });
});

const video = '7500000000000000011';

describe('comments on the screen', () => {
  const read = (body: string) =>
    readPage(
      parsePage(`<!doctype html><html lang="en"><body>${body}</body></html>`),
      `https://www.tiktok.com/@lin/video/${video}`,
    ).comments;
  const comment = (handle: string, text: string) =>
    `<div><div data-e2e="comment-username-1"><a href="/@${handle}"><p>${handle}</p></a></div><span data-e2e="comment-level-1">${text}</span></div>`;

  it('are found without any name of a class', () => {
    expect(
      read(comment('ana', 'Hi') + comment('bo', 'Yo'))?.map(({ author, text }) => [
        author?.value,
        text?.value,
      ]),
    ).toEqual([
      ['ana', 'Hi'],
      ['bo', 'Yo'],
    ]);
  });

  it('are nobody’s where several stand together', () => {
    expect(
      read(
        `<div data-e2e="video-desc"></div><section>${comment('ana', 'Hi')}<span data-e2e="comment-level-1">stray</span></section>`,
      )?.length,
    ).toBe(1);
  });
});

describe('what is on the screen after a move', () => {
  const card = (player: string, author: string) =>
    `<article data-e2e="recommend-list-item-container"><div id="xgwrapper-4-${player}"></div><a data-e2e="video-author-avatar" href="/@${author}"></a><div data-e2e="video-desc">Kiln</div></article>`;
  const text = (body: string) =>
    readPage(
      parsePage(`<!doctype html><html lang="en"><body>${body}</body></html>`),
      `https://www.tiktok.com/@lin/video/${video}`,
    ).post?.text?.value;

  it('counts where the player has this id and the card this author', () => {
    expect(text(card('7500000000000000099', 'bo') + card(video, 'lin'))).toBe('Kiln');
    expect(text(card(video, 'bo'))).toBeUndefined();
    expect(text(card(`1${video}`, 'lin'))).toBeUndefined();
  });
});
