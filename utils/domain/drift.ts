import type { FieldHealth } from './site-health.ts';

/** How many looks at a field are kept. */
export const recentLooks = 20;

/** A field that was found before and is not any more: the site changed. */
export function isDrifting({ recent }: Pick<FieldHealth, 'recent'>): boolean {
  return recent.length >= 5 && recent.includes('1') && /^0{3}/.test(recent);
}
