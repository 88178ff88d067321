import { afterEach, expect, test, vi } from 'vitest';
import { type NavigationView, watchNavigation } from '../../../utils/page/navigation.ts';

afterEach(() => vi.useRealTimers());

function fakeView(withApi: boolean) {
  const location = { href: 'https://www.instagram.com/lin.studio/' };
  const navigation = withApi ? new EventTarget() : undefined;
  const view = Object.assign(new EventTarget(), { location, navigation }) satisfies NavigationView;
  return { view, location, navigation };
}

function watch(view: NavigationView) {
  const stop = new AbortController();
  const seen: [string, boolean][] = [];
  watchNavigation((href, restored) => seen.push([href, restored]), stop.signal, view);
  return { stop, seen };
}

const pageShow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });

test('the first page is announced at once', () => {
  const { view } = fakeView(true);
  expect(watch(view).seen).toEqual([['https://www.instagram.com/lin.studio/', false]]);
});

test('a move counts after it succeeded, with the new address, and only once', () => {
  const { view, location, navigation } = fakeView(true);
  const { seen } = watch(view);
  navigation?.dispatchEvent(new Event('navigate'));
  location.href = 'https://www.instagram.com/mo.ceramics/';
  expect(seen).toHaveLength(1);
  navigation?.dispatchEvent(new Event('navigatesuccess'));
  expect(seen.slice(1)).toEqual([['https://www.instagram.com/mo.ceramics/', false]]);
  view.dispatchEvent(new Event('popstate'));
  expect(seen).toHaveLength(2);
});

test('without the Navigation API the address is looked at every second', () => {
  vi.useFakeTimers();
  const { view, location } = fakeView(false);
  const { seen, stop } = watch(view);
  location.href = 'https://www.instagram.com/mo.ceramics/';
  vi.advanceTimersByTime(1_000);
  expect(seen).toHaveLength(2);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});

test('with the Navigation API no timer runs', () => {
  vi.useFakeTimers();
  watch(fakeView(true).view);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that comes back from the back/forward cache starts anew under the same address', () => {
  const { view } = fakeView(true);
  const { seen } = watch(view);
  view.dispatchEvent(pageShow(false));
  expect(seen).toHaveLength(1);
  view.dispatchEvent(pageShow(true));
  expect(seen[1]).toEqual(['https://www.instagram.com/lin.studio/', true]);
});

test('nothing is heard after the signal', () => {
  const { view, location, navigation } = fakeView(true);
  const { seen, stop } = watch(view);
  stop.abort();
  location.href = 'https://www.instagram.com/mo.ceramics/';
  navigation?.dispatchEvent(new Event('navigatesuccess'));
  view.dispatchEvent(new Event('popstate'));
  view.dispatchEvent(pageShow(true));
  expect(seen).toHaveLength(1);
});
