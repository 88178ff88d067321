import type { Contact } from '../../../utils/domain/contact.ts';

/** In the order in which one would try them. */
export const contactKinds = ['email', 'phone', 'messenger', 'link'] as const satisfies Contact['kind'][];
