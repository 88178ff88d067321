import type { CreatorStatus, Loyalty } from './vocabulary.ts';

/**
 * What a page's script may know about a handle: enough to choose an icon, nothing of what the notebook says about the person. The
 * first that fits, from the one that must not be overlooked to the plainest.
 */
export const marks = [
  'new',
  'ours',
  'do-not-contact',
  'spam',
  'partner',
  'fan',
  'in-contact',
  'known',
] as const;
export type Mark = (typeof marks)[number];

/** The mark of someone in the notebook. That somebody wrote spam stands with what they wrote: `spam` is added by who reads that. */
export function markOf(creator: {
  doNotContact: boolean;
  role: string;
  loyalty: Loyalty;
  status: CreatorStatus;
}): Exclude<Mark, 'new' | 'ours' | 'spam'> {
  if (creator.doNotContact) return 'do-not-contact';
  if (creator.role === 'partner-brand' || creator.status === 'working-together') return 'partner';
  if (creator.loyalty !== 'none') return 'fan';
  if (creator.status === 'contacted' || creator.status === 'negotiating') return 'in-contact';
  return 'known';
}
