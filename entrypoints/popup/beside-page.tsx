import '../../components/frame/palette/palette.css';
import '../../components/frame/palette/beside.css';
import { browser } from '#imports';
import { BesidePage } from '../../components/frame/palette/beside-page.tsx';
import type { BesideProps } from '../../components/hooks/palette-surface.ts';

const browserLanguage = browser.i18n.getUILanguage();
const detect = (text: string) => browser.i18n.detectLanguage(text).catch(() => undefined);

/** The saved replies with what the browser tells them; they and their styles are loaded when they are asked for. */
export function Replies(props: BesideProps) {
  return <BesidePage {...props} browserLanguage={browserLanguage} detect={detect} />;
}
