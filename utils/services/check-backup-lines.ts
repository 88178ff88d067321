import { ok } from '../domain/result.ts';
import type { Input, Output } from '../messaging/protocol.ts';
import { readNotebook } from '../storage/reader.ts';
import { storeNames } from '../storage/schema.ts';
import { readBackupLines } from './backup-records.ts';
import { meetRecords } from './meet-records.ts';
import { countPlan, planMerge } from './merge-plan.ts';
import type { Service } from './service.ts';

type Answer = Output<'restore.check'>;
const nothing = { counts: { added: 0, newer: 0, kept: 0, suppressed: 0 }, same: {}, owners: {} };

/** Looks at lines of a backup and at what they are to this notebook. Writes nothing. */
export const checkBackupLines: Service<'restore.check'> = async (input: Input<'restore.check'>, call) => {
  const { schemaVersion, lines, mode, same = {} } = input;
  const read = readBackupLines(lines, schemaVersion, mode === 'count' ? 'known' : 'fit');
  if ('reason' in read) return ok<Answer>({ ...nothing, fault: read });
  // into an empty notebook everything comes; and a damaged one cannot be asked
  if (mode === 'fit')
    return ok<Answer>({ ...nothing, counts: { ...nothing.counts, added: read.records.length } });
  const database = await call.database();
  if (!database.ok) return database;
  return readNotebook(database.value, storeNames, async (reader) =>
    mode === 'meet'
      ? ok<Answer>({ ...nothing, ...(await meetRecords(reader, read.records)) })
      : ok<Answer>({ ...nothing, counts: countPlan(await planMerge(reader, read.records, same)) }),
  );
};
