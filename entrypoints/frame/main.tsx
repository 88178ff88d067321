import { render } from 'preact';
import { browser } from '#imports';
import { Card } from '../../components/frame/card.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/frame/frame.css';
import { ask } from '../../utils/messaging/client.ts';

const app = document.getElementById('app');
if (app) {
  render(
    <Card
      browserLanguage={browser.i18n.getUILanguage()}
      onClose={() => void ask('frame.close', {})}
      onHeight={(height) => void ask('frame.size', { height: Math.min(height, 4_000) })}
    />,
    app,
  );
}
