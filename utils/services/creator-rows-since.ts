import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const creatorRowsSince: Service<'creator.rows-since'> = async () => fail('internal', 'not yet');
