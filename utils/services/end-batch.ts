import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const endBatch: Service<'batch.end'> = async () => fail('internal', 'not yet');
