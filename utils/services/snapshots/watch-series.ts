import { ok } from '../../domain/result.ts';
import type { WatchSeries } from '../../messaging/protocol/watch.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

/** Looks of one answer: more than a year of one a day. */
const mostLooks = 500;

/** The figures of a page over time. A product's line begins where it was first seen and has a point where its price was another one. */
export const watchSeries: Service<'watch.series'> = ({ watchedPageId }, call) =>
  readOnce(call, ['pageFigures'], async (reader) => {
    const range = IDBKeyRange.bound([watchedPageId, ''], [watchedPageId, []]);
    const newest = await reader.newest('pageFigures', 'pageAt', range, mostLooks + 1);
    const rows = newest.slice(0, mostLooks).reverse();
    const lines = new Map<string, WatchSeries['prices'][number]>();
    for (const { id, at, prices } of rows) {
      for (const { key, title, price } of prices) {
        const line = lines.get(key) ?? { key, points: [] };
        lines.set(key, line);
        if (title !== undefined) line.title = title;
        line.points.push({ at, snapshotId: id, price });
      }
    }
    const looks = rows.map(
      ({ prices: _prices, createdAt: _made, updatedAt: _changed, watchedPageId: _page, id, ...look }) => ({
        ...look,
        snapshotId: id,
      }),
    );
    return ok({ looks, prices: [...lines.values()], cut: newest.length > mostLooks });
  });
