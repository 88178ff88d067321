// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { readPageItem } from '../../../utils/page/items/read-product.ts';
import type { Around } from '../../../utils/page/tagging/seen-item.ts';
import { pageItemKeys, seenPageItem } from '../../../utils/page/tagging/seen-page-item.ts';
import { site as facebook } from '../../../utils/sites/facebook.ts';
import type { ItemRule, Site } from '../../../utils/sites/site.ts';
import { site as weibo } from '../../../utils/sites/weibo.ts';
import { site as x } from '../../../utils/sites/x.ts';
import { livingSite, made } from './item-helpers.ts';

const rule: ItemRule = {
  kind: 'comment',
  root: 'li',
  author: 'a.by',
  text: '.text',
  time: '.when',
  permalink: 'a.time',
};

function around(site: Site, address: string): Around {
  window.location.href = address;
  return {
    document,
    site,
    identity: site.identify(new URL(address)),
    itemAround: (at) => at.closest('li, article'),
  };
}
const post = () => around(livingSite, 'https://www.instagram.com/p/abc/');

function row(handle: string, content: Node | string, more: Element[] = []): HTMLElement {
  const item = made('li');
  const text = made('span', { class: 'text' });
  text.append(content);
  item.append(made('a', { class: 'by', href: `/${handle}/` }, handle), text, ...more);
  document.body.replaceChildren(item);
  return item;
}

function see(element: Element, at: Around, by: ItemRule = rule) {
  const item = readPageItem(element, by, at.site, at.itemAround);
  if (!item) throw new Error('of nobody');
  return { keys: pageItemKeys(item, at), seen: seenPageItem(item, at) };
}

describe('an item as it is tagged', () => {
  test('has the number of its own address, its author and its text', () => {
    const link = made('a', { class: 'time', href: '/p/abc/c/77/?igsh=xyz' }, '2 d');
    const { seen } = see(row('Lin.Studio', ' where  is\n my parcel? ', [link]), post());
    expect(seen).toMatchObject({
      kind: 'comment',
      platform: 'instagram',
      url: 'https://www.instagram.com/p/abc/c/77/',
      pageKey: 'instagram:post:abc',
      text: 'where is\nmy parcel?',
      author: { platform: 'instagram', handle: 'Lin.Studio', url: 'https://www.instagram.com/Lin.Studio/' },
    });
    expect(seen.keys[0]).toBe('instagram:comment:#77');
    expect(seen.cut).toBeUndefined();
  });

  test('without a number is told by author, text and exact time; what the page changes in drawing is no difference', () => {
    const at = post();
    const time = (said: string) => made('time', { class: 'when', datetime: said }, '3 h');
    const one = see(row('lin', 'thank you', [time('2026-11-20T08:00:00.000Z')]), at);
    expect(one.keys).toHaveLength(2);
    expect(one.seen.publishedAt).toBe('2026-11-20T08:00:00.000Z');
    expect(see(row('LIN', 'thank   you ', [time('2026-11-20T09:00:00+01:00')]), at).keys).toEqual(one.keys);
    const other = see(row('lin', 'thank you', [time('2026-11-21T08:00:00.000Z')]), at);
    expect(other.keys[0]).not.toBe(one.keys[0]);
    expect(other.keys[1]).toBe(one.keys[1]);
    // a time without a zone, and words, say nothing that holds tomorrow
    for (const said of ['2026-11-20 08:00', '3 hours ago']) {
      const { keys, seen } = see(row('lin', 'thank you', [time(said)]), at);
      expect(keys).toHaveLength(1);
      expect(seen.publishedAt).toBeUndefined();
    }
  });

  test('of emoji that are pictures keeps what they stand for', () => {
    const smile = made('img', { alt: '😍', src: '/e.png' });
    const { seen, keys } = see(row('lin', smile), post());
    expect(seen.text).toBe('😍');
    expect(keys).not.toEqual(see(row('lin', made('img', { alt: '😡' })), post()).keys);
  });

  test('of fifty thousand signs keeps the beginning and says so, never half of a sign', () => {
    const { seen } = see(row('lin', `a${'😀'.repeat(25_000)}`), post());
    expect(seen.cut).toBe(true);
    expect(seen.text).toHaveLength(4_999);
    expect(seen.text?.isWellFormed()).toBe(true);
  });

  test('with neither number nor words is that author’s on this page only', () => {
    const here = see(row('lin', ''), post());
    expect(here.seen.text).toBeUndefined();
    const elsewhere = see(row('lin', ''), around(livingSite, 'https://www.instagram.com/p/other/'));
    expect(elsewhere.keys).not.toEqual(here.keys);
  });

  test('takes no number from a link that leads to the page on which all comments stand', () => {
    const link = made('a', { class: 'time', href: '/p/abc/' }, '2 d');
    const { keys } = see(row('lin', 'hello', [link]), post());
    expect(keys.some((key) => key.includes(':#'))).toBe(false);
  });

  test('markup in it stays text', () => {
    const { seen } = see(row('lin', '<img src=x onerror=alert(1)>'), post());
    expect(seen.text).toBe('<img src=x onerror=alert(1)>');
  });

  test('somebody in a list is found by name and number', () => {
    const at = post();
    const element = made('li');
    element.append(made('a', { href: '/Lin.Studio/' }, 'Lin'));
    const { seen } = see(element, at, { kind: 'creator', root: 'li', author: 'a' });
    expect(seen).toMatchObject({ kind: 'creator', title: 'Lin', keys: ['instagram:creator:#@lin.studio'] });
  });
});

