import { browser } from '#imports';
import { sites } from '../sites/registry.ts';

/** The script on every page of a granted site; readers and later features are injected when they are needed. */
const overlayFile = 'overlay.js';

const originsOf = (hosts: readonly string[]) => hosts.map((host) => `https://${host}/*`);

/** Sites of the registry that the browser gives access to now. Access can be withheld or taken away at any time. */
async function grantedSites(): Promise<{ id: string; matches: string[] }[]> {
  const wanted = sites.flatMap((site) =>
    originsOf(site.hosts).map((origin) => ({ id: `${site.id} ${origin}`, origin })),
  );
  const granted = await Promise.all(
    wanted.map(async ({ id, origin }) =>
      (await browser.permissions.contains({ origins: [origin] })) ? { id, matches: [origin] } : [],
    ),
  );
  return granted.flat();
}

/**
 * Makes the browser's list of registered scripts what granted sites call for. Run at every worker start, install, update and
 * change of permissions or of switched-off sites: an unpacked extension loses its registrations with the browser's restart,
 * and every extension loses them with an update.
 * @param sitesOff hosts on which the person switched the overlay off
 */
export async function reconcileScripts(sitesOff: readonly string[]): Promise<void> {
  const excludeMatches = sitesOff.map((host) => `*://${host}/*`);
  const wanted = new Map((await grantedSites()).map((site) => [site.id, site]));
  const registered = await browser.scripting.getRegisteredContentScripts();
  const same = (a: readonly string[] | undefined, b: readonly string[]) =>
    [...(a ?? [])].sort().join() === [...b].sort().join();
  const stale = registered.filter(
    (script) => !wanted.has(script.id) || !same(script.excludeMatches, excludeMatches),
  );
  if (stale.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: stale.map((script) => script.id) });
  const kept = new Set(registered.filter((script) => !stale.includes(script)).map((script) => script.id));
  const missing = [...wanted.values()].filter((site) => !kept.has(site.id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(({ id, matches }) => ({
      id,
      matches,
      ...(excludeMatches.length > 0 ? { excludeMatches } : {}),
      js: [overlayFile],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    })),
  );
}

/**
 * Puts the script into tabs that were open before it could be registered (install, update, a permission just given).
 * The script itself steps back where a live one of this version is already there.
 */
export async function injectOpenTabs(): Promise<void> {
  const matches = (await grantedSites()).flatMap((site) => site.matches);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : injectOverlay(tab.id))));
}

/** @returns whether the script could be put there; a browser page, a store or a withheld site refuses it */
export async function injectOverlay(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${overlayFile}`] });
    return true;
  } catch {
    return false;
  }
}
