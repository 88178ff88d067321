import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const exportPerson: Service<'person.export'> = async () => fail('internal', 'not yet');
