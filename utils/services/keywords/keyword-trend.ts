import { localDay } from '../../domain/day.ts';
import { platformIds } from '../../domain/platform.ts';
import { ok } from '../../domain/result.ts';
import { countedHits, hitsBetween } from '../../storage/counters.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { firstDay } from './note-hits.ts';

/** In how many items the words of each group were seen, by day and site: from the kept numbers. */
export const keywordTrend: Service<'keyword.trend'> = ({ days }, call) =>
  readOnce(call, ['counters', 'keywordGroups'], async (reader) => {
    const from = firstDay(call.now, days);
    const until = localDay(call.now);
    // what is kept of a group that was removed waits for its undo
    const groups = new Set((await reader.all('keywordGroups')).map(({ id }) => id));
    const counts = (await reader.counters(...hitsBetween(from, until))).flatMap(({ id, value }) => {
      const counted = countedHits(id);
      const platform = platformIds.find((one) => one === counted?.platform);
      if (!counted || !platform || value <= 0 || !groups.has(counted.groupId)) return [];
      return [{ groupId: counted.groupId, day: counted.day, platform, count: value }];
    });
    return ok({ from, until, counts });
  });
