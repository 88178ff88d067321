import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const getCreatorHistory: Service<'creator.history'> = async () => fail('internal', 'not yet');
