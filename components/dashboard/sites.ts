import type { Platform } from './surroundings.ts';

/** Access to every https page; the browser asks for it in stronger words. */
export const everySite = 'https://*/*';

/** Match patterns that cover a platform's hosts. */
export function originsOf(platform: Platform): string[] {
  return platform.hosts.map((host) => `https://${host}/*`);
}

/** Whether each of a platform's hosts is granted, by itself or by access to everything. */
export function isGranted(granted: readonly string[], platform: Platform): boolean {
  if (coversEverySite(granted)) return true;
  return originsOf(platform).every((origin) => granted.includes(origin));
}

/** The patterns of a platform that are granted by themselves: all of them, or single ones such as the shop of one country. */
export function grantedOrigins(granted: readonly string[], platform: Platform): string[] {
  return originsOf(platform).filter((origin) => granted.includes(origin));
}

export function coversEverySite(granted: readonly string[]): boolean {
  return granted.some((origin) => [everySite, '<all_urls>', '*://*/*'].includes(origin));
}

/** Granted patterns that belong to no platform here, such as a single site switched on in the browser's own menu. */
export function otherOrigins(granted: readonly string[], platforms: readonly Platform[]): string[] {
  const known = new Set(platforms.flatMap(originsOf));
  return granted.filter((origin) => !known.has(origin) && !coversEverySite([origin]));
}
