import { render } from 'preact';
import { browser } from '#imports';
import { Card } from '../../components/frame/card.tsx';
import { Peek } from '../../components/frame/peek.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/parts.css';
import '../../components/frame/frame.css';
import '../../components/frame/collect.css';
import '../../components/frame/peek.css';
import '../../components/frame/palette/palette.css';
import { ask } from '../../utils/messaging/client.ts';

/** What the browser takes a text's language for, without a network; undefined where it cannot tell. */
async function detect(text: string) {
  try {
    return await browser.i18n.detectLanguage(text);
  } catch {
    return undefined;
  }
}

/** The page's script opens three kinds of frame: the card, one that only tells about names, and the saved replies. */
async function start(app: HTMLElement): Promise<void> {
  const browserLanguage = browser.i18n.getUILanguage();
  if (location.hash === '#palette') {
    // it carries the template language: the others need not load it
    const { Palette } = await import('../../components/frame/palette/palette.tsx');
    return render(<Palette browserLanguage={browserLanguage} detect={detect} />, app);
  }
  if (location.hash === '#peek') return render(<Peek browserLanguage={browserLanguage} />, app);
  render(
    <Card
      browserLanguage={browserLanguage}
      onClose={() => void ask('frame.close', {})}
      onHeight={(height) => void ask('frame.size', { height: Math.min(height, 4_000) })}
    />,
    app,
  );
}

const app = document.getElementById('app');
if (app) void start(app);
