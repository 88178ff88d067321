import type { Output } from '../../utils/messaging/protocol.ts';
import { type Query, useQuery } from './use-query.ts';

type Layer = 'reading' | 'text' | 'picture' | 'layout';
type Content<L extends Layer> = Extract<Output<'snapshot.layer'>, { layer: L | 'missing' }>;

/** One layer of a snapshot, or why it is not there. Layers never change; a thinned one answers with its reason. */
export function useLayer<L extends Layer>(snapshotId: string, layer: L): Query<Content<L>> {
  return useQuery('snapshot.layer', { snapshotId, layer }, []) as Query<Content<L>>;
}
