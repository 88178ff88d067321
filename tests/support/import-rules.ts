import { posix } from 'node:path';
import type { Import } from './source-files.ts';

/** Who may import whom: the table of the house. A path belongs to the first row that it begins with. */
export interface Layer {
  folder: string;
  /** beginnings of project paths that may be imported, beside the own folder */
  may: string[];
  /** of these only types */
  types?: string[];
  packages?: string[];
}

const domain = 'utils/domain/';
const protocol = 'utils/messaging/protocol'; // protocol.ts and its parts in protocol/
const changes = 'utils/messaging/changes.ts';
const files = 'utils/files/';
const client = 'utils/messaging/client.ts';
const ui = 'components/ui/';
const hooks = 'components/hooks/';
const queue = 'components/queue/';
/** Surfaces that show the queue. */
const withQueue = ['sidepanel', 'dashboard'];
const i18n = 'utils/i18n/';
const preact = ['preact', 'preact/hooks', 'preact/compat'];
const browser = '#imports';

function surface(name: string): Layer {
  return {
    folder: `components/${name}/`,
    may: [
      ui,
      hooks,
      domain,
      'utils/templates/',
      i18n,
      ...(name === 'dashboard' ? [files] : []),
      ...(withQueue.includes(name) ? [queue] : []),
    ],
    types: [protocol],
    // the charts of the competitor watch
    packages: name === 'dashboard' ? [...preact, 'uplot', 'uplot/dist/uPlot.min.css'] : preact,
  };
}

export const layers: Layer[] = [
  { folder: domain, may: [], packages: ['zod/mini'] },
  { folder: 'utils/sites/', may: [domain] },
  { folder: 'utils/templates/', may: [domain], packages: ['liquidjs', 'yaml'] },
  { folder: 'utils/snapshots/', may: [domain], packages: ['diff', 'pixelmatch'] },
  {
    folder: files,
    may: [domain],
    packages: ['@noble/hashes/sha2.js', 'papaparse', 'fflate'],
  },
  {
    folder: 'utils/storage/',
    may: [domain, files],
    packages: ['idb', 'zod/mini', '@noble/hashes/sha2.js', '@noble/hashes/hmac.js', '@noble/hashes/utils.js'],
  },
  { folder: i18n, may: [domain] },
  { folder: protocol, may: [domain], packages: ['zod/mini'] },
  { folder: 'utils/messaging/router.ts', may: [domain, protocol], packages: ['zod/mini'] },
  { folder: 'utils/messaging/sender.ts', may: [protocol] },
  { folder: changes, may: [] },
  { folder: client, may: [changes, domain], types: [protocol], packages: [browser] },
  {
    folder: 'utils/services/',
    // i18n: the browser draws the context menu in words that the background gives it
    may: [
      'utils/storage/',
      domain,
      files,
      'utils/sites/',
      'utils/snapshots/',
      'utils/templates/',
      changes,
      i18n,
    ],
    types: [protocol, 'utils/messaging/'],
    packages: [browser, 'zod/mini'],
  },
  {
    folder: 'utils/page/',
    may: ['utils/sites/', 'utils/templates/', domain, changes, client, 'components/overlay/', i18n],
    types: [protocol],
    packages: [browser, ...preact],
  },
  { folder: ui, may: [domain, i18n], packages: preact },
  { folder: hooks, may: [client, changes, domain, files], types: [protocol], packages: preact },
  // "To handle" is the same list beside the page and in the full tab, so it belongs to neither
  surface('queue'),
  surface('overlay'),
  surface('frame'),
  surface('popup'),
  surface('sidepanel'),
  surface('dashboard'),
  {
    folder: 'entrypoints/background.ts',
    may: ['utils/services/', 'utils/messaging/', 'utils/storage/', domain],
    packages: [browser, 'wxt/utils/define-background'],
  },
  {
    // parses for the worker, with what the worker would use itself if it could
    folder: 'entrypoints/offscreen/',
    may: ['utils/services/refresh/read-here.ts'],
    packages: [browser],
  },
  {
    folder: 'entrypoints/',
    may: ['utils/page/', 'components/', client, changes, i18n, domain, 'utils/sites/'],
    types: [protocol],
    packages: [browser, ...preact, 'wxt/utils/define-unlisted-script', 'wxt/utils/define-content-script'],
  },
];

/** What a snapshot takes from a page is pure and part of comparing: of the page's script only its own file may carry it. */
const snapshotTakers = 'utils/page/snapshot/';
const taken = ['text-blocks.ts', 'page-layout.ts', 'walk-page.ts'].map((name) => `utils/snapshots/${name}`);

/** Readers are a file of their own, injected when the person asks: the script on every page must not carry them. */
const onlyLight = ['utils/page/', 'components/', 'entrypoints/overlay.ts'];
const lightSites = ['utils/sites/registry.ts', 'utils/sites/site.ts', 'utils/sites/other-site.ts'];

function begins(path: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => path.startsWith(beginning));
}

/** Why a file may not import something, or null when it may. */
export function importFault(path: string, { from, typeOnly }: Import): string | null {
  const layer = layers.find(({ folder }) => path.startsWith(folder));
  if (!layer) return `${path} is in no layer of the house`;
  if (!from.startsWith('.'))
    return layer.packages?.includes(from) ? null : `${path} may not import the package ${from}`;
  const target = posix.join(posix.dirname(path), from.replace(/\?.*$/, ''));
  if (!/\.(tsx?|css)$/.test(target)) return `${path} imports ${from} without its extension`;
  // a stylesheet carries no code
  if (target.endsWith('.css') && begins(target, [layer.folder, ui, 'components/'])) return null;
  if (typeOnly && begins(target, [...(layer.types ?? []), ...layer.may])) return null;
  if (
    !typeOnly &&
    begins(path, onlyLight) &&
    target.startsWith('utils/sites/') &&
    !lightSites.includes(target)
  )
    return `${path} imports ${target}: only the light registry belongs into the script on every page`;
  if (path.startsWith(snapshotTakers) && taken.includes(target)) return null;
  return begins(target, [layer.folder, ...layer.may]) ? null : `${path} may not import ${target}`;
}
