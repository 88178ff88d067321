import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PagePlace } from '../../../utils/domain/page-place.ts';
import { blobOfAddress } from '../../../utils/services/snapshots/picture-browser.ts';
import { makePacedShots, NoPicture, refusalOf } from '../../../utils/services/snapshots/picture-shots.ts';
import { takePicture } from '../../../utils/services/snapshots/take-picture.ts';
import { picturedPage } from '../../support/pictured-page.ts';

const never = new AbortController().signal;
const tooMany = () => {
  throw new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.');
};

let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

test('the whole page, window by window, each place once, put back before it is packed', async () => {
  const page = picturedPage();
  const outcome = await takePicture(page.parts, true, never);
  expect(outcome).toMatchObject({ state: 'taken', cut: false, visibleOnly: false });
  expect(page.log[0]).toBe('begin scroll');
  expect(page.drawn.map(({ top }) => top)).toEqual([0, 900, 1_800, 2_700, 3_600, 4_500]);
  // the window cannot go below the page's end: of the last one only what is new
  expect(page.drawn.at(-1)).toMatchObject({ from: 400, height: 500 });
  expect(page.drawn.reduce((sum, { height }) => sum + height, 0)).toBe(5_000);
  expect(page.log.indexOf('end')).toBeLessThan(page.log.indexOf('pack'));
  expect(page.shares.at(-1)).toBe(1);
});

test('while the browser takes long over one picture, the page hears that it is still wanted', async () => {
  vi.useFakeTimers();
  try {
    const { parts } = picturedPage({ height: 900 });
    let looks = 0;
    const slow = {
      ...parts,
      look: () => {
        looks++;
        return parts.look();
      },
      shoot: async () => {
        await new Promise((done) => setTimeout(done, 14_000));
        return new Blob(['picture']);
      },
    };
    const taken = takePicture(slow, true, never);
    await vi.advanceTimersByTimeAsync(13_900);
    // never ten seconds without a word
    expect(looks).toBe(3);
    await vi.advanceTimersByTimeAsync(200);
    expect(await taken).toMatchObject({ state: 'taken' });
    const after = looks;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(after);
  } finally {
    vi.useRealTimers();
  }
});

test('what is on the screen: one picture, nothing moves', async () => {
  const page = picturedPage({ top: 1_300 });
  const outcome = await takePicture(page.parts, false, never);
  expect(outcome).toMatchObject({ state: 'taken', visibleOnly: true, cut: true });
  expect(page.log.filter((line) => line.startsWith('begin'))).toEqual(['begin as-is']);
  expect(page.state.place?.top).toBe(1_300);
  expect(page.starts).toHaveLength(1);
  expect(page.drawn).toMatchObject([{ top: 0, from: 0, height: 900 }]);
});

test('a page without end is cut at 20 windows or 20,000 px, and says so', async () => {
  const feed = picturedPage({ height: 60_000 });
  expect(await takePicture(feed.parts, true, never)).toMatchObject({ state: 'taken', cut: true });
  expect(feed.starts).toHaveLength(20);
  const tall = picturedPage({ height: 60_000 });
  if (tall.state.place) tall.state.place.seenHeight = 2_000;
  expect(await takePicture(tall.parts, true, never)).toMatchObject({ state: 'taken', cut: true });
  expect(tall.drawn.reduce((sum, { height }) => sum + height, 0)).toBe(20_000);
});

test('a page that grows while it is scrolled is followed', async () => {
  const page = picturedPage({ height: 1_800 });
  page.state.onShot = (number) => {
    if (number === 2 && page.state.place) page.state.place.height = 2_700;
  };
  await takePicture(page.parts, true, never);
  expect(page.drawn.map(({ top }) => top)).toEqual([0, 900, 1_800]);
});

test('from start to start at least 550 ms, whoever wants a picture', async () => {
  const page = picturedPage({ height: 9_000 });
  const paced = makePacedShots(page.clock);
  page.parts.shoot = (signal) => paced(page.shoot, signal);
  await takePicture(page.parts, true, never);
  await paced(page.shoot, never);
  const gaps = page.starts.slice(1).map((start, index) => start - (page.starts[index] ?? 0));
  expect(gaps).toHaveLength(10);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(550);
  expect(Math.max(...gaps)).toBeLessThan(600);
});

test('the limit once: waited for and tried again, no part is lost', async () => {
  const page = picturedPage();
  page.state.onShot = (number) => {
    if (number === 3 || number === 4) tooMany();
  };
  const paced = makePacedShots(page.clock);
  page.parts.shoot = (signal) => paced(page.shoot, signal);
  expect(await takePicture(page.parts, true, never)).toMatchObject({ state: 'taken' });
  expect(page.drawn.map(({ top }) => top)).toEqual([0, 900, 1_800, 2_700, 3_600, 4_500]);
  expect((page.starts[3] ?? 0) - (page.starts[2] ?? 0)).toBeGreaterThanOrEqual(600);
  expect((page.starts[4] ?? 0) - (page.starts[3] ?? 0)).toBeGreaterThanOrEqual(1_200);
});

test('the limit again and again: no picture, with the reason', async () => {
  const page = picturedPage();
  page.state.onShot = tooMany;
  const paced = makePacedShots(page.clock);
  page.parts.shoot = (signal) => paced(page.shoot, signal);
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason: 'quota' });
  expect(page.starts).toHaveLength(4);
  expect(page.log.at(-1)).toBe('end');
});

