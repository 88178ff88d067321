import type { SeenPerson } from '../../domain/seen-person.ts';
import type { Person } from './read-item.ts';

/** Most people that are remembered; the first ones go. */
const mostKept = 2_000;
/** Most people of one list. */
const mostListed = 500;

/** Everybody that was on the screen since the page was opened. In memory only. */
export interface Gathered {
  see(person: Person, displayName: string | undefined): void;
  count(): number;
  /** the last ones, in the order in which they were first seen */
  list(): SeenPerson[];
}

export function makeGathered(): Gathered {
  const people = new Map<string, SeenPerson>();
  return {
    see({ key, handle, stableId, url }, displayName) {
      const before = people.get(key);
      const name = displayName ?? before?.displayName;
      people.set(key, {
        handle,
        ...(stableId === undefined ? {} : { stableId }),
        ...(name === undefined ? {} : { displayName: name }),
        url,
      });
      const oldest = people.size > mostKept ? people.keys().next().value : undefined;
      if (oldest !== undefined) people.delete(oldest);
    },
    count: () => people.size,
    list: () => [...people.values()].slice(-mostListed),
  };
}
