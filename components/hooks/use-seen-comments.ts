import type { SeenComment } from '../../utils/domain/seen-comment.ts';
import { useQuery } from './use-query.ts';

const none: readonly SeenComment[] = [];

/**
 * The comments lately replied to, the last one first; null while they are asked for. Asked again after a reply and after somebody was erased.
 */
export function useSeenComments(): readonly SeenComment[] | null {
  const query = useQuery('template.seen-comments', {}, ['templates', 'creators']);
  return query.state === 'loading' ? null : (query.value?.comments ?? none);
}
