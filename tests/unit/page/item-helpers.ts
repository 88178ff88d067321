import type { Site } from '../../../utils/sites/site.ts';

/** An element with attributes. */
export function made(name: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

/** An element with content in an open shadow root. */
export function rooted(name: string, ...content: Element[]): HTMLElement {
  const element = made(name);
  element.attachShadow({ mode: 'open' }).append(...content);
  return element;
}

/** A site of which every `/name/` is a profile, every `/p/id/` a post with comments and every `/item/id/` a product. */
export const livingSite: Site = {
  id: 'instagram',
  hosts: ['www.instagram.com'],
  identify(url) {
    const [first = '', second] = url.pathname.split('/').filter(Boolean);
    const at = (path: string) => `https://www.instagram.com${path}`;
    if (first === 'p' && second) return { kind: 'post', id: second, url: at(`/p/${second}/`) };
    if (first === 'id' && second) return { kind: 'profile', id: second, url: at(`/id/${second}/`) };
    if (first === 'item' && second) return { kind: 'product', id: second, url: at(`/item/${second}/`) };
    return first && !second
      ? { kind: 'profile', id: first.toLowerCase(), handle: first, url: at(`/${first}/`) }
      : null;
  },
  profileAnchors: [],
  items: [
    {
      kind: 'comment',
      root: 'li.comment',
      author: 'a.by',
      text: '.text',
      permalink: 'a.time',
      thread: 'li.thread',
    },
    { kind: 'creator', root: '.row', author: 'a' },
    { kind: 'comment', on: ['inbox'], root: 'li.never', author: 'a' },
    { kind: 'comment', root: 'x-comments >>> x-thread >>> x-comment', author: 'x-user >>> a' },
    { kind: 'product', root: '.card', author: 'a', name: 'h3' },
  ],
};

/** A comment of the site above. */
export function comment(handle: string, text: string, id = ''): HTMLElement {
  const item = made('li', { class: 'comment' });
  item.append(made('a', { class: 'by', href: `/${handle}/` }, handle), made('span', { class: 'text' }, text));
  if (id) item.append(made('a', { class: 'time', href: `/p/abc/c/${id}/` }, '2 d'));
  return item;
}

/** A product's card: a link around its picture and one around its words, which the rule of the site above names. */
export function card(id: string, title = `Bell ${id}`): HTMLElement {
  const item = made('div', { class: 'card' });
  const [picture, words] = [made('a', { href: `/item/${id}/` }), made('a', { href: `/item/${id}/?ref=x` })];
  picture.append(made('img', { alt: '' }));
  words.append(made('h3', {}, title));
  item.append(picture, words, made('span', {}, '€ 9'));
  return item;
}

/** Comments in a thread. */
export function thread(...comments: Element[]): HTMLElement {
  const item = made('li', { class: 'thread' });
  const list = made('ul');
  list.append(...comments);
  item.append(list);
  return item;
}
