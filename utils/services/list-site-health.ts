import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** How well each kind of page of each platform was read lately. */
export const listSiteHealth: Service<'health.list'> = (_input, call) =>
  readOnce(call, ['siteHealth'], async (reader) => ok({ sites: await reader.all('siteHealth') }));
