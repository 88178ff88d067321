import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const addCreator: Service<'creator.add'> = async () => fail('internal', 'not yet');
