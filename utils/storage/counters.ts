import type { Blob } from '../domain/blob.ts';
import type { Case } from '../domain/case.ts';
import { isWaiting } from '../domain/case-clocks.ts';
import { holderOf } from '../domain/case-order.ts';
import type { StoredChange } from '../domain/change.ts';
import type { LayerName, Severity } from '../domain/change-kind.ts';
import type { Creator } from '../domain/creator.ts';
import type { Item } from '../domain/item.ts';
import { keyMarkOf } from '../domain/item-keys.ts';
import type { KeywordHit } from '../domain/keyword.ts';
import type { RightsGrant } from '../domain/rights.ts';
import type { RightsState } from '../domain/rights-state.ts';
import { usedUntil } from '../domain/rights-use.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Tag } from '../domain/tag.ts';
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

/** Tags of the default set; absent until it was made, 0 when the operator removed all of it. */
export const starterTagsCounter = 'starterTags';
/** Items that carry a tag. */
export const tagItemsCounter = (tagId: string) => `tagged:${tagId}`;

/** Tagged items of a kind for which their site gave no id: while there are none, nobody need be looked for by author and text. */
export const unnamedItemsCounter = (platform: string, kind: string) => `unnamed:${platform}:${kind}`;

function countersOfItem({ platform, kind, keys, tagIds }: Item): string[] {
  const isNamed = keys.some((key) => keyMarkOf(key) === '#');
  return [
    recordsCounter,
    ...tagIds.map(tagItemsCounter),
    ...(isNamed ? [] : [unnamedItemsCounter(platform, kind)]),
  ];
}

/** Snapshots that were not removed. */
export const snapshotsCounter = 'snapshots';
/** Changes of a competitor that nobody has read and that are not muted. */
export const unreadCounter = (competitorId: string, severity: Severity | '' | '\uffff') =>
  `unread:${competitorId}:${severity}`;
/** Between these lie those of all competitors. */
export const unreadCounters = ['unread:', 'unread:\uffff'] as const;
/** Bytes of a layer's contents as they are stored. */
export const bytesCounter = (layer: LayerName) => `bytes:${layer}`;

/** Permissions to reuse posts, by how far they are. */
export const rightsCounter = (state: RightsState) => `rights:state:${state}`;
/** Permissions that end with a day. */
export const rightsUntilCounter = (day: string) => `rights:until:${day}`;
/** What is in use and may be so through this day; '' for what is in use without a right. */
export const rightsUsedCounter = (day: string) => `rights:used:${day}`;

function countersOfRights(grant: RightsGrant): string[] {
  const { state, until } = grant;
  const used = usedUntil(grant);
  return [
    recordsCounter,
    rightsCounter(state),
    ...(state === 'granted' && until !== undefined ? [rightsUntilCounter(until)] : []),
    ...(used === null ? [] : [rightsUsedCounter(used)]),
  ];
}

const hitCounters = 'hits:';
/** Items of a day in which words of a group of keyword alerts were seen on a site. */
export const counterOfHits = ({ day, groupId, platform }: Pick<KeywordHit, 'day' | 'groupId' | 'platform'>) =>
  `${hitCounters}${day}:${groupId}:${platform}`;
/** Between these lie those of some days, both included; of one group where there is only one day. */
export const hitsBetween = (from: string, until: string, groupId = '') =>
  [`${hitCounters}${from}:${groupId}`, `${hitCounters}${until}:${groupId}\uffff`] as const;

/** What a counter of hits counts; null for any other counter. */
export function countedHits(name: string): { day: string; groupId: string; platform: string } | null {
  const [day, groupId, platform] = name.startsWith(hitCounters)
    ? name.slice(hitCounters.length).split(':')
    : [];
  return day && groupId && platform ? { day, groupId, platform } : null;
}

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

/** Cases whose customer waits, of them the urgent ones, and those that are answered and not closed. */
export const openCasesCounter = 'cases:open';
export const urgentCasesCounter = 'cases:urgent';
export const repliedCasesCounter = 'cases:replied';
const holderCounters = 'cases:of:';
/** Open cases that should be answered in an hour (of UTC, as in the ISO moment); '' lies before all of them. */
export const caseDueCounter = (moment: string) => `cases:due:${moment.slice(0, 'YYYY-MM-DDTHH'.length)}`;

/** Of whose open cases a counter is, null: ours; undefined for any other counter. */
export function countedHolder(name: string): string | null | undefined {
  if (!name.startsWith(holderCounters)) return undefined;
  return name.slice(holderCounters.length) || null;
}

function countersOfCase(one: Case): string[] {
  if (one.state === 'replied') return [recordsCounter, repliedCasesCounter];
  if (!isWaiting(one)) return [recordsCounter];
  return [
    recordsCounter,
    openCasesCounter,
    ...(one.urgent ? [urgentCasesCounter] : []),
    `${holderCounters}${holderOf(one) ?? ''}`,
    ...(one.openDue ? [caseDueCounter(one.openDue)] : []),
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
  'keywordHits',
  'fanPoints',
  'pictureJobs',
  'crops',
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
  if (store === 'keywordHits') return [counterOfHits(record as KeywordHit)];
  if (store === 'snapshots') return (record as Snapshot).removedAt ? [] : [snapshotsCounter];
  if (store === 'changes') return unreadOf(record as StoredChange);
  if (store === 'rightsGrants') return countersOfRights(record as RightsGrant);
  if (store === 'cases') return countersOfCase(record as Case);
  if (unmissed.includes(store)) return [];
  if (store === 'routines') return [recordsCounter, routinesCounter];
  if (store === 'tags') return [recordsCounter, ...((record as Tag).starter ? [starterTagsCounter] : [])];
  if (store === 'items') return countersOfItem(record as Item);
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
const kept: readonly string[] = [recordsCounter, creatorsCounter, routinesCounter, starterTagsCounter];

export function keepsZero(counter: string): boolean {
  return kept.includes(counter);
}
