import { dismissUnanswered, listUnanswered, seeUnanswered } from './see-unanswered.ts';

/** What answers the messages about comments seen without an answer. Part of the one list in `services/handlers.ts`. */
export const queueHandlers = {
  'queue.seen-unanswered': seeUnanswered(),
  'queue.unanswered': listUnanswered(),
  'queue.dismiss': dismissUnanswered(),
};
