import { type Hit, ofTheBrowser, randomText, searchFolder } from './profile-search.ts';
import { changedSample } from './sample-pages.ts';

/** Somebody whose every fact can be found again wherever it was written. */
export interface InventedPerson {
  handle: string;
  stableId: string;
  name: string;
  bio: string;
  email: string;
  note: string;
  tag: string;
  url: string;
}

export function inventPerson(): InventedPerson {
  const handle = `h${randomText()}`;
  return {
    handle,
    stableId: String(10_000_000_000 + (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)),
    name: `N${randomText()}`,
    bio: `B${randomText()}`,
    email: `e${randomText()}@${randomText(12)}.example`,
    note: `O${randomText()}`,
    tag: `T${randomText()}`,
    url: `https://www.instagram.com/${handle}/`,
  };
}

/** The profile of that person, as the platform shows it. */
export function pageOf(person: InventedPerson): string {
  return changedSample('instagram', {
    'mira.holm.ceramics': person.handle,
    '58120437719': person.stableId,
    'Mira Holm': person.name,
    'Slow stoneware from a fjord.': person.bio,
    'studio@miraholm.example': person.email,
  });
}

/** What must not be found any more, and of anybody else must. */
export const markersOf = ({ handle, name, bio, email, note, tag, stableId }: InventedPerson): string[] => [
  handle,
  name,
  bio,
  email,
  note,
  tag,
  stableId,
];

/** Everything of a person in a browser's profile folder. */
export function tracesOf(profile: string, person: InventedPerson, browser: keyof typeof ofTheBrowser): Hit[] {
  return searchFolder(profile, markersOf(person), (file) => ofTheBrowser[browser].test(file));
}

/** How many of these people have anything in the profile folder. */
export function traced(
  profile: string,
  people: readonly InventedPerson[],
  browser: keyof typeof ofTheBrowser,
): number {
  const hits = searchFolder(profile, people.flatMap(markersOf), (file) => ofTheBrowser[browser].test(file));
  const found = new Set(hits.map(({ marker }) => marker));
  return people.filter((person) => markersOf(person).some((marker) => found.has(marker))).length;
}
