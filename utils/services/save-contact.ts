import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const saveContact: Service<'contact.save'> = async () => fail('internal', 'not yet');
