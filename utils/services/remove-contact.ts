import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Removes a way to reach a creator; undo brings it back. */
export const removeContact: Service<'contact.remove'> = ({ operationId, contactId }, call) =>
  writeOnce(
    call,
    { type: 'contact.remove', operationId, stores: ['contacts'], collections: ['creators'] },
    async (unit) => {
      const contact = await unit.get('contacts', contactId);
      if (!contact) return fail('not-found', 'no contact of that id');
      await unit.remove('contacts', contactId);
      await unit.log('contact-changed', contact.creatorId);
      return ok({});
    },
  );
