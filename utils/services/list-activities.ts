import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const listActivities: Service<'activity.list'> = async () => fail('internal', 'not yet');
