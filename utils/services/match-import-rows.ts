import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const matchImportRows: Service<'import.match'> = async () => fail('internal', 'not yet');
