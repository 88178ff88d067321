import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const listViews: Service<'view.list'> = async () => fail('internal', 'not yet');
