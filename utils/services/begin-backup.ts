import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const beginBackup: Service<'backup.begin'> = async () => fail('internal', 'not yet');
