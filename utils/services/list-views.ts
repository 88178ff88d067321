import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** The saved views, in the order in which they were made. */
export const listViews: Service<'view.list'> = (_input, call) =>
  readOnce(call, ['savedViews'], async (reader) => ok({ views: await reader.all('savedViews') }));