describe('on real sites’ addresses', () => {
  test('a comment of Facebook keeps its number through what counts visitors', () => {
    const at = around(facebook, 'https://www.facebook.com/lin.studio/posts/pfbid02abc');
    const href = (extra: string) =>
      `/lin.studio/posts/pfbid02abc?comment_id=991&__cft__[0]=${extra}&__tn__=R-R`;
    const keys = (extra: string) =>
      see(row('lin', 'hi', [made('a', { class: 'time', href: href(extra) }, '1 h')]), at).keys;
    expect(keys('AZ1')[0]).toBe('facebook:comment:#991');
    expect(keys('AZ2')).toEqual(keys('AZ1'));
  });

  test('a comment without a number is the same in every form in which its site shows the time, the minute the least', () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { transferSize: 900 } as unknown as PerformanceEntry,
    ] as PerformanceEntryList);
    vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.parse('2024-06-05T10:00:00.000Z'));
    const at = around(weibo, 'https://weibo.cn/comment/Nabc12XyZ');
    const time = (said: string) => made('span', { class: 'when' }, said);
    const said = (shown: string) =>
      see(row('u/1234567890', '一起', [time(shown)]), at, { ...rule, clock: 'china' });
    const whole = said('2024-06-05 11:13:30\u00a0来自网页');
    expect(whole.seen.publishedAt).toBe('2024-06-05T03:13:30.000Z');
    for (const shown of ['06月05日 11:13\u00a0来自网页', '今天 11:13']) {
      expect(said(shown).keys).toEqual(whole.keys);
      expect(said(shown).seen.publishedAt).toBe('2024-06-05T03:13:00.000Z');
    }
    expect(said('今天 11:14').keys[0]).not.toBe(whole.keys[0]);
    // one that was stored before its time could be read is still found, by author and text
    const before = said('5分钟前');
    expect(before.seen.publishedAt).toBeUndefined();
    expect(before.keys).toEqual(whole.keys.slice(1));
    vi.restoreAllMocks();
  });

  test('an answer on X is the same post on its own page, in a feed and below another', () => {
    const tweet = (kind: 'post' | 'comment', address: string) => {
      const element = row('lin', 'hi', [made('a', { class: 'time', href: '/lin/status/22' }, '1 h')]);
      return see(element, around(x, address), { ...rule, kind }).keys[0];
    };
    expect(tweet('comment', 'https://x.com/other/status/11')).toBe('x:post:#22');
    expect(tweet('post', 'https://x.com/home')).toBe('x:post:#22');
    expect(tweet('post', 'https://x.com/lin/status/22')).toBe('x:post:#22');
  });
});

test('a product’s card in a list is the product that its link leads to', () => {
  const shop: Site = {
    ...livingSite,
    id: 'etsy',
    hosts: ['*.etsy.com'],
    identify: (url) => {
      const id = /\/listing\/(\d+)/.exec(url.pathname)?.[1];
      return id ? { kind: 'product', id, url: `https://www.etsy.com/listing/${id}` } : null;
    },
  };
  const card = made('li');
  const picture = made('a', { href: '/listing/55/bell' });
  picture.append(made('img', { alt: 'Advertisement: brass bell' }));
  card.append(picture, made('a', { href: '/listing/55/bell?ref=x' }, 'Brass\n bell'), made('p', {}, '€ 9'));
  document.body.replaceChildren(card);
  const at = around(shop, 'https://www.etsy.com/search?q=bell');
  const byLink: ItemRule = { kind: 'product', root: 'li', author: 'a' };
  const bell = {
    kind: 'product',
    platform: 'etsy',
    keys: ['etsy:product:#55'],
    url: 'https://www.etsy.com/listing/55',
    title: 'Brass bell',
  };
  expect(see(card, at, byLink)).toEqual({ seen: bell, keys: bell.keys });
  // where the rule names the words, not all that the link is around; without words what the picture shows
  expect(see(card, at, { ...byLink, name: 'p' }).seen.title).toBe('€ 9');
  card.lastElementChild?.previousElementSibling?.remove();
  expect(see(card, at, byLink).seen.title).toBe('Advertisement: brass bell');
  card.querySelector('img')?.removeAttribute('alt');
  expect(see(card, at, byLink).seen).not.toHaveProperty('title');
});
