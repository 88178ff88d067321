// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { findAnswered } from '../../../utils/page/palette/find-answered.ts';
import type { Site } from '../../../utils/sites/site.ts';

const site: Site = {
  id: 'youtube',
  hosts: ['www.youtube.com'],
  profileAnchors: [],
  identify(url) {
    const handle = /^\/@([\w.]+)$/.exec(url.pathname)?.[1];
    return handle ? { kind: 'profile', handle, url: url.href } : null;
  },
  items: [
    {
      kind: 'comment',
      root: '.comment',
      author: 'a.author',
      text: '.words',
      permalink: 'a.time',
      thread: '.thread',
    },
    { kind: 'post', root: 'article', author: 'a.author', text: '.words' },
  ],
};
const noPress = () => null;

const comment = (handle: string, words: string) =>
  `<div class="comment"><a class="author" href="https://www.youtube.com/@${handle}">${handle}</a><p class="words">${words}</p><button>Reply</button></div>`;
const box = (id: string) => `<textarea id="${id}"></textarea>`;

/** The handle and the text of what the composer of that id answers. */
function answers(
  id: string,
  draft = '',
  press: ReturnType<typeof noPress> | { element: Element; at: number } = null,
) {
  const composer = document.getElementById(id);
  if (!composer) throw new Error(id);
  const found = findAnswered(document, site, { kind: 'post', url: '' }, composer, draft, () => press);
  return found && `${found.item.rule.kind} ${found.item.person.handle}: ${found.text}`;
}

beforeEach(() => {
  window.location.href = 'https://www.youtube.com/watch?v=1';
  document.body.innerHTML = '';
});

test('a box inside a comment answers it, one below it in its thread the one right before', () => {
  document.body.innerHTML = `
    ${box('top')}
    <div class="thread">${comment('ann', 'first')}${box('below')}<div>${comment('ben', 'second')}${box('after')}</div></div>
    <div class="thread">${comment('dan', 'fourth')}${comment('eva', 'fifth')}${box('end')}</div>
    <div class="thread">${comment('cem', 'third').replace('</div>', `${box('inside')}</div>`)}</div>`;
  expect(answers('below')).toBe('comment ann: first');
  expect(answers('after')).toBe('comment ben: second');
  expect(answers('end')).toBe('comment eva: fifth');
  expect(answers('inside')).toBe('comment cem: third');
});

test('the page’s own box above or below all comments answers none of them', () => {
  document.body.innerHTML = `${box('top')}<div class="thread">${comment('ann', 'first')}</div><div class="thread">${comment('ben', 'second')}</div>${box('bottom')}`;
  expect(answers('top')).toBeNull();
  expect(answers('bottom')).toBeNull();
});

test('a press on "Reply" tells where the box stands elsewhere; a stale one does not', () => {
  document.body.innerHTML = `<div class="thread">${comment('ann', 'first')}</div><div class="thread">${comment('ben', 'second')}</div>${box('bottom')}`;
  const [button] = document.querySelectorAll('button');
  if (!button) throw new Error('no button');
  expect(answers('bottom', '', { element: button, at: performance.now() })).toBe('comment ann: first');
  expect(answers('bottom', '', { element: button, at: performance.now() - 60_000 })).toBeNull();
});

test('the handle that the draft begins with tells as well', () => {
  document.body.innerHTML = `<div class="thread">${comment('ann', 'first')}</div><div class="thread">${comment('ben', 'second')}</div>${box('bottom')}`;
  expect(answers('bottom', '@ann ')).toBe('comment ann: first');
  expect(answers('bottom', '@nobody ')).toBeNull();
});

test('a box in a post that is under no comment answers the post', () => {
  document.body.innerHTML = `<article><a class="author" href="https://www.youtube.com/@lin">lin</a><p class="words">new kettle</p>${box('post')}</article>`;
  expect(answers('post')).toBe('post lin: new kettle');
});

test('who an author is comes from the address behind the link and never from its words', () => {
  document.body.innerHTML = `<div class="thread"><div class="comment"><a class="author" href="https://evil.example/@ann">@ann</a><p class="words">x</p></div>${box('below')}</div>`;
  expect(answers('below')).toBeNull();
});

test('markup in a comment is text', () => {
  document.body.innerHTML = `<div class="thread">${comment('ann', '&lt;img src=x onerror=alert(1)&gt; {{ brand.name }}')}${box('below')}</div>`;
  expect(answers('below')).toBe('comment ann: <img src=x onerror=alert(1)> {{ brand.name }}');
});
