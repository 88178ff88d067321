import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const listTags: Service<'tag.list'> = async () => fail('internal', 'not yet');
