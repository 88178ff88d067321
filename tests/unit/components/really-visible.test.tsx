// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useReallyVisible } from '../../../components/frame/use-really-visible.ts';

/** One browser's observer of visibility, of which the test says what it tells. */
class Observer {
  static last: Observer;
  observed = 0;
  private readonly heard: (entries: unknown[]) => void;
  constructor(heard: (entries: unknown[]) => void) {
    this.heard = heard;
    Observer.last = this;
  }
  observe() {
    this.observed += 1;
  }
  unobserve() {}
  disconnect() {}
  tell(isVisible: boolean, seen: number, height: number, top = 0) {
    const boundingClientRect = new DOMRect(0, 0, 360, height);
    const intersectionRect = new DOMRect(0, top, 360, seen);
    act(() =>
      this.heard([{ isVisible, intersectionRatio: seen / height, boundingClientRect, intersectionRect }]),
    );
  }
}

function Sight() {
  const ref = useRef<HTMLDivElement>(null);
  const { visible, covered } = useReallyVisible(ref);
  return <div ref={ref}>{covered ? 'covered' : visible ? 'visible' : 'not yet'}</div>;
}

const wait = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));
const said = () => screen.getByText(/./).textContent;
const grow = (height: number) => {
  window.innerHeight = height;
  window.dispatchEvent(new Event('resize'));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible() {
        return true;
      }
    },
  );
  window.innerWidth = 360;
  window.innerHeight = 575;
  render(<Sight />);
  Observer.last.tell(true, 575, 575);
  wait(300);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it counts as visible after it was to be seen for long enough, and no longer when it is covered', () => {
  expect(said()).toBe('visible');
  Observer.last.tell(false, 575, 575);
  expect(said()).toBe('not yet');
  wait(899);
  expect(said()).toBe('not yet');
  wait(1);
  expect(said()).toBe('covered');
  Observer.last.tell(true, 575, 575);
  wait(299);
  expect(said()).toBe('covered');
  wait(1);
  expect(said()).toBe('visible');
});

test('a frame that grew stays visible while the browser still tells the size before', () => {
  grow(635);
  grow(691);
  Observer.last.tell(true, 635, 691);
  expect(said()).toBe('visible');
  Observer.last.tell(true, 691, 691);
  wait(2_000);
  expect(said()).toBe('visible');
  expect(Observer.last.observed).toBe(1);
});

test('also one that shrank before, of which the browser says nothing', () => {
  grow(716);
  Observer.last.tell(true, 716, 716);
  grow(575);
  grow(691);
  Observer.last.tell(true, 575, 691);
  expect(said()).toBe('visible');
});

test('what stays cut off is looked at again and then counts as it is', () => {
  grow(691);
  Observer.last.tell(true, 635, 691);
  wait(299);
  expect(Observer.last.observed).toBe(1);
  wait(1);
  expect(Observer.last.observed).toBe(2);
  Observer.last.tell(true, 635, 691);
  expect(said()).toBe('not yet');
});

test.each([
  ['covered', () => Observer.last.tell(false, 635, 691)],
  ['cut to less than it showed', () => Observer.last.tell(true, 500, 691)],
  ['cut at its head', () => Observer.last.tell(true, 600, 691, 91)],
])('growing hides nothing from it: %s', (_how, tell) => {
  grow(691);
  tell();
  expect(said()).toBe('not yet');
});

test('a frame that did not grow and is cut off is not visible', () => {
  Observer.last.tell(true, 500, 575);
  expect(said()).toBe('not yet');
});
