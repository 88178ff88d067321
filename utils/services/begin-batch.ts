import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const beginBatch: Service<'batch.begin'> = async () => fail('internal', 'not yet');
