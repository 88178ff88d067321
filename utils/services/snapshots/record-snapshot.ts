import type { Change, SnapshotCause, UnreadableReason } from '../../domain/change-kind.ts';
import type { WatchedPage } from '../../domain/competitor.ts';
import { newId } from '../../domain/new-id.ts';
import type { RefreshSource } from '../../domain/refresh.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { severityOf } from '../../domain/severity.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { SnapshotStatus, WatchState } from '../../domain/watch-state.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import type { Input } from '../../messaging/protocol.ts';
import { type ComparedLook, compareSnapshots } from '../../snapshots/compare-snapshots.ts';
import { unreadableAfter, unreadableReason } from '../../snapshots/readable.ts';
import { contentScope, putSnapshot } from '../../storage/blobs.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isReadable, newestSnapshot } from '../../storage/snapshot-rows.ts';
import { answerAgain, type Unit } from '../../storage/unit-of-work.ts';
import type { Call, Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { figuresOf } from './figures.ts';
import { type LookBase, matchLook, readBase } from './look-base.ts';
import { presentLayers, readyLayers } from './look-layers.ts';
import { slowChanges, storeChanges } from './stored-changes.ts';
import { elsewhere, watchedHere } from './watched-here.ts';

type Given = Input<'snapshot.record'>;

/** What a look touches. */
export const lookStores: StoreName[] = [
  ...contentScope,
  'competitors',
  'watchedPages',
  'watchStates',
  'changes',
  'pageFigures',
  'alerts',
  'settings',
];

/** How a look came about: by somebody's eyes, or by a refresh in the background, and where that took it from. */
type Via = RefreshSource | undefined;

/**
 * Looks are compared with those that came about in the same way only. Shops show a stranger's program another page than a visitor with a
 * session (currency by country, shorter lists, trials): between the two everything would be gone and new every time.
 */
const sameWay = (via: Via) => (row: Snapshot) => row.via === via;

/** What stood in the notebook when a look came in. */
interface Before {
  page: WatchedPage;
  /** the newest snapshot that came about in the same way, readable or not */
  last: Snapshot | undefined;
  /** the newest that can be compared with */
  base: Snapshot | undefined;
}

type Read = { answer: SnapshotAnswer } | { before: Before };

/** The answer that this operation got before, or what stands in the notebook. */
function readBefore(given: Given, call: Call, look: ComparedLook, via: Via): Promise<Result<Read>> {
  return readOnce<Read>(call, ['operations', 'watchedPages', 'snapshots'], async (reader) => {
    const earlier = await reader.get('operations', given.operationId);
    if (earlier) {
      const answer = answerAgain<SnapshotAnswer>(earlier, 'snapshot.record');
      return answer.ok ? ok({ answer: answer.value }) : answer;
    }
    const page = await watchedHere(reader, given.url, look.reading);
    if (!page) return fail('not-watched', 'the page is on no watchlist');
    const last = await newestSnapshot(reader, page.id, sameWay(via));
    const readable = (row: Snapshot) => sameWay(via)(row) && isReadable(row);
    const withReading = (row: Snapshot) => readable(row) && row.layers.reading.state === 'kept';
    const base =
      (look.reading && (await newestSnapshot(reader, page.id, withReading))) ??
      (await newestSnapshot(reader, page.id, readable));
    return ok({ before: { page, last, base } });
  });
}

function statusOf({ reading }: ComparedLook, { reading: before }: ComparedLook): SnapshotStatus {
  const reason: UnreadableReason | null = reading
    ? before
      ? unreadableAfter(before, reading)
      : unreadableReason(reading)
    : null;
  return reason ? { state: 'unreadable', reason } : { state: 'ok' };
}

/** What a look found against the last that could be read; that a page cannot be read is said once. */
function found(last: Snapshot | undefined, status: SnapshotStatus, base: LookBase, look: ComparedLook) {
  const gone = last?.status.state === 'unreadable' ? last.status.reason : undefined;
  if (gone && status.state === 'unreadable') return [];
  const carried = base.carried.map(({ row }) => row);
  const changes = compareSnapshots(base.look, look, { carried });
  if (!gone) return changes;
  const back: Change = {
    kind: 'readable-again',
    key: 'page',
    from: gone,
    severity: severityOf('readable-again'),
  };
  return [back, ...changes];
}

/** Whether a look shows what the last one showed. Layers that it does not have say nothing. */
function isUnchanged(last: Snapshot, status: SnapshotStatus, layers: Omit<Snapshot['layers'], 'picture'>) {
  if (!sameValue(last.status, status)) return false;
  if (status.state === 'unreadable') return true;
  return (['reading', 'text', 'layout'] as const).every((name) => {
    const [old, now] = [last.layers[name], layers[name]];
    return now.state === 'missing' || (old.state === 'kept' && old.hash === now.hash);
  });
}

async function noteState(unit: Unit, page: WatchedPage, status: SnapshotStatus, via: Via): Promise<void> {
  const old = await unit.get('watchStates', page.id);
  const visitedAt = via ? old?.visitedAt : unit.now;
  const readAt = status.state === 'ok' ? unit.now : old?.readAt;
  const state: WatchState = {
    id: page.id,
    createdAt: old?.createdAt ?? unit.now,
    updatedAt: unit.now,
    competitorId: page.competitorId,
    triedAt: unit.now,
    ...(visitedAt ? { visitedAt } : {}),
    ...(readAt ? { readAt } : {}),
    ...(status.state === 'unreadable' ? { unreadable: status.reason } : {}),
  };
  await unit.put('watchStates', state, 'derived');
}

/** What the person did; the rest happened by itself. */
const byHand: readonly SnapshotCause[] = ['button', 'key', 'popup', 'menu'];

async function noteLooked(unit: Unit, page: WatchedPage, cause: SnapshotCause): Promise<void> {
  if (cause === 'refresh') return;
  const current = (await unit.get('watchedPages', page.id)) ?? page;
  await unit.put('watchedPages', { ...current, lastLookedAt: unit.now, updatedAt: unit.now }, 'derived');
  if (byHand.includes(cause)) await unit.log('snapshot-taken', page.id);
}

/** Another snapshot came between reading and writing: compared again. */
const overtaken = 'changed-since';
const mostTries = 5;

/**
 * Stores one look at a watched page in one transaction: the snapshot, its contents, what changed since the last that could be read, the
 * page's figures, what flickers. Compared before the transaction, which cannot wait for it, and checked inside. A look that shows nothing new
 * leaves a time on the last snapshot. A full disk fails as `quota` and leaves everything as it was.
 */
export const recordSnapshot: Service<'snapshot.record'> = (given, call) => recordLook(given, call);

/**
 * `recordSnapshot` for whatever looked.
 * @param via of a refresh: where it took the reading from
 */
export async function recordLook(
  given: Given,
  call: Call,
  via?: RefreshSource,
): Promise<Result<SnapshotAnswer>> {
  const wrongPlace = elsewhere(call.caller, given.url);
  if (wrongPlace) return wrongPlace;
  const look = presentLayers(given);
  if (!look.reading && !look.text) return fail('nothing-to-save', 'neither a reading nor a text');
  for (let tries = 1; ; tries++) {
    const result = await recordOnce(given, call, look, via);
    if (result.ok || result.code !== overtaken || tries === mostTries) return result;
  }
}

async function recordOnce(
  given: Given,
  call: Call,
  look: ComparedLook,
  via: Via,
): Promise<Result<SnapshotAnswer>> {
  const read = await readBefore(given, call, look, via);
  if (!read.ok) return read;
  if ('answer' in read.value) return ok(read.value.answer);
  const { page, last, base } = read.value.before;
  const database = await call.database();
  if (!database.ok) return database;
  const compared = await readBase(database.value, base);
  const status = statusOf(look, compared.look);
  // a wall's words and boxes are not the page's
  const isWall = status.state === 'unreadable' && status.reason === 'wall';
  const nothing = { missing: 'unreadable' } as const;
  const kept = isWall ? { reading: nothing, text: nothing, layout: nothing } : given;
  const { layers, ready } = await readyLayers(kept);
  const changes = last ? found(last, status, compared, look) : [];
  const id = newId(call.now.getTime());
  const matched = matchLook(compared, base?.id ?? last?.id ?? id, look);

  return writeOnce<SnapshotAnswer>(
    call,
    {
      type: 'snapshot.record',
      operationId: given.operationId,
      stores: lookStores,
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const current = await unit.get('watchedPages', page.id);
      if (!current) return fail('not-watched', 'the page was taken off the watchlist');
      if (!sameValue(await newestSnapshot(unit, page.id, sameWay(via)), last))
        return fail(overtaken, 'another snapshot came between');
      const same = { watchedPageId: page.id, competitorId: page.competitorId, status };
      await noteState(unit, current, status, via);
      await noteLooked(unit, current, given.cause);
      if (last && isUnchanged(last, status, layers)) {
        const timesSeenAgain = (last.timesSeenAgain ?? 0) + 1;
        await putSnapshot(unit, last, {
          ...last,
          seenAgainAt: unit.now,
          timesSeenAgain,
          updatedAt: unit.now,
        });
        const none = { low: 0, medium: 0, high: 0 };
        return ok({ ...same, snapshotId: last.id, unchanged: true, first: false, changes: none });
      }
      const snapshot: Snapshot = {
        id,
        createdAt: unit.now,
        updatedAt: unit.now,
        competitorId: page.competitorId,
        watchedPageId: page.id,
        takenAt: unit.now,
        address: given.url,
        cause: given.cause,
        ...(via ? { via } : {}),
        status,
        layers: { ...layers, picture: { state: 'missing', reason: via ? 'fetched' : 'not-asked' } },
        ...(status.state === 'ok' ? matched.carries : {}),
        ...(given.viewport ? { viewport: given.viewport } : {}),
        pinned: false,
      };
      const slow: Change[] = [];
      if (look.reading && status.state === 'ok') {
        const figures = figuresOf(snapshot, look.reading, {
          reading: compared.look.reading,
          carried: compared.carried,
          matching: matched.matching,
        });
        slow.push(...(await slowChanges(unit, figures)));
        await unit.put('pageFigures', figures, 'derived');
      }
      const all = [...changes, ...slow];
      const counts = await storeChanges(unit, current, snapshot, matched.beforeOf, all, true);
      await putSnapshot(unit, undefined, snapshot, ready);
      return ok({ ...same, snapshotId: snapshot.id, unchanged: false, first: !last, changes: counts });
    },
  );
}
