import { render } from 'preact';
import { browser } from '#imports';
import { Card } from '../../components/frame/card.tsx';
import { Peek } from '../../components/frame/peek.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/frame/frame.css';
import '../../components/frame/collect.css';
import '../../components/frame/peek.css';
import { ask } from '../../utils/messaging/client.ts';

const app = document.getElementById('app');
if (app) {
  const browserLanguage = browser.i18n.getUILanguage();
  render(
    // the page's script opens a second frame that only tells about names
    location.hash === '#peek' ? (
      <Peek browserLanguage={browserLanguage} />
    ) : (
      <Card
        browserLanguage={browserLanguage}
        onClose={() => void ask('frame.close', {})}
        onHeight={(height) => void ask('frame.size', { height: Math.min(height, 4_000) })}
      />
    ),
    app,
  );
}
