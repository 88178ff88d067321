import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const importRows: Service<'import.rows'> = async () => fail('internal', 'not yet');
