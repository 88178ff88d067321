import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const addAccount: Service<'account.add'> = async () => fail('internal', 'not yet');
