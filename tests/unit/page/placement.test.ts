import { expect, test } from 'vitest';
import { besideBox, placesBesideText } from '../../../utils/page/placement.ts';

const besideText = (...of: Parameters<typeof placesBesideText>) => placesBesideText(...of)[0];

const line = { left: 100, top: 40, right: 180, bottom: 60 };
const room = { left: 0, top: 0, right: 800, bottom: 600 };
const viewport = { width: 800, height: 600 };

test('a button stands after the end of the text, in the middle of its line', () => {
  expect(besideText(line, line, 24, 6, room)).toEqual({ left: 186, top: 38 });
});

test('a button stays inside what can be seen, so that no scroll bar appears', () => {
  expect(besideText({ ...line, right: 799 }, line, 24, 6, room)?.left).toBe(776);
  expect(besideText(line, line, 24, 6, { ...room, right: 10 })?.left).toBe(0);
});

test('a button stays inside a name of several lines, where what follows cannot lie over it', () => {
  const own = { left: 100, top: 20, right: 400, bottom: 60 };
  expect(besideText(line, own, 24, 6, room)?.top).toBe(36);
  expect(besideText({ ...line, top: 20, bottom: 40 }, own, 24, 6, room)?.top).toBe(20);
});

test('where the end of the text is taken, its start and then the space above are next', () => {
  expect(placesBesideText(line, line, 24, 6, room).slice(1)).toEqual([
    { left: 70, top: 38 },
    { left: 156, top: 16 },
  ]);
  const atTheEdge = { ...line, left: 4 };
  expect(placesBesideText(atTheEdge, atTheEdge, 24, 6, room).slice(1)).toEqual([{ left: 156, top: 16 }]);
});

test('a card goes under its button, over it near the bottom, beside it where neither has room', () => {
  const size = { width: 380, height: 200 };
  expect(besideBox(line, size, viewport, 8)).toEqual({ left: 100, top: 68, width: 380, height: 200 });
  const low = { left: 100, top: 540, right: 124, bottom: 564 };
  expect(besideBox(low, size, viewport, 8)).toEqual({ left: 100, top: 332, width: 380, height: 200 });
  const high = { ...size, height: 560 };
  expect(besideBox(line, high, viewport, 8)).toEqual({ left: 188, top: 32, width: 380, height: 560 });
});

test('a card never leaves the window, however small that is', () => {
  const at = besideBox(line, { width: 380, height: 900 }, { width: 320, height: 400 }, 8);
  expect(at).toEqual({ left: 8, top: 8, width: 304, height: 384 });
});

test('a card without a button goes to the upper right', () => {
  expect(besideBox(null, { width: 380, height: 200 }, viewport, 8)).toMatchObject({ left: 412, top: 8 });
});
