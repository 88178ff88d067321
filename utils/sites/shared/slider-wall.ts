import { titleOf } from './page.ts';

const sliders =
  '#baxia-punish, #nocaptcha, #nc_1_wrapper, #nc_1_n1z, .nc-container, .J_MIDDLEWARE_FRAME_WIDGET, [id^="baxia-dialog"], iframe[src*="_____tmd_____"]';

/** Whether a document is the slider page of the Alibaba group (`/punish`, `_____tmd_____`) instead of the page at the address. */
export function isSliderPage(document: Document): boolean {
  // A full page can have a slider ready in a corner; the wall has little else.
  if (document.querySelectorAll('body *').length > 150) return false;
  if (document.querySelector(sliders)) return true;
  if (/^captcha interception$/i.test(titleOf(document) ?? '')) return true;
  for (const script of document.querySelectorAll('script')) {
    const text = `${script.getAttribute('src') ?? ''}${(script.textContent ?? '').slice(0, 20_000)}`;
    if (/_____tmd_____|\/punish[/?'"]/.test(text)) return true;
  }
  return false;
}
