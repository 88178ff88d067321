import { isWebAddress } from '../domain/competitor.ts';
import type { Contact } from '../domain/contact.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import { sameValue } from '../storage/same-value.ts';
import { creatorStores, readCreator } from './read-creator.ts';
import type { Service } from './service.ts';
import { readOnce, writeOnce } from './write-once.ts';

type Way = Pick<Contact, 'kind' | 'value'>;

/** Whether the value can be what the kind says; of phones and messengers there are too many forms to judge. */
function fits({ kind, value }: Way): boolean {
  if (kind === 'link') return isWebAddress(value);
  return kind !== 'email' || /^[^\s@]+@[^\s@]+$/.test(value);
}

/** Saves a way to reach a creator, new or corrected, as the operator's own word. */
export const saveContact: Service<'contact.save'> = async (input, call) => {
  const { operationId, creatorId, contactId, kind } = input;
  const way: Way = { kind, value: kind === 'email' ? input.value.toLowerCase() : input.value };
  if (!fits(way)) return fail('invalid', `not a contact of the kind ${kind}`);
  const saved = await writeOnce(
    call,
    {
      type: 'contact.save',
      operationId,
      stores: ['creators', 'contacts'],
      collections: ['creators'],
    },
    async (unit) => {
      const creator = await unit.get('creators', creatorId);
      if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
      const contacts = await unit.list('contacts', 'creatorId', creatorId);
      const known = contacts.find(({ id }) => id === contactId);
      if (contactId && !known) return fail('not-found', 'no contact of that id');
      const double = contacts.find((other) => other.kind === way.kind && other.value === way.value);
      if (double && double.id !== contactId) return fail('invalid', 'this creator has that contact already');
      const before: Contact = known ?? {
        id: newId(call.now.getTime()),
        createdAt: unit.now,
        updatedAt: unit.now,
        creatorId,
        ...way,
        source: 'user',
        inferred: false,
        url: '',
        readAt: unit.now,
      };
      const contact: Contact = { ...before, ...way, source: 'user', inferred: false };
      if (known && sameValue(known, contact)) return ok({});
      await unit.put('contacts', { ...contact, updatedAt: unit.now });
      await unit.log('contact-changed', creatorId);
      return ok({});
    },
  );
  // the view is read, not stored with the operation: one copy less of what is known about a person
  return saved.ok ? readOnce(call, creatorStores, (reader) => readCreator(reader, creatorId)) : saved;
};
