import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const liftSuppression: Service<'suppression.lift'> = async () => fail('internal', 'not yet');
