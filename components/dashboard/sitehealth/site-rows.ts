import { isDrifting } from '../../../utils/domain/drift.ts';
import type { PlatformId } from '../../../utils/domain/platform.ts';
import type { FieldHealth, SiteHealth } from '../../../utils/domain/site-health.ts';

/** `never`: it was looked for and never found */
export type FieldState = 'found' | 'drifting' | 'never';

export interface FieldRow {
  field: string;
  health: FieldHealth;
  state: FieldState;
  found: number;
  looks: number;
}

function stateOf(health: FieldHealth): FieldState {
  if (isDrifting(health)) return 'drifting';
  return health.lastFound === undefined ? 'never' : 'found';
}

const order: Record<FieldState, number> = { drifting: 0, never: 1, found: 2 };

/** The fields of one kind of page: what drifts first, then by name. */
export function fieldRows({ fields }: SiteHealth): FieldRow[] {
  return Object.entries(fields)
    .map(([field, health]) => ({
      field,
      health,
      state: stateOf(health),
      found: [...health.recent].filter((look) => look === '1').length,
      looks: health.recent.length,
    }))
    .sort((a, b) => order[a.state] - order[b.state] || a.field.localeCompare(b.field));
}

const drifts = (site: SiteHealth) => Object.values(site.fields).some(isDrifting);

/** Sites in the order in which they need a look: what drifts first, then what was read last. */
export function sitesInOrder(sites: readonly SiteHealth[], onlyDrifting: boolean): SiteHealth[] {
  return sites
    .filter((site) => !onlyDrifting || drifts(site))
    .sort((a, b) => Number(drifts(b)) - Number(drifts(a)) || b.updatedAt.localeCompare(a.updatedAt));
}

/** Platforms of which no page was read yet. */
export function notYetRead(platforms: readonly PlatformId[], sites: readonly SiteHealth[]): PlatformId[] {
  const read = new Set(sites.map(({ platform }) => platform));
  return platforms.filter((platform) => !read.has(platform));
}
