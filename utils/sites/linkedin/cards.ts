import type { CreatorReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import { followersAmong, memberIn } from './hooks.ts';

const card = (name: string) => `[componentkey*="sdui.profile.card.ref"][componentkey$="${name}"]`;

/**
 * What the server-driven app (seen 2026) shows of a person: its classes are made anew with every release, its cards carry their names.
 * Which line is the headline nothing says, so it is left out.
 * @param id `in/name`; a card that does not link to that person is somebody else's
 */
export function fromCards(facts: Facts, document: Document, id: string, base: string): CreatorReading {
  const top = document.querySelector(card('Topcard'));
  const own = [...(top?.querySelectorAll('a[href]') ?? [])].filter(
    (link) => memberIn(link.getAttribute('href'), base) === id,
  );
  const name = own.map((link) => link.querySelector('h1, h2')).find((heading) => heading !== null);
  if (!top || !name) return {};
  // The place stands before the way to the contact details, with a dot between them.
  const contact = top.querySelector('a[href*="/overlay/contact-info"]')?.closest('p');
  const [place] = contact?.parentElement?.children ?? [];
  const where = place && place !== contact ? lineOf(place) : undefined;
  const picture = own
    .map((link) => link.querySelector('img[src*="/profile-displayphoto"]'))
    .find((image) => image !== null);
  const activity = document.querySelector(`${card('Activity')} h2`)?.parentElement?.querySelectorAll('p');
  return compact<CreatorReading>({
    displayName: facts.line('displayName', lineOf(name), 'dom'),
    followers: followersAmong(facts, [...(activity ?? [])].slice(0, 3).map(lineOf), 'dom'),
    location: /\p{L}/u.test(where ?? '') ? facts.line('location', where, 'dom') : undefined,
    avatarUrl: facts.address('avatarUrl', picture?.getAttribute('src'), 'dom', base),
  });
}
