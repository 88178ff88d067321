import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/popup/popup.css';
import { browser } from '#imports';
import { askFirstQuestions, loadFirstLook } from '../../components/popup/first-look.ts';
import { readUiSettings } from '../../utils/page/ui-settings.ts';

// the answers, the words and the code that draws them come side by side
const answered = askFirstQuestions();

/** The browser may run this before it has read the page to its end. */
const parsed =
  document.readyState === 'loading' &&
  new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));

async function start(): Promise<void> {
  const [{ show }, first] = await Promise.all([
    import('./show-popup.tsx'),
    readUiSettings().then((settings) => loadFirstLook(settings, browser.i18n.getUILanguage())),
    parsed,
    // drawn once with everything: a frame without its contents would be redrawn, and resized, a moment later
    answered,
  ]);
  const root = document.getElementById('app');
  if (root) show(root, first);
}
void start();
