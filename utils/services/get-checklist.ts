import { ok, type Result } from '../domain/result.ts';
import type { Checklist } from '../messaging/protocol.ts';
import { dayStores, keepDay, readDay } from './day-checklist.ts';
import type { Call, Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** The checklist of a day, noted where it is today's. */
export async function checklistOf(call: Call, day: string): Promise<Result<Checklist>> {
  const read = await readOnce(call, dayStores, async (reader) => ok(await readDay(reader, day, call.now)));
  if (!read.ok) return read;
  const rows = await keepDay(call, day, read.value);
  return rows.ok ? ok({ day, rows: rows.value }) : rows;
}

export const getChecklist: Service<'checklist.get'> = ({ day }, call) => checklistOf(call, day);
