import type { Reader } from './reader.ts';
import type { copiedStores } from './schema.ts';

/**
 * Most records of these stores that a second copy holds, the newest: it is written anew half a minute after a change, and with all of 100,000
 * tagged items that would take five seconds each time (measured in November 2026). What was tagged earlier comes back from a backup; its cases
 * and permissions say themselves what they are about.
 */
export const copiedAtMost = { items: 2_000, closedCases: 2_000, entries: 5_000 } as const;

type CopiedStore = (typeof copiedStores)[number];

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** What a second copy holds of a store of which it does not hold everything, in the order of ids; null: of this store it does. */
export async function recentRecords(reader: Reader, store: CopiedStore): Promise<{ id: string }[] | null> {
  switch (store) {
    case 'items':
      return (await reader.newest('items', 'taggedAt', null, copiedAtMost.items)).sort(byId);
    case 'entries':
      return (await reader.newest('entries', null, null, copiedAtMost.entries)).sort(byId);
    case 'cases': {
      // what is not closed stands in the queue's index
      const open = await reader.list('cases', 'openOrder');
      const closed = await reader.newest('cases', 'closedAt', null, copiedAtMost.closedCases);
      return [...new Map([...open, ...closed].map((one) => [one.id, one])).values()].sort(byId);
    }
    default:
      return null;
  }
}
