import { localDay } from '../../utils/domain/day.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useQuery } from './use-query.ts';

export interface HandoverSources {
  sources: Output<'handover.get'> | undefined;
  code: ErrorCode | undefined;
  again: () => void;
}

/** What a stand-in has to know beside the replies: whom we watch, and what is to be done today. */
export function useHandover(): HandoverSources {
  const { value, code, again } = useQuery('handover.get', { day: localDay() }, ['watchlist', 'checklist']);
  return { sources: value, code, again };
}
