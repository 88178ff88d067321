import type { Input } from '../../utils/messaging/protocol.ts';
import { askFirst } from './first-answers.ts';

/** The first page of everything that waits: what the list begins with. */
export const firstOfQueue: Input<'case.queue'> = { filter: {}, after: null, limit: 60 };

/** Asks for it before there is a screen. */
export const askFirstOfQueue = () => askFirst('case.queue', firstOfQueue, ['cases', 'recovery']);
