// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawnOnScreen } from '../../../utils/page/snapshot/still-page.ts';
import { makePictureStage } from '../../../utils/page/snapshot/tiles.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';

const shop = `
  <header id="bar" style="position: sticky; top: 0px; left: 5px;">Shop</header>
  <div id="chat" style="position: fixed; color: red; opacity: 0.9 !important; transition-property: opacity;">Chat</div>
  <div id="plain">Candles</div>
  <img id="lazy" loading="lazy"><img id="eager" loading="eager"><img id="none">`;

let scrolled: { left: number; top: number; behavior: string }[];
const clock = {
  now: () => performance.now(),
  wait: async () => {},
  pause: async () => {},
  drawn: async () => {},
};
let stage: ReturnType<typeof makePictureStage>;
const at = (id: string) => document.getElementById(id) as HTMLElement;
/** Everything that could have been changed. */
const looks = () => document.documentElement.outerHTML;
let before: string;

function trusted(type: string, target: EventTarget = document, more: object = {}): void {
  const event = Object.assign(new Event(type, { bubbles: true }), more);
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}
function visibility(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  history.replaceState({}, '', '/collections/candles');
  document.documentElement.removeAttribute('style');
  document.body.innerHTML = shop;
  document.body.removeAttribute('style');
  for (const image of document.querySelectorAll('img'))
    Object.defineProperty(image, 'complete', { value: true });
  scrolled = [];
  const values = { scrollX: 4, scrollY: 640, innerWidth: 1_295, innerHeight: 900 };
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(window, name, { value, writable: true, configurable: true });
  window.scrollTo = ((to: { left: number; top: number; behavior: string }) => {
    scrolled.push(to);
    Object.assign(window, { scrollX: to.left, scrollY: to.top });
  }) as typeof window.scrollTo;
  stage = makePictureStage(document, clock);
  before = looks();
});
afterEach(() => {
  visibility('visible');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** As the background does it: the first part as it is, the second with nothing left on the screen. */
async function twoParts(job = 'one'): Promise<void> {
  await stage.begin(job, 'scroll');
  await stage.stand(job, 0);
  await stage.stand(job, 900);
}

test('the first part is the page as it is; below it nothing stays on the screen', async () => {
  await stage.begin('one', 'scroll');
  await stage.stand('one', 0);
  expect(at('bar').style.position).toBe('sticky');
  expect(at('lazy').getAttribute('loading')).toBe('eager');
  expect(document.documentElement.style.getPropertyValue('scroll-behavior')).toBe('auto');
  const place = await stage.stand('one', 900);
  expect(place).toMatchObject({ top: 900, visible: true, leaves: 0, takenBack: false, sameAddress: true });
  expect(at('bar').style.position).toBe('relative');
  expect(at('bar').style.top).toBe('auto');
  expect(at('bar').style.getPropertyPriority('position')).toBe('important');
  expect(at('chat').style.opacity).toBe('0');
  expect(at('plain').hasAttribute('style')).toBe(false);
  expect(scrolled.map(({ top, behavior }) => `${top} ${behavior}`)).toEqual(['0 instant', '900 instant']);
});

test('a place is answered for only when it is on the screen', async () => {
  let draw = () => {};
  const slow = { ...clock, drawn: () => new Promise<void>((done) => (draw = done)) };
  stage = makePictureStage(document, slow);
  const settles = async (place: Promise<unknown>) => {
    let settled = false;
    void place.then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(2_000);
    return settled;
  };
  const begun = stage.begin('one', 'scroll');
  expect(await settles(begun)).toBe(false);
  draw();
  expect(await begun).not.toBeNull();
  const stood = stage.stand('one', 900);
  expect(await settles(stood)).toBe(false);
  draw();
  expect(await stood).toMatchObject({ top: 900 });
});

test('drawn is what had three frames; a hidden tab, and one that becomes hidden, draws none', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  let drawn = 0;
  const wait = () => void drawnOnScreen(document).then(() => drawn++);
  wait();
  for (const _frame of ['first', 'second']) {
    frames.shift()?.(0);
    await Promise.resolve();
    expect(drawn).toBe(0);
  }
  frames.shift()?.(0);
  await Promise.resolve();
  expect(drawn).toBe(1);
  wait();
  visibility('hidden');
  await Promise.resolve();
  expect(drawn).toBe(2);
  wait();
  await Promise.resolve();
  expect(drawn).toBe(3);
});

test('at the end everything is as it was, and the page stands where it stood', async () => {
  await twoParts();
  expect(looks()).not.toBe(before);
  stage.end('one');
  expect(looks()).toBe(before);
  expect(window).toMatchObject({ scrollX: 4, scrollY: 640 });
  stage.end('one');
  expect(looks()).toBe(before);
});

test('no order for ten seconds: the background is gone, and the page puts itself back', async () => {
  await twoParts();
  vi.advanceTimersByTime(9_000);
  expect(stage.look('one')).not.toBeNull();
  vi.advanceTimersByTime(9_000);
  expect(looks()).not.toBe(before);
  vi.advanceTimersByTime(1_500);
  expect(looks()).toBe(before);
  expect(window.scrollY).toBe(640);
  expect(stage.look('one')).toBeNull();
  expect(await stage.stand('one', 1_800)).toBeNull();
  expect(scrolled.at(-1)?.top).toBe(640);
});

test('a page that is left is put back before it goes into the browser’s memory', async () => {
  await twoParts();
  window.dispatchEvent(new Event('pagehide'));
  expect(looks()).toBe(before);
  expect(stage.look('one')).toBeNull();
});

test('another address inside the site: styles go back, the other page is not scrolled', async () => {
  await twoParts();
  history.pushState({}, '', '/products/amber');
  expect(await stage.stand('one', 1_800)).toMatchObject({ sameAddress: false });
  stage.end('one');
  expect(looks()).toBe(before);
  expect(scrolled).toHaveLength(2);
});

test.each(['wheel', 'touchmove'])('%s: she has her page back at once', async (type) => {
  await twoParts();
  document.dispatchEvent(new Event(type, { bubbles: true }));
  expect(stage.look('one')).toMatchObject({ takenBack: false });
  trusted(type);
  expect(looks()).toBe(before);
  expect(await stage.stand('one', 1_800)).toMatchObject({ takenBack: true });
  stage.end('one');
  // where she scrolled to is where she is
  expect(scrolled).toHaveLength(2);
});

test('a press closes the popup that asked for the picture, and ends nothing', async () => {
  await twoParts();
  for (const type of ['pointerdown', 'mousedown', 'click']) trusted(type);
  expect(stage.look('one')).toMatchObject({ takenBack: false });
  stage.end('one');
});

test('of the keys only Escape takes it back', async () => {
  await twoParts();
  trusted('keydown', document, { key: 'a' });
  expect(stage.look('one')).toMatchObject({ takenBack: false });
  trusted('keydown', document, { key: 'Escape' });
  expect(stage.look('one')).toMatchObject({ takenBack: true });
  expect(looks()).toBe(before);
});

test.each(['pause', 'wait'] as const)(
  'taken back in a %s of preparing: nothing stays changed',
  async (when) => {
    document.body.append(...Array.from({ length: 600 }, () => document.createElement('i')));
    before = looks();
    const pausing = makePictureStage(document, { ...clock, [when]: async () => trusted('wheel') });
    await pausing.begin('one', 'scroll');
    await pausing.stand('one', 900);
    expect(looks()).toBe(before);
  },
);

test('how often it was left is counted from the beginning', async () => {
  await stage.begin('one', 'as-is');
  visibility('hidden');
  expect(stage.look('one')).toMatchObject({ visible: false, leaves: 1 });
  visibility('visible');
  expect(stage.look('one')).toMatchObject({ visible: true, leaves: 1 });
});

test('what is on the screen: nothing is touched, loaded or scrolled', async () => {
  await stage.begin('one', 'as-is');
  await stage.stand('one', 900);
  expect(looks()).toBe(before);
  expect(scrolled).toEqual([]);
  stage.end('one');
  expect(scrolled).toEqual([]);
});

test('without scrolling only waiting pictures are loaded', async () => {
  await stage.begin('one', 'load');
  await stage.stand('one', 900);
  expect(at('lazy').getAttribute('loading')).toBe('eager');
  expect(scrolled).toEqual([]);
  stage.end('one');
  expect(looks()).toBe(before);
});

test('drawn from the middle of the page, what sticks to the window goes back to its place meanwhile', async () => {
  await stage.begin('one', 'load');
  expect(at('bar').style.position).toBe('relative');
  expect(at('chat').style.opacity).toBe('0');
  stage.end('one');
  expect(looks()).toBe(before);
});

test('drawn from the top of the page, it stays where it is', async () => {
  window.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  await stage.begin('one', 'load');
  expect(at('bar').style.position).toBe('sticky');
  expect(at('chat').style.opacity).toBe('0.9');
});

test('a second picture ends the first, whose orders are heard no more', async () => {
  await twoParts('one');
  await stage.begin('two', 'as-is');
  expect(looks()).toBe(before);
  expect(await stage.stand('one', 1_800)).toBeNull();
  stage.end('one');
  expect(stage.look('two')).not.toBeNull();
});

test('what the page changes meanwhile stays as the page wants it', async () => {
  await twoParts();
  at('chat').style.setProperty('opacity', '0.5');
  at('bar').style.setProperty('left', '7px', 'important');
  at('bar').style.setProperty('background', 'blue');
  at('lazy').setAttribute('loading', 'auto');
  stage.end('one');
  expect(at('chat').style.opacity).toBe('0.5');
  expect(at('bar').style.background).toContain('blue');
  expect(at('bar').style.position).toBe('sticky');
  expect(at('bar').style.top).toBe('0px');
  expect(at('bar').style.left).toBe('7px');
  expect(at('lazy').getAttribute('loading')).toBe('auto');
});

test('a page that throws when it is looked at is put back all the same', async () => {
  await twoParts();
  Object.defineProperty(document, 'scrollingElement', {
    configurable: true,
    get() {
      throw new Error('a hostile page');
    },
  });
  expect(() => stage.look('one')).toThrow();
  Reflect.deleteProperty(document, 'scrollingElement');
  stage.end('one');
  expect(looks()).toBe(before);
});
