import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const restoreBackupLines: Service<'restore.lines'> = async () => fail('internal', 'not yet');
