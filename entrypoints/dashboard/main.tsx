import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/dashboard/dashboard.css';
import { render } from 'preact';
import { browser } from '#imports';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { siteOf, sites } from '../../utils/sites/registry.ts';

/** The profile that an address stands for. */
function identify(address: string) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const site = siteOf(url);
  const found = site?.identify(url);
  return site && found?.kind === 'profile' && found.handle
    ? { platform: site.id, handle: found.handle }
    : null;
}

/** Firefox has a call for its page; Chromium only an address, which no script but `tabs.create` may open. */
async function openShortcuts() {
  const { commands } = browser;
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

const notifications = { permissions: ['notifications' as const] };
const hasNotifications = async () =>
  (await browser.permissions.contains(notifications)) && browser.notifications !== undefined;
async function requestNotifications() {
  try {
    if (!(await browser.permissions.request(notifications))) return 'denied';
    return (await hasNotifications()) ? 'granted' : 'missing';
  } catch {
    // a browser that does not know the permission refuses the question
    return 'missing';
  }
}

/** How long a download may take to begin reading its file before its address is given up, milliseconds. */
const downloadStart = 60_000;

/** A link of our own origin, so that the browser takes the name and asks for no permission. */
function saveFile(name: string, blob: Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), downloadStart);
}

const root = document.getElementById('app');
if (root) {
  render(
    <Dashboard
      browserLanguage={browser.i18n.getUILanguage()}
      platforms={sites.map(({ id, hosts }) => ({ id, hosts }))}
      requestHosts={(origins) => browser.permissions.request({ origins })}
      removeHosts={(origins) => browser.permissions.remove({ origins })}
      grantedHosts={async () => (await browser.permissions.getAll()).origins ?? []}
      requestNotifications={requestNotifications}
      hasNotifications={hasNotifications}
      openShortcuts={() => void openShortcuts()}
      identify={identify}
      saveFile={saveFile}
      keepStorage={() => navigator.storage.persist()}
      version={browser.runtime.getManifest().version}
    />,
    root,
  );
}
