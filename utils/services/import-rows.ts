import type { ImportRow } from '../domain/import-row.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import { type BatchStep, runBatchStep } from '../storage/batch-step.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { sameAccount } from './current-brand.ts';
import { handleKey } from './find-account.ts';
import { type ImportStep, openImportStep } from './import-step.ts';
import { createFrom, joinInto } from './imported-records.ts';
import type { Call, Service } from './service.ts';

type Answer = Output<'import.rows'>;
type Reason = Answer['skipped'][number]['reason'];

const stores = [
  'brands',
  'suppressions',
  'creators',
  'accounts',
  'contacts',
  'tags',
  'observations',
] as const;

/**
 * Puts rows of a table in: one step of an open batch. What the preview found may have changed since, so everything is looked up again:
 * a row about ourselves, about someone who asked not to be stored, or whose profile has got another owner, is left out with the
 * reason. The log gets one `creator-imported` row for the step, not for each creator: those would take a third of the time.
 */
export const importRows: Service<'import.rows'> = async ({ operationId, batchId, rows }, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const request = { id: operationId, type: 'import.rows', batchId, now: call.now };
  const result = await runBatchStep(database.value, request, stores, (step) => putRows(step, rows, call.now));
  if (result.ok) await tell(call);
  return result;
};

/** What was written stays written, also where the notice fails. */
async function tell(call: Call): Promise<void> {
  try {
    await call.announce(['creators', 'batches', 'checklist']);
  } catch (error) {
    console.error('Deckhand: announcing an import', error);
  }
}

async function putRows(step: BatchStep, rows: readonly ImportRow[], now: Date): Promise<Result<Answer>> {
  if (step.batch.kind !== 'import') return fail('invalid', 'the batch is no import');
  const isRefused = await refusals(step);
  const refused = await Promise.all(rows.map(isRefused));
  const work = await openImportStep(step, rows, now);

  const answer: Answer = { created: 0, updated: 0, skipped: [] };
  rows.forEach((row, at) => {
    const outcome = refused[at] ?? putRow(work, row);
    if (outcome === 'created' || outcome === 'updated') answer[outcome] += 1;
    else if (outcome !== 'unchanged') answer.skipped.push({ line: row.line, reason: outcome });
  });
  work.flush();
  const { created, updated, skipped } = answer;
  if (created + updated > 0) step.log('creator-imported');
  step.count({ done: rows.length, created, updated, skipped: skipped.length });
  return ok(answer);
}

/** Who may not be stored, as it stands in this very transaction. */
async function refusals(step: BatchStep): Promise<(row: ImportRow) => Promise<Reason | null>> {
  const own = (await step.all('brands')).flatMap((brand) => brand.accounts);
  return async ({ accounts }) => {
    if ((await Promise.all(accounts.map((one) => isSuppressed(step, one)))).includes(true))
      return 'suppressed';
    return accounts.some((account) => own.some((ours) => sameAccount(ours, account))) ? 'ours' : null;
  };
}

function putRow(work: ImportStep, row: ImportRow): Reason | 'created' | 'updated' | 'unchanged' {
  const owners = row.accounts.map((account) => work.owners.get(handleKey(account)));
  if (row.action === 'create') {
    if (owners.some((owner) => owner !== undefined)) return 'known-now';
    createFrom(work, row);
    return 'created';
  }
  const creator = work.creatorOf(row.creatorId ?? '');
  if (!creator) return 'gone';
  if (owners.some((owner) => owner !== undefined && owner !== creator.id)) return 'known-now';
  return joinInto(work, creator, row) ? 'updated' : 'unchanged';
}
