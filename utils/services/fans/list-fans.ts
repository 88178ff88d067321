import type { Fan, FanPoint } from '../../domain/fan.ts';
import { loyaltyOf, pointsOf, thankDays } from '../../domain/fan-points.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Settings } from '../../domain/settings.ts';
import type { FanPointRow, FanRow } from '../../messaging/protocol/fans.ts';
import type { Input } from '../../messaging/protocol.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import { findAccount } from '../find-account.ts';
import type { Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';
import { fansOfCreator } from './find-fan.ts';
import { pageBack } from './page-back.ts';

const dayLong = 24 * 60 * 60 * 1_000;
const shownText = 300;
const rowStores: StoreName[] = ['fans', 'settings', 'accounts', 'creators'];

/** A fan with who they are in the notebook. */
async function rowOf(reader: Reader, fan: Fan, { fanThresholds }: Settings): Promise<FanRow> {
  const { account } = await findAccount(reader, fan.author);
  const creator = account && (await reader.get('creators', account.creatorId));
  const known = creator && !creator.deletedAt ? creator : undefined;
  return {
    fan,
    level: loyaltyOf(fan.points, fanThresholds),
    ...(known ? { creatorId: known.id } : {}),
    ...(known?.doNotContact ? { doNotContact: true } : {}),
  };
}

/** Which part of which index a list is, from its end. */
function partOf({ order, level }: Input<'fan.list'>, settings: Settings, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * dayLong).toISOString();
  if (order === 'last')
    return {
      index: 'lastAt' as const,
      keyOf: ({ lastAt }: Fan): IDBValidKey => lastAt,
      range: (upTo: IDBValidKey = []) => IDBKeyRange.upperBound(upTo),
    };
  if (order === 'thank') {
    const since = ago(thankDays);
    return {
      index: 'gaveAt' as const,
      keyOf: ({ gaveAt = '' }: Fan): IDBValidKey => gaveAt,
      range: (upTo: IDBValidKey = []) => IDBKeyRange.bound(since, upTo),
    };
  }
  const { from, to } =
    order === 'quiet'
      ? { from: settings.fanThresholds.loyal, to: undefined }
      : level === undefined
        ? { from: Number.NEGATIVE_INFINITY, to: undefined }
        : pointsOf(level, settings.fanThresholds);
  const end: IDBValidKey = to === undefined ? [[]] : [to, []];
  const silentSince = ago(settings.quietDays);
  return {
    index: 'pointsLast' as const,
    keyOf: ({ points, lastAt }: Fan): IDBValidKey => [points, lastAt],
    range: (upTo: IDBValidKey = end) => IDBKeyRange.bound([from, ''], upTo),
    ...(order === 'quiet' ? { keep: ({ lastAt }: Fan) => lastAt < silentSince } : {}),
  };
}

/** Fans by an index, page by page. Who must not be contacted is not among those to thank. */
export const listFans: Service<'fan.list'> = (input, call) => {
  const { order, level, before, limit } = input;
  if (level !== undefined && order !== 'points')
    return Promise.resolve(fail('invalid', 'a level is listed by points'));
  return readOnce(call, rowStores, async (reader) => {
    const settings = await storedSettings(reader);
    const part = partOf(input, settings, call.now);
    const reachable = async (fan: Fan) => !(await rowOf(reader, fan, settings)).doNotContact;
    const end = before && {
      key: part.index === 'pointsLast' ? [before.points, before.at] : before.at,
      id: before.id,
    };
    const where = { store: 'fans' as const, ...(order === 'thank' ? { keep: reachable } : {}), ...part };
    const { rows, more } = await pageBack(reader, where, end, limit);
    return ok({ rows: await Promise.all(rows.map((fan) => rowOf(reader, fan, settings))), more });
  });
};

/** The fans that a creator in the notebook is, by the keys of their accounts. */
export const fansOf: Service<'fan.of'> = ({ creatorId }, call) =>
  readOnce(call, rowStores, async (reader) => {
    const settings = await storedSettings(reader);
    const fans = await fansOfCreator(reader, creatorId);
    const rows = await Promise.all(fans.map((fan) => rowOf(reader, fan, settings)));
    // of a creator who was removed there are none
    return ok({ rows: rows.filter((row) => row.creatorId === creatorId) });
  });

async function pointRow(reader: Reader, point: FanPoint): Promise<FanPointRow> {
  if (point.sourceId === undefined) return { point };
  const item = await reader.get('items', point.sourceId);
  const entry = item ? undefined : await reader.get('entries', point.sourceId);
  const source = item ?? entry;
  if (!source) return { point };
  const { url, text } = source;
  const kind = item?.kind ?? (entry?.kind === 'comment' ? 'comment' : 'post');
  return { point, source: { kind, url, ...(text ? { text: text.slice(0, shownText) } : {}) } };
}

/** What counted for one fan, the last first. */
export const listFanPoints: Service<'fan.points'> = ({ fanId, before, limit }, call) =>
  readOnce(call, ['fanPoints', 'items', 'entries'], async (reader) => {
    const { rows, more } = await pageBack(
      reader,
      {
        store: 'fanPoints',
        index: 'fanAt',
        range: (upTo: IDBValidKey = [fanId, []]) => IDBKeyRange.bound([fanId], upTo),
        keyOf: ({ at }) => [fanId, at],
      },
      before && { key: [fanId, before.at], id: before.id },
      limit,
    );
    return ok({ rows: await Promise.all(rows.map((point) => pointRow(reader, point))), more });
  });
