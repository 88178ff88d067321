import { fail } from '../domain/result.ts';
import type { Service } from './service.ts';

export const removeView: Service<'view.remove'> = async () => fail('internal', 'not yet');
