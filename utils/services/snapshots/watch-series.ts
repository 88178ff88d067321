import { ok } from '../../domain/result.ts';
import type { PageFigures } from '../../domain/watch-state.ts';
import type { WatchSeries } from '../../messaging/protocol/watch.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

/** Looks of one answer: more than a year of one a day. */
const mostLooks = 500;

/**
 * Visits and refreshes may see different lists: in one line they would zigzag. The way by which most looks came is shown, and before its
 * first look what others saw.
 * @param rows oldest first
 */
function oneWay(rows: readonly PageFigures[]): readonly PageFigures[] {
  const counts = new Map<PageFigures['via'], number>();
  for (const { via } of rows) counts.set(via, (counts.get(via) ?? 0) + 1);
  // of two that came equally often the one that began later
  const [most] = [...counts].reverse().sort(([, a], [, b]) => b - a);
  if (!most || counts.size === 1) return rows;
  const first = rows.findIndex(({ via }) => via === most[0]);
  return rows.filter(({ via }, at) => at < first || via === most[0]);
}

/** The figures of a page over time. A product's line begins where it was first seen and has a point where its price was another one. */
export const watchSeries: Service<'watch.series'> = ({ watchedPageId }, call) =>
  readOnce(call, ['pageFigures'], async (reader) => {
    const range = IDBKeyRange.bound([watchedPageId, ''], [watchedPageId, []]);
    const newest = await reader.newest('pageFigures', 'pageAt', range, mostLooks + 1);
    const rows = oneWay(newest.slice(0, mostLooks).reverse());
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
      ({
        prices: _prices,
        createdAt: _made,
        updatedAt: _changed,
        watchedPageId: _page,
        via: _via,
        id,
        ...look
      }) => ({
        ...look,
        snapshotId: id,
      }),
    );
    return ok({ looks, prices: [...lines.values()], cut: newest.length > mostLooks });
  });
