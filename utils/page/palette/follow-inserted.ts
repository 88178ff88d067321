import { write } from '../../messaging/client.ts';
import { type Follower, followReply, type InsertedReply } from './follow-reply.ts';

/** Follows what this page's palette inserts, and tells the background what becomes of each reply, once: it is in the figures of its template. */
export function followInserted(document: Document, signal: AbortSignal) {
  const followed = new Set<string>();
  let last: Follower | null = null;
  return {
    /** The palette is called again: what is known of the last reply is told now. */
    settle: () => last?.settle(),
    follow(opening: string, reply: InsertedReply): void {
      // beside the page the same name may serve twice, and nobody could tell the second from the first
      if (followed.has(opening)) return;
      followed.add(opening);
      const tell = (outcome: 'edited' | 'undone') => void write('palette.outcome', { opening, outcome });
      last = followReply(document, reply, tell, signal);
    },
  };
}
