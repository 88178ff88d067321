import type { Collection } from '../../utils/messaging/changes.ts';

/** What moves when a watched page was looked at, or something found there was read, muted or noted. */
export const watchCollections = ['watchlist'] as const satisfies readonly Collection[];
