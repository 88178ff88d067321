import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const countSuppressions: Service<'suppression.count'> = async () => fail('internal', 'not yet');
