import { isWebAddress } from '../domain/competitor.ts';
import type { Contact } from '../domain/contact.ts';
import type { CreatorReading } from '../domain/page-reading.ts';

/** A hostile page may list thousands: the facts keep what was read, the address book only so many of each kind at a time. */
const atMost = 50;

type Found = Pick<Contact, 'kind' | 'value' | 'source' | 'inferred'>;

/** The ways to reach a creator that a reading names: e-mail addresses and web links. */
export function foundContacts({ emails, links }: CreatorReading): Found[] {
  const plain = (emails?.raw ?? '').toLowerCase();
  const mail = (emails?.value ?? []).slice(0, atMost).map((value) => ({
    kind: 'email' as const,
    value: value.toLowerCase(),
    source: emails?.source ?? 'dom',
    // what the page wrote is not the address itself: it was decoded, as from "name (at) brand.com"
    inferred: plain !== '' && !plain.includes(value.toLowerCase()),
  }));
  const web = (links?.value ?? [])
    .filter(isWebAddress)
    .slice(0, atMost)
    .map((value) => ({ kind: 'link' as const, value, source: links?.source ?? 'dom', inferred: false }));
  return [...mail, ...web];
}

/** Of the found ones those that are not there yet, each once. */
export function newContacts(
  known: readonly Pick<Contact, 'kind' | 'value'>[],
  found: readonly Found[],
): Found[] {
  const seen = new Set(known.map(({ kind, value }) => `${kind}:${value}`));
  return found.filter(({ kind, value }) => {
    const key = `${kind}:${value}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
