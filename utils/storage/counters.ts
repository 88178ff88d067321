import type { Blob } from '../domain/blob.ts';
import type { StoredChange } from '../domain/change.ts';
import type { LayerName, Severity } from '../domain/change-kind.ts';
import type { Creator } from '../domain/creator.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { TemplateUse } from '../domain/template.ts';
import type { StoreName, StoreRecord } from './schema.ts';

/** Creators in the notebook. */
export const creatorsCounter = 'creators';
/** Records that the operator would miss: what the sentinel remembers. */
export const recordsCounter = 'records';
/** Items of the routine; absent until the default routine was made, 0 when the operator removed every item. */
export const routinesCounter = 'routines';
/** Grows with every transaction that changed something: tells whether the second copy is up to date. */
export const commitsCounter = 'commits';
/** Creators whose next action is due on that day; the days up to today add up to what is due. */
export const dueCounter = (day: string) => `due:${day}`;

/** Snapshots that were not removed. */
export const snapshotsCounter = 'snapshots';
/** Changes of a competitor that nobody has read and that are not muted. */
export const unreadCounter = (competitorId: string, severity: Severity | '' | '\uffff') =>
  `unread:${competitorId}:${severity}`;
/** Between these lie those of all competitors. */
export const unreadCounters = ['unread:', 'unread:\uffff'] as const;
/** Bytes of a layer's contents as they are stored. */
export const bytesCounter = (layer: LayerName) => `bytes:${layer}`;

const useCounters = 'use:';
/** Uses of a template on a platform; of them those that were changed before sending, and those that were taken out again. */
export const counterOfUse = (
  { templateId, platform }: Pick<TemplateUse, 'templateId' | 'platform'>,
  what: 'used' | 'edited' | 'undone',
) => `${useCounters}${templateId}:${platform}:${what}`;

/** What a counter of uses counts; null for any other counter. */
export function countedUse(name: string): { templateId: string; platform: string; what: string } | null {
  const [templateId, platform, what] = name.startsWith(useCounters)
    ? name.slice(useCounters.length).split(':')
    : [];
  return templateId && platform && what ? { templateId, platform, what } : null;
}

function countersOfUse(use: TemplateUse): string[] {
  return [
    counterOfUse(use, 'used'),
    ...(use.edited ? [counterOfUse(use, 'edited')] : []),
    ...(use.undone ? [counterOfUse(use, 'undone')] : []),
  ];
}

const unmissed: readonly StoreName[] = [
  'observations',
  'activities',
  'operations',
  'batches',
  'siteHealth',
  'templateVersions',
  'fillInAnswers',
  'seenComments',
  'snapshots',
  'changes',
  'pageFigures',
  'watchStates',
  'blobs',
  'blobContents',
  'pictureJobs',
  'refreshJobs',
  'alerts',
  'counters',
  'tombstones',
  'meta',
];

/** The counters in which a record stands. A write moves those of the record it replaces and of the one it puts. */
export function countersOf<S extends StoreName>(store: S, record: StoreRecord<S> | undefined): string[] {
  if (record === undefined) return [];
  if (store === 'templateUses') return countersOfUse(record as TemplateUse);
  if (store === 'snapshots') return (record as Snapshot).removedAt ? [] : [snapshotsCounter];
  if (store === 'changes') return unreadOf(record as StoredChange);
  if (unmissed.includes(store)) return [];
  if (store === 'routines') return [recordsCounter, routinesCounter];
  if (store !== 'creators') return [recordsCounter];
  const creator = record as Creator;
  if (creator.deletedAt) return [];
  return [recordsCounter, creatorsCounter, ...(creator.due ? [dueCounter(creator.due)] : [])];
}

function unreadOf({ competitorId, severity, read, muted }: StoredChange): string[] {
  return read || muted ? [] : [unreadCounter(competitorId, severity)];
}

/** By how much a record moves which counters: by one those of `countersOf`, and sums. */
export function amountsOf<S extends StoreName>(
  store: S,
  record: StoreRecord<S> | undefined,
): (readonly [name: string, by: number])[] {
  if (store === 'blobs' && record !== undefined) {
    const { layer, stored } = record as Blob;
    return [[bytesCounter(layer), stored]];
  }
  return countersOf(store, record).map((name) => [name, 1]);
}

/** Counters that stay at zero: zero says "none left", absence says "never any" (or, of a remembered notebook, "emptied"). */
const kept: readonly string[] = [recordsCounter, creatorsCounter, routinesCounter];

export function keepsZero(counter: string): boolean {
  return kept.includes(counter);
}
