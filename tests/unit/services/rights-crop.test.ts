import { expect, test, vi } from 'vitest';
import type { PagePlace } from '../../../utils/domain/page-place.ts';
import { inside } from '../../../utils/services/rights/crop-canvas.ts';
import { type CropParts, takeCrop } from '../../../utils/services/rights/take-crop.ts';
import { codeOf, good } from '../../support/memory-notebook.ts';

const place: PagePlace = {
  top: 0,
  height: 3_000,
  seenWidth: 1_000,
  seenHeight: 700,
  windowWidth: 1_015,
  visible: true,
  leaves: 0,
  takenBack: false,
  sameAddress: true,
};
const keys = ['instagram:post:#P1'];
const item = { keys, left: 100, top: 600, width: 400, height: 300 };
const packed = { type: 'image/webp' as const, width: 1, height: 1, bytes: new Uint8Array(1) };

/** A tab in which one post stands at the lower end of the window. */
function tab(changes: Partial<CropParts> = {}) {
  const parts = {
    items: async () => ({ items: [item] }),
    begin: async () => place,
    look: async () => place,
    end: vi.fn(async () => undefined),
    shoot: vi.fn(async () => new Blob(['shot'])),
    pack: vi.fn(async () => packed),
    ...changes,
  };
  return parts as typeof parts & CropParts;
}

test('of the item what is in the window is cut out, and the page gets back what is its own', async () => {
  const parts = tab();
  expect(good(await takeCrop(parts, keys))).toEqual(packed);
  const part = { left: 100, top: 600, width: 400, height: 100 };
  expect(parts.pack).toHaveBeenCalledWith(expect.any(Blob), part, 1_015);
  expect(parts.end).toHaveBeenCalledTimes(1);
});

test('without an item all that is seen of the page', async () => {
  const parts = tab();
  good(await takeCrop(parts, null));
  const part = { left: 0, top: 0, width: 1_000, height: 700 };
  expect(parts.pack).toHaveBeenCalledWith(expect.any(Blob), part, 1_015);
});

test('of two that mean the same the larger one', async () => {
  const small = { ...item, left: 5, top: 5, width: 40, height: 40 };
  const parts = tab({ items: async () => ({ items: [small, item, { ...small, keys: ['x:post:#P2'] }] }) });
  good(await takeCrop(parts, keys));
  expect(parts.pack).toHaveBeenCalledWith(expect.any(Blob), expect.objectContaining({ left: 100 }), 1_015);
});

/** Looked at a second time, it stands elsewhere. */
const moving = () => {
  let looks = 0;
  const items = async () => {
    looks += 1;
    return { items: [{ ...item, top: item.top - 50 * looks }] };
  };
  return { items };
};
test.each([
  ['the item is not there', { items: async () => ({ items: [{ ...item, keys: ['x:post:#P2'] }] }) }],
  ['no script of ours is there', { items: async () => null }],
  ['the item moved while its picture was taken', moving()],
  ['only an edge of it is in the window', { items: async () => ({ items: [{ ...item, top: 695 }] }) }],
  ['another tab came to the front', { look: async () => ({ ...place, leaves: 1 }) }],
  ['the page went to another address', { look: async () => ({ ...place, sameAddress: false }) }],
  ['the page is gone', { begin: async () => null }],
])('no picture where %s', async (_why, changes) => {
  const parts = tab(changes);
  expect(codeOf(await takeCrop(parts, keys))).toBe('not-found');
  expect(parts.pack).not.toHaveBeenCalled();
  expect(parts.end).toHaveBeenCalledTimes(1);
});

test('says that the browser does not permit pictures', async () => {
  const refused = async () => {
    throw new Error("Either the '<all_urls>' or 'activeTab' permission is required.");
  };
  const parts = tab({ shoot: refused });
  expect(codeOf(await takeCrop(parts, keys))).toBe('no-access');
  expect(parts.end).toHaveBeenCalledTimes(1);
});

test('a part is cut at the edges of the window', () => {
  const window = { width: 1_000, height: 700 };
  expect(inside({ left: -20, top: -30, width: 100, height: 100 }, window)).toEqual({
    left: 0,
    top: 0,
    width: 80,
    height: 70,
  });
  expect(inside({ left: 990, top: 0, width: 100, height: 100 }, window)).toBeNull();
});
