import type { Activity, ActivityKind } from '../domain/activity.ts';
import type { ActivityRow } from '../messaging/protocol/creator-list.ts';
import type { Reader } from '../storage/reader.ts';
import type { Operation, StoreName } from '../storage/schema.ts';

/** Stores that rows of the activity log are made of. */
export const activityStores: StoreName[] = [
  'activities',
  'operations',
  'creators',
  'brands',
  'competitors',
  'watchedPages',
];

type Subject = ActivityRow['subject'];

async function creatorSubject(reader: Reader, id: string): Promise<Subject> {
  const creator = await reader.get('creators', id);
  return creator && !creator.deletedAt ? { kind: 'creator', id, name: creator.displayName } : undefined;
}

async function brandSubject(reader: Reader, id: string): Promise<Subject> {
  const brand = await reader.get('brands', id);
  return brand && { kind: 'brand', id, name: brand.name };
}

async function competitorSubject(reader: Reader, id: string): Promise<Subject> {
  const competitor = await reader.get('competitors', id);
  return competitor && { kind: 'competitor', id, name: competitor.name };
}

async function pageSubject(reader: Reader, id: string): Promise<Subject> {
  const page = await reader.get('watchedPages', id);
  return page && competitorSubject(reader, page.competitorId);
}

/** What the subject of each kind of activity is. Kinds without a line are about nothing that has a name of its own. */
const subjects: Partial<Record<ActivityKind, typeof creatorSubject>> = {
  'creator-captured': creatorSubject,
  'creator-observed': creatorSubject,
  'creator-updated': creatorSubject,
  'creator-added': creatorSubject,
  'creator-imported': creatorSubject,
  'creator-erased': creatorSubject,
  'contact-changed': creatorSubject,
  'follow-up-handled': creatorSubject,
  'account-claimed': brandSubject,
  'brand-saved': brandSubject,
  'competitor-added': competitorSubject,
  'competitor-changed': competitorSubject,
  'competitor-removed': competitorSubject,
  'page-looked-at': pageSubject,
  'snapshot-taken': pageSubject,
  'snapshot-changed': pageSubject,
  'snapshot-removed': pageSubject,
  'change-noted': pageSubject,
  'changes-muted': competitorSubject,
};

/** Answers a question about a key once, however often it is asked. */
function once<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

function canBeTakenBack(operation: Operation | undefined): boolean {
  return (
    operation !== undefined &&
    operation.images.length > 0 &&
    operation.undoneBy === undefined &&
    operation.batchId === undefined &&
    operation.type !== 'operation.undo'
  );
}

/**
 * Rows of the log as they are shown. An operation that left several rows is offered to be taken back in the first of them.
 * @param shown ids of operations that had a row before these
 * @param mayUndo a further condition on the operation
 */
export async function activityRows(
  reader: Reader,
  activities: readonly Activity[],
  shown: Iterable<string> = [],
  mayUndo: (operation: Operation) => boolean = () => true,
): Promise<ActivityRow[]> {
  const offered = new Set(shown);
  const undoable = once(async (id) => {
    const operation = await reader.get('operations', id);
    return operation !== undefined && canBeTakenBack(operation) && mayUndo(operation);
  });
  const names = new Map<ActivityKind, (id: string) => Promise<Subject>>();
  const subjectOf = ({ kind, subjectId }: Activity): Promise<Subject> | undefined => {
    const read = subjects[kind];
    if (!read || subjectId === undefined) return undefined;
    const named = names.get(kind) ?? once((id) => read(reader, id));
    names.set(kind, named);
    return named(subjectId);
  };
  return Promise.all(
    activities.map(async (activity) => {
      const first = !offered.has(activity.operationId);
      offered.add(activity.operationId);
      const [subject, can] = await Promise.all([
        subjectOf(activity),
        first && undoable(activity.operationId),
      ]);
      return { activity, ...(subject ? { subject } : {}), undoable: can };
    }),
  );
}
