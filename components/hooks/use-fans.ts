import { ask } from '../../utils/messaging/client.ts';
import type { FanPointRow, FanRow, SpamRow } from '../../utils/messaging/protocol/fans.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';
import { type Pages, readPages, usePages } from './use-pages.ts';
import { type Query, useQuery } from './use-query.ts';

const limit = 50;

/** Fans in one order, page by page; `level` with the order of points. */
export function useFans({ order, level }: Pick<Input<'fan.list'>, 'order' | 'level'>): Pages<FanRow> {
  return usePages<FanRow>(
    `fans ${order} ${level ?? ''}`,
    ['fans', 'settings', 'creators'],
    (pages, overtaken) =>
      readPages<FanRow>(pages, overtaken, (last) => {
        const fan = last?.fan;
        const at = order === 'thank' ? fan?.gaveAt : fan?.lastAt;
        const before = fan ? { points: fan.points, at: at ?? fan.lastAt, id: fan.id } : null;
        return ask('fan.list', { order, ...(level === undefined ? {} : { level }), before, limit });
      }),
  );
}

/** What counted for one fan, the last first. */
export function useFanPoints(fanId: string): Pages<FanPointRow> {
  return usePages<FanPointRow>(`fan points ${fanId}`, ['fans', 'items'], (pages, overtaken) =>
    readPages<FanPointRow>(pages, overtaken, (last) => {
      const before = last ? { at: last.point.at, id: last.point.id } : null;
      return ask('fan.points', { fanId, before, limit });
    }),
  );
}

/** The fans that a creator is. */
export function useFansOf(creatorId: string): Query<Output<'fan.of'>> {
  return useQuery('fan.of', { creatorId }, ['fans', 'settings', 'creators']);
}

/** Spam that waits, that is done, or that is of one author. */
export function useSpam(which: Input<'spam.list'>['which']): Pages<SpamRow> {
  return usePages<SpamRow>(`spam ${JSON.stringify(which)}`, ['items', 'tags'], (pages, overtaken) =>
    readPages<SpamRow>(pages, overtaken, (last) => {
      const item = last?.item;
      const at = 'authorKey' in which ? item?.taggedAt : which.done ? item?.spamDone : item?.spamOpen;
      return ask('spam.list', { which, before: item && at ? { at, id: item.id } : null, limit });
    }),
  );
}
