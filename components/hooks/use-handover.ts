import { localDay } from '../../utils/domain/day.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useQuery } from './use-query.ts';

export interface HandoverSources {
  overview: Output<'overview.get'> | undefined;
  code: ErrorCode | undefined;
  again: () => void;
}

/** What a stand-in has to know beside the replies: whom we watch, and what is to be done today. */
export function useHandover(): HandoverSources {
  const { value, code, again } = useQuery('overview.get', { day: localDay() }, [
    'watchlist',
    'checklist',
    'brands',
  ]);
  return { overview: value, code, again };
}
