import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const readBackupPage: Service<'backup.page'> = async () => fail('internal', 'not yet');
