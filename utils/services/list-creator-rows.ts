import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const listCreatorRows: Service<'creator.rows'> = async () => fail('internal', 'not yet');
