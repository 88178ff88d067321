import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const editCreators: Service<'creator.edit-many'> = async () => fail('internal', 'not yet');
