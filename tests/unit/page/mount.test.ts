// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Mounts, makeMounts } from '../../../utils/page/mount.ts';
import { seeClosedRoots } from './page-helpers.ts';

let roots: Map<HTMLElement, ShadowRoot>;
let stop: AbortController;
let mounts: Mounts;
const drawn = vi.fn();

beforeEach(() => {
  document.body.replaceChildren();
  document.body.insertAdjacentHTML('beforeend', '<header><h2>lin.studio</h2><a><b>mo</b></a></header>');
  roots = seeClosedRoots();
  stop = new AbortController();
  mounts = makeMounts(document, 'auto', stop.signal);
  drawn.mockReset();
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const place = (anchor: Element | null) => mounts.place('profile', anchor, drawn);

test('the page sees one empty element without attributes, and no way into it', () => {
  const mount = place(find('h2'));
  expect(find('h2').innerHTML).toBe(`lin.studio<${mount?.host.localName}></${mount?.host.localName}>`);
  expect(mount?.host.shadowRoot).toBeNull();
  expect(roots.size).toBe(1);
  expect(find('h2').textContent).toBe('lin.studio');
});

test('a name inside a link gets its button after the link', () => {
  const mount = place(find('b'));
  expect(find('a').nextSibling).toBe(mount?.host);
});

test('an item keeps its button when the site draws the name anew', () => {
  const first = place(find('h2'));
  const fresh = document.createElement('h2');
  find('h2').replaceWith(fresh);
  expect(mounts.stands('profile')).toBe(false);
  const second = place(fresh);
  expect(second?.host).toBe(first?.host);
  expect(fresh.lastChild).toBe(first?.host);
  expect(drawn).toHaveBeenCalledTimes(1);
  expect(mounts.stands('profile')).toBe(true);
});

test('without a name the button goes to the corner, and to the name when it comes', () => {
  const mount = place(null);
  expect(mount?.host.parentElement).toBe(document.documentElement);
  place(find('h2'));
  expect(mount?.host.parentElement).toBe(find('h2'));
  expect(mount?.stage.className).toBe('');
});

test('a page that keeps taking the button away gets its will', () => {
  let kept = place(find('h2'));
  let times = 0;
  while (kept && times < 50) {
    kept.host.remove();
    times += 1;
    kept = place(find('h2'));
  }
  expect(kept).toBeNull();
  expect(times).toBeLessThan(20);
});

test('key and mouse events on the button do not reach the site', () => {
  const mount = place(find('h2'));
  const heard = vi.fn();
  const types = ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'pointerdown'];
  for (const type of types) document.addEventListener(type, heard);
  for (const type of types) mount?.stage.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  for (const type of types) document.removeEventListener(type, heard);
  expect(heard).not.toHaveBeenCalled();
});

test('everything goes with the signal', () => {
  place(find('h2'));
  stop.abort();
  expect(find('h2').innerHTML).toBe('lin.studio');
  expect(place(find('h2'))).toBeNull();
});
