import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const saveView: Service<'view.save'> = async () => fail('internal', 'not yet');
