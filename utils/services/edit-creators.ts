import type { Creator } from '../domain/creator.ts';
import { localDay } from '../domain/day.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Input } from '../messaging/protocol.ts';
import { runBatchStep } from '../storage/batch-step.ts';
import type { Reader } from '../storage/reader.ts';
import { sameValue } from '../storage/same-value.ts';
import type { StoreName } from '../storage/schema.ts';
import { afterChanges, handlesFollowUp } from './creator-changes.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import { noteDay } from './note-day.ts';
import type { Call, Service } from './service.ts';
import { sameName, tagIdsInStep, tagIdsOf } from './tag-names.ts';
import { announce, writeOnce } from './write-once.ts';

type Edit = Input<'creator.edit-many'>;
type Answer = { changed: number; missing: number };

const type = 'creator.edit-many';
const stores: StoreName[] = ['creators', 'tags'];

/** How an edit writes: as one operation, or as a step of a batch that waits for nothing. */
interface Pen {
  tagIds(names: readonly string[]): Promise<string[]>;
  replace(before: Creator, after: Creator): Promise<void> | void;
  log(kind: 'creator-updated' | 'follow-up-handled', creatorId: string): Promise<void> | void;
}

/** Ids of the tags of these names; a name that is no tag has none. */
async function knownTagIds(reader: Reader, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const wanted = new Set(names.map(sameName));
  const tags = await reader.all('tags');
  return new Set(tags.filter(({ name }) => wanted.has(sameName(name))).map(({ id }) => id));
}

/** Writes those that differ afterwards, each with its rows in the log. */
async function editAll(reader: Reader, pen: Pen, edit: Edit, now: Date): Promise<Answer> {
  const ids = [...new Set(edit.creatorIds)];
  const read = await Promise.all(ids.map((id) => reader.get('creators', id)));
  const creators = read.filter((creator) => creator !== undefined && !creator.deletedAt) as Creator[];
  const { addTags = [], removeTags = [], ...plain } = edit.changes;
  const removed = await knownTagIds(reader, removeTags);
  // for nobody no tag is made
  const added = creators.length > 0 && addTags.length > 0 ? await pen.tagIds(addTags) : [];
  const today = localDay(now);
  let changed = 0;
  for (const creator of creators) {
    const kept = creator.tagIds.filter((id) => !removed.has(id));
    const next = afterChanges(creator, { ...plain, tagIds: [...new Set([...kept, ...added])] });
    if (sameValue(creator, next)) continue;
    changed += 1;
    await pen.replace(creator, { ...next, updatedAt: now.toISOString() });
    await pen.log('creator-updated', creator.id);
    if (handlesFollowUp(creator, next, today)) await pen.log('follow-up-handled', creator.id);
  }
  return { changed, missing: ids.length - creators.length };
}

function editAtOnce(edit: Edit, call: Call): Promise<Result<Answer>> {
  return writeOnce(
    call,
    {
      type,
      operationId: edit.operationId,
      stores: [...stores, ...dayStores],
      collections: ['creators', 'checklist'],
    },
    async (unit) => {
      const pen: Pen = {
        tagIds: (names) => tagIdsOf(unit, names, call.now),
        replace: (_before, after) => unit.put('creators', after),
        log: unit.log,
      };
      const answer = await editAll(unit, pen, edit, call.now);
      if (answer.changed > 0) await refreshDay(unit, localDay(call.now));
      return ok(answer);
    },
  );
}

async function editInBatch(edit: Edit, batchId: string, call: Call): Promise<Result<Answer>> {
  const database = await call.database();
  if (!database.ok) return database;
  const request = { id: edit.operationId, type, batchId, now: call.now };
  const result = await runBatchStep<Answer>(database.value, request, stores, async (step) => {
    if (step.batch.kind !== 'edit') return fail('invalid', `the batch is of kind ${step.batch.kind}`);
    const pen: Pen = {
      tagIds: (names) => tagIdsInStep(step, names, call.now),
      replace: (before, after) => step.replace('creators', before, after),
      log: step.log,
    };
    const answer = await editAll(step, pen, edit, call.now);
    const done = new Set(edit.creatorIds).size;
    step.count({ done, updated: answer.changed, skipped: done - answer.changed });
    return ok(answer);
  });
  if (!result.ok) return result;
  await noteDay(database.value, call.now);
  await announce(call, ['creators', 'checklist', 'batches']);
  return result;
}

/** Changes the same about many creators. Those that it changes nothing about are not written. */
export const editCreators: Service<'creator.edit-many'> = (edit, call) =>
  edit.batchId === undefined ? editAtOnce(edit, call) : editInBatch(edit, edit.batchId, call);
