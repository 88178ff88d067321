import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/frame/palette/palette.css';
import '../../components/frame/palette/beside.css';
import '../../components/sidepanel/sidepanel.css';
import { render } from 'preact';
import { browser } from '#imports';
import { BesidePage } from '../../components/frame/palette/beside-page.tsx';
import type { BesideProps } from '../../components/hooks/palette-surface.ts';
import { SidePanel } from '../../components/sidepanel/side-panel.tsx';

const browserLanguage = browser.i18n.getUILanguage();
const detect = (text: string) => browser.i18n.detectLanguage(text).catch(() => undefined);

/** The active tab of the window around. Where the panel is a tab itself, the one that was looked at before it. */
async function active(): Promise<number> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  const others = tabs.filter(({ id }) => id !== own?.id);
  const [first] = others.sort(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  return first?.id ?? browser.tabs.TAB_ID_NONE;
}

function onMoved(moved: () => void, signal: AbortSignal): void {
  const { onActivated, onUpdated } = browser.tabs;
  const updated = (_id: number, change: { status?: string; url?: string }) => {
    // an address is told only of sites that were granted: there a page may move inside itself
    if (change.status === 'complete' || change.url !== undefined) moved();
  };
  onActivated.addListener(moved);
  onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    onActivated.removeListener(moved);
    onUpdated.removeListener(updated);
  });
}

const tabs = { active, onMoved };
const Replies = (props: BesideProps) => (
  <BesidePage {...props} browserLanguage={browserLanguage} detect={detect} />
);

const root = document.getElementById('app');
if (root) {
  render(
    <SidePanel
      browserLanguage={browserLanguage}
      tabs={tabs}
      Replies={Replies}
      openDashboard={(route) =>
        void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') + route })
      }
    />,
    root,
  );
}
