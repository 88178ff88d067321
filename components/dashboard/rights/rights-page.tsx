import './rights.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Route } from '../use-route.ts';
import { RightsDetails } from './rights-details.tsx';
import { RightsList } from './rights-list.tsx';
import { RightsWords } from './words.tsx';

/** UGC and the right to use it: `#/rights`, narrowed by what stands behind the `?`, and `#/rights/<id>`. */
export function RightsPage({ route, market }: { route: Route; market: Settings['market'] }) {
  return (
    <RightsWords market={market}>
      {route.id ? <RightsDetails key={route.id} id={route.id} /> : <RightsList route={route} />}
    </RightsWords>
  );
}
