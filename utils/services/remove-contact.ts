import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const removeContact: Service<'contact.remove'> = async () => fail('internal', 'not yet');