test.each([
  ["Either the '<all_urls>' or 'activeTab' permission is required.", 'no-permission'],
  ['Missing activeTab permission', 'no-permission'],
  ['No tab with id: 7.', 'tab-hidden'],
  ['The encoder said no', 'failed'],
])('%s: %s, and the page is put back', async (words, reason) => {
  const page = picturedPage();
  page.state.onShot = () => {
    throw new Error(words);
  };
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason });
  expect(page.log.at(-1)).toBe('end');
  // only what nobody expected is a bug
  expect(errors).toHaveBeenCalledTimes(reason === 'failed' ? 1 : 0);
});

test('a tab that is left is waited for, and what was taken meanwhile is thrown away', async () => {
  const page = picturedPage();
  const { state } = page;
  state.onShot = (number) => {
    if (number !== 2 || !state.place) return;
    // another tab comes to the front while the picture is taken
    state.place.visible = false;
    state.place.leaves = 1;
  };
  state.onSleep = () => {
    if (state.place && state.time > 5_000) state.place.visible = true;
  };
  expect(await takePicture(page.parts, true, never)).toMatchObject({ state: 'taken' });
  expect(state.time).toBeGreaterThan(5_000);
  expect(page.starts).toHaveLength(7);
  expect(page.drawn.map(({ top }) => top)).toEqual([0, 900, 1_800, 2_700, 3_600, 4_500]);
});

test('a tab that was left and is back before anybody looks: its picture may be another tab’s', async () => {
  const page = picturedPage();
  page.state.onShot = (number) => {
    if (number === 2 && page.state.place) page.state.place.leaves += 1;
  };
  expect(await takePicture(page.parts, true, never)).toMatchObject({ state: 'taken' });
  expect(page.starts).toHaveLength(7);
  expect(page.drawn).toHaveLength(6);
});

test('a tab that stays hidden gets no picture', async () => {
  const page = picturedPage();
  if (page.state.place) page.state.place.visible = false;
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason: 'tab-hidden' });
  expect(page.starts).toHaveLength(0);
  expect(page.state.time).toBeLessThan(70_000);
  expect(page.log.at(-1)).toBe('end');
});

test.each<[string, Partial<PagePlace> | null, string]>([
  ['is taken back by the person', { takenBack: true }, 'cancelled'],
  ['is left for another address', { sameAddress: false }, 'tab-hidden'],
  ['is gone', null, 'tab-hidden'],
])('a page that %s gets no picture', async (_what, now, reason) => {
  const page = picturedPage();
  const { state } = page;
  state.onShot = (number) => {
    if (number === 3) state.place = now && state.place && { ...state.place, ...now };
  };
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason });
  expect(page.drawn).toHaveLength(2);
  expect(page.log.at(-1)).toBe('end');
});

test('cancelled: nothing is kept, the page is put back', async () => {
  const page = picturedPage();
  const stop = new AbortController();
  page.state.onShot = (number) => {
    if (number === 3) stop.abort();
  };
  expect(await takePicture(page.parts, true, stop.signal)).toEqual({ state: 'missing', reason: 'cancelled' });
  expect(page.log).not.toContain('pack');
  expect(page.log.at(-1)).toBe('end');
});

test('a page that never holds still is given up', async () => {
  const page = picturedPage();
  page.state.onShot = () => {
    if (page.state.place) page.state.place.top += 10;
  };
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason: 'tab-hidden' });
  expect(page.starts).toHaveLength(6);
});

test('where the browser draws any part of a page nothing is scrolled, hidden tabs too', async () => {
  const page = picturedPage({ top: 700 });
  if (page.state.place) page.state.place.visible = false;
  page.parts.shootPart = page.shootPart;
  expect(await takePicture(page.parts, true, never)).toMatchObject({ state: 'taken', cut: false });
  expect(page.log.filter((line) => /^(begin|stand|shot)/.test(line))).toEqual(['begin load']);
  expect(page.partShots).toEqual([
    { part: { left: 0, top: 0, width: 1_280, height: 4_096 }, scale: 0.5 },
    { part: { left: 0, top: 4_096, width: 1_280, height: 904 }, scale: 0.5 },
  ]);
  const seen = picturedPage({ top: 700 });
  seen.parts.shootPart = seen.shootPart;
  await takePicture(seen.parts, false, never);
  expect(seen.log[0]).toBe('begin as-is');
  expect(seen.partShots.map(({ part }) => part)).toEqual([{ left: 0, top: 700, width: 1_280, height: 900 }]);
});

test('a page that is another one by the last part gets no picture', async () => {
  const page = picturedPage();
  page.parts.shootPart = page.shootPart;
  page.state.onShot = (number) => {
    if (number === 2 && page.state.place) page.state.place.sameAddress = false;
  };
  expect(await takePicture(page.parts, true, never)).toEqual({ state: 'missing', reason: 'tab-hidden' });
});

test('what the browser gives becomes bytes; anything else is no picture', () => {
  expect(blobOfAddress(`data:image/png;base64,${btoa('abc')}`)).toMatchObject({ type: 'image/png', size: 3 });
  for (const address of [
    '',
    'data:image/png;base64,',
    'https://shop.example/a.png',
    'data:text/html;base64,YQ==',
  ])
    expect(() => blobOfAddress(address)).toThrow(NoPicture);
  expect(refusalOf(new NoPicture('cancelled', ''))).toBe('cancelled');
});
