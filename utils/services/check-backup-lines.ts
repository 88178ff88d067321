import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const checkBackupLines: Service<'restore.check'> = async () => fail('internal', 'not yet');
