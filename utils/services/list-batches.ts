import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const listBatches: Service<'batch.list'> = async () => fail('internal', 'not yet');
