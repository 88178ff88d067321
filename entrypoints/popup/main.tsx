import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { browser } from '#imports';
import { Popup } from '../../components/popup/popup.tsx';

/** A new tab does not close the popup in every browser. In a tab of its own (`getCurrent` knows it) the page stays. */
async function open(url: string) {
  await browser.tabs.create({ url });
  await close();
}
async function close() {
  if (!(await browser.tabs.getCurrent())) window.close();
}

const hasAccess = (origin: string) => browser.permissions.contains({ origins: [origin] });
const askAccess = (origin: string) => browser.permissions.request({ origins: [origin] }).catch(() => false);

const root = document.getElementById('app');
if (root) {
  render(
    <Popup
      browserLanguage={browser.i18n.getUILanguage()}
      close={() => void close()}
      hasAccess={hasAccess}
      askAccess={askAccess}
      openTab={(url) => void open(url)}
      openDashboard={(route) => void open(browser.runtime.getURL('/dashboard.html') + route)}
    />,
    root,
  );
}
