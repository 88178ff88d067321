import type { ScreenItems } from '../../domain/screen-item.ts';
import type { ItemView } from './item-view.ts';
import type { PageItem } from './read-product.ts';

/** Items whose places are told, at most. */
const most = 100;
/** Less of an item than this in the window is no picture of it, CSS pixels. */
const least = 16;

/** Which items stand in the window, and where. Read when the person asks for a picture of one: it asks the browser for the layout. */
export function placesIn(
  document: Document,
  views: Iterable<ItemView>,
  keysOf: (item: PageItem) => string[],
): ScreenItems {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const items: ScreenItems['items'] = [];
  for (const { item } of views) {
    if (items.length === most) break;
    const box = item.element.getBoundingClientRect();
    const isIn =
      Math.min(box.right, width) - Math.max(box.left, 0) >= least &&
      Math.min(box.bottom, height) - Math.max(box.top, 0) >= least;
    const keys = isIn ? keysOf(item) : [];
    if (keys.length > 0)
      items.push({ keys, left: box.left, top: box.top, width: box.width, height: box.height });
  }
  return { items };
}
