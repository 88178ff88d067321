import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const checkStorage: Service<'storage.check'> = async () => fail('internal', 'not yet');
