// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { stillShows } from '../../../utils/page/items/read-item.ts';
import { type ReadProduct, readPageItem } from '../../../utils/page/items/read-product.ts';
import { site as amazon } from '../../../utils/sites/amazon.ts';
import { site as ebay } from '../../../utils/sites/ebay.ts';
import type { ItemRule, Site } from '../../../utils/sites/site.ts';
import { card, comment, livingSite, made } from './item-helpers.ts';
import {
  asked,
  hosts,
  inside,
  list,
  near,
  onLivingPage,
  over,
  sent,
  start,
  tagged,
  tell,
} from './living-page.ts';
import { settle } from './page-helpers.ts';

const rule = livingSite.items?.find(({ kind }) => kind === 'product') ?? ({} as ItemRule);

function read(element: Element, by: ItemRule = rule, site: Site = livingSite): ReadProduct | null {
  const item = readPageItem(element, by, site, () => element);
  if (item?.person) throw new Error('a product is of nobody');
  return item;
}

/** A card that stands in the page, so that the addresses of its links are whole. */
function shown(...parts: Element[]): HTMLElement {
  const item = made('div', { class: 'card' });
  item.append(...parts);
  document.body.replaceChildren(item);
  return item;
}

describe('a product’s card', () => {
  beforeEach(() => {
    window.location.href = 'https://www.instagram.com/shop/';
  });

  test('is the product that its first link leads to; ours stands after the words', () => {
    const item = card('7', 'Brass bell');
    document.body.replaceChildren(item);
    expect(read(item)).toMatchObject({
      key: 'product 7',
      product: { id: '7', url: 'https://www.instagram.com/item/7/' },
      name: item.querySelector('h3'),
    });
    const words = item.querySelectorAll('a')[1];
    expect(read(item, { ...rule, name: 'h4' })?.name).toBe(words);
    words?.remove();
    expect(read(item)?.name).toBe(item.querySelector('a'));
  });

  test('with a link over everything has its words where the rule says', () => {
    const title = made('h3', {}, 'Brass bell');
    const item = shown(made('a', { href: '/item/7/' }, 'Brass bell, now 9 €'), title);
    expect(read(item)?.name).toBe(title);
  });

  const elsewhere: [string, string][] = [
    ['a shop, not a product', '/somebody/'],
    ['the same path on another host', 'https://www.instagram.example/item/7/'],
    ['no address', 'javascript:void(0)'],
    ['broken', 'https://%'],
    ['a number of a kilobyte', `/item/${'7'.repeat(1_001)}/`],
  ];
  test.each(elsewhere)('of which no link leads to a product is none: %s', (_name, href) => {
    expect(read(shown(made('a', { href }, 'Brass bell')))).toBeNull();
  });

  test('that is used again for another product is noticed by its links', () => {
    const item = card('7');
    document.body.replaceChildren(item);
    const before = read(item);
    expect(before && stillShows(before)).toBe(true);
    for (const link of item.querySelectorAll('a')) link.setAttribute('href', '/item/8/');
    expect(before && stillShows(before)).toBe(false);
    expect(read(item)?.key).toBe('product 8');
  });

  test('on Amazon is named by the headline in its link, not by its brand; on eBay without the words for screen readers', () => {
    const titled = (site: Site, html: string) => {
      window.location.href = `https://${site.id === 'amazon' ? 'www.amazon.com' : 'www.ebay.com'}/`;
      const item = shown();
      item.innerHTML = html;
      const [by = rule] = site.items ?? [];
      return read(item, by, site)?.name.textContent;
    };
    const bell =
      '<h2>Lanternworks</h2><a href="/x/dp/B000000021/ref=sr_1"><h2><span>Brass bell</span></h2></a>';
    expect(titled(amazon, bell)).toBe('Brass bell');
    const words = '<span>Brass bell</span><span class="clipped">Opens in a new window</span>';
    const link = 'class="s-card__link" href="https://www.ebay.com/itm/198100000001"';
    expect(titled(ebay, `<a ${link}><div class="s-card__title">${words}</div></a>`)).toBe('Brass bell');
  });
});

describe('on a living page', () => {
  onLivingPage();
  const hostOf = (item: Element) => item.querySelector('a + span') as HTMLElement;
  const dotsOf = (item: Element) =>
    [...(inside(hostOf(item), '.dots')?.children ?? [])].flatMap((dot) =>
      dot instanceof HTMLElement && dot.dataset.colour ? [dot.dataset.colour] : [],
    );
  const buttonsOf = (item: Element) =>
    [...(inside(hostOf(item), '.group')?.children ?? [])].map((button) => button.getAttribute('aria-label'));

  test('a card has its dots, is asked about as a product, and nobody is asked about, gathered or counted for it', async () => {
    const cards = [card('1'), card('2')];
    tagged['instagram:product:#2'] = ['red'];
    list().append(...cards);
    start();
    await near(...cards);
    await vi.waitFor(() => expect(cards.map(dotsOf)).toEqual([[], ['red']]));
    expect(sent('page.dots').flatMap(({ items }) => items)).toEqual([
      ['instagram:product:#1'],
      ['instagram:product:#2'],
    ]);
    expect(hosts().map((host) => host.outerHTML)).toEqual(['<span></span>', '<span></span>']);
    expect(asked()).toEqual([]);
    expect(await tell({ type: 'screen.ask', what: 'look' })).toMatchObject({
      value: { people: 0, comments: 0 },
    });
    expect(await tell({ type: 'screen.ask', what: 'entries' })).toMatchObject({
      ok: true,
      value: [],
    });
  });

  test('it has one button, for tags, and the key tags it as the button does', async () => {
    const item = card('7', 'Brass bell');
    list().append(item);
    start();
    await near(item);
    over(item.querySelector('img') ?? item);
    expect(buttonsOf(item)).toEqual(['Tag']);
    expect(await tell({ type: 'screen.ask', what: 'tag' })).toMatchObject({ ok: true, value: true });
    expect(sent('tagging.open')).toEqual([
      {
        item: {
          kind: 'product',
          platform: 'instagram',
          keys: ['instagram:product:#7'],
          url: 'https://www.instagram.com/item/7/',
          title: 'Brass bell',
        },
      },
    ]);
  });

  test('a card that shows another product has the dots of that one', async () => {
    const item = card('1');
    tagged['instagram:product:#1'] = ['red'];
    tagged['instagram:product:#2'] = ['green'];
    list().append(item);
    start();
    await near(item);
    await vi.waitFor(() => expect(dotsOf(item)).toEqual(['red']));
    for (const link of item.querySelectorAll('a')) link.setAttribute('href', '/item/2/');
    window.dispatchEvent(new Event('scrollend'));
    await settle();
    await vi.waitFor(() => expect(dotsOf(item)).toEqual(['green']));
    expect(hosts()).toHaveLength(1);
  });

  test('comments beside cards keep their marks and both their buttons', async () => {
    const [bell, row] = [card('1'), comment('lin', 'hello')];
    list().append(bell, row);
    start();
    await near(bell, row);
    await vi.waitFor(() => expect(asked()).toEqual([['lin']]));
    over(row);
    expect(buttonsOf(row)).toEqual(['Save creator', 'Tag']);
  });
});
