import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

export const listBrands: Service<'brand.list'> = (_input, call) =>
  readOnce(call, ['brands'], async (reader) => ok({ brands: await reader.all('brands') }));
