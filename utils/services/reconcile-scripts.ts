import { browser } from '#imports';
import { siteOf, sites } from '../sites/registry.ts';
import { otherScripts, siteScript } from '../sites/site-scripts.ts';
import { ownFile } from './own-file.ts';

/** The script on every page of a granted site; readers and what else a page may need are injected when they are needed. */
const overlayFile = 'overlay.js';

/** The files for a site: what is known of it, before the overlay that asks. */
const filesFor = (id: string) =>
  id === otherScripts ? [overlayFile] : [`${siteScript(id)}.js`, overlayFile];

const originsOf = (hosts: readonly string[]) => hosts.map((host) => `https://${host}/*`);

const isOurs = new Set(sites.flatMap((site) => originsOf(site.hosts)));

interface Wanted {
  id: string;
  matches: string[];
  js: string[];
}

/** Sites of the registry that the browser gives access to now. Access can be withheld or taken away at any time. */
async function grantedSites(): Promise<Wanted[]> {
  const wanted = sites.flatMap((site) => originsOf(site.hosts).map((origin) => ({ site: site.id, origin })));
  const { origins = [] } = await browser.permissions.getAll();
  const single = new Set(origins);
  // only the browser knows which of its wider patterns cover which: one question a host, where there is such a pattern
  const wide = origins.some((origin) => /^[^/]+\/\/[^/]*\*|^<all_urls>$/.test(origin) && !isOurs.has(origin));
  const has = async (origin: string) =>
    single.has(origin) || (wide && (await browser.permissions.contains({ origins: [origin] })));
  const granted = await Promise.all(
    wanted.map(async ({ site, origin }) =>
      (await has(origin)) ? { id: `${site} ${origin}`, matches: [origin], js: filesFor(site) } : [],
    ),
  );
  return granted.flat();
}

/**
 * Single hosts that the registry does not know, where the person said "always here". A permission for all sites is not that: it was given
 * for something else.
 */
export async function otherOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(
    (origin) =>
      /^https:\/\/[^*/]+\/\*$/.test(origin) &&
      !isOurs.has(origin) &&
      siteOf(new URL(origin.slice(0, -1))) === null,
  );
}

async function wantedScripts(): Promise<Wanted[]> {
  const others = (await otherOrigins()).map((origin) => ({
    id: `${otherScripts} ${origin}`,
    matches: [origin],
    js: filesFor(otherScripts),
  }));
  return [...(await grantedSites()), ...others];
}

/**
 * Makes the browser's list of registered scripts what granted sites call for. Run at every worker start, install, update and
 * change of permissions or of switched-off sites: an unpacked extension loses its registrations with the browser's restart,
 * and every extension loses them with an update.
 * @param sitesOff hosts on which the person switched the overlay off
 */
export async function reconcileScripts(sitesOff: readonly string[]): Promise<void> {
  const excludeMatches = sitesOff.map((host) => `*://${host}/*`);
  const wanted = new Map((await wantedScripts()).map((script) => [script.id, script]));
  const registered = await browser.scripting.getRegisteredContentScripts();
  const same = (a: readonly string[] | undefined, b: readonly string[]) =>
    [...(a ?? [])].sort().join() === [...b].sort().join();
  const stale = registered.filter(
    (script) =>
      !wanted.has(script.id) ||
      !same(script.excludeMatches, excludeMatches) ||
      !same(script.js, wanted.get(script.id)?.js ?? []),
  );
  if (stale.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: stale.map((script) => script.id) });
  const kept = new Set(registered.filter((script) => !stale.includes(script)).map((script) => script.id));
  const missing = [...wanted.values()].filter((site) => !kept.has(site.id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(({ id, matches, js }) => ({
      id,
      matches,
      ...(excludeMatches.length > 0 ? { excludeMatches } : {}),
      js,
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
  const matches = (await wantedScripts()).flatMap((script) => script.matches);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : injectOverlay(tab.id, tab.url))));
}

/**
 * Puts the overlay into a tab, with what is known of its site.
 * @param url of the tab's page, where the browser tells
 * @returns whether it could be put there; a browser page, a store or a withheld site refuses it
 */
export async function injectOverlay(tabId: number, url: string | undefined): Promise<boolean> {
  const id = (url !== undefined && URL.canParse(url) && siteOf(new URL(url))?.id) || otherScripts;
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      files: filesFor(id).map(ownFile),
    });
    return true;
  } catch {
    return false;
  }
}
