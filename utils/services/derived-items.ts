import type { DerivedItem } from '../domain/vocabulary.ts';
import { dueFollowUps } from './derived-items/due-follow-ups.ts';
import type { DerivedSource } from './derived-items/progress.ts';
import { ideasLooked, watchlistLooked } from './derived-items/watchlist-looked.ts';

/** Every derived item of the checklist. One more is one more source and line here, and its name in domain/vocabulary.ts. */
export const derivedSources: Record<DerivedItem, DerivedSource> = {
  'due-follow-ups': dueFollowUps,
  'watchlist-looked': watchlistLooked,
  'ideas-looked': ideasLooked,
};
