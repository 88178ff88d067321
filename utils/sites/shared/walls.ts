import { titleOf } from './page.ts';

/** Elements that only a captcha, challenge or block page has, whatever the site and language. */
const wallElements = [
  '#px-captcha',
  '#challenge-form',
  '#challenge-running',
  '#challenge-error-text',
  '#cf-challenge-running',
  'form[action*="/errors/validateCaptcha"]',
  'form#captcha-form[action*="index"]',
  'iframe[src*="captcha-delivery.com"]',
  'iframe[src*="_Incapsula_Resource"]',
  'script[src*="/js/visitor/mini"]',
  'form[action*="wappass.baidu.com"]',
  'form#jsl_login',
].join(',');

const wallScripts =
  /\b(?:_cf_chl_opt|gokuProps|visitor_origin|_wafchallengeid)\b|https?:\/\/(?:geo|ct)\.captcha-delivery\.com/;

/** Titles of small error pages; such a page has nothing else. */
const wallTitle =
  /^(?:(?:40[1349]|429|50[0234])\b|just a moment|attention required|access denied|robot (?:check|or human)|sina visitor system|please wait|pardon our interruption|verify you are human|security (?:check|verification)|验证码|安全验证|访问验证|百度安全验证)/i;

/** A captcha, with the head and foot of its site around it, has fewer elements than this. */
const mostOfWall = 1_000;

/** Whether a document asks to prove that one is no machine, alone or over a page; what it says of a page on which nothing was found. */
export function asksForProof(document: Document): boolean {
  return document.querySelector(wallElements) !== null;
}

/**
 * Whether a document is a captcha, challenge or refusal instead of the page at the address. Login walls and removed pages look different
 * on every site: the site's reader knows them.
 */
export function isWall(document: Document): boolean {
  const size = document.querySelectorAll('body *').length;
  // Some sites ask in a dialog over the whole page, which is there behind it.
  if (size <= mostOfWall && document.querySelector(wallElements)) return true;
  // A real page can carry these scripts too, but not beside so little else.
  if (size > 150) return false;
  if (wallTitle.test(titleOf(document) ?? '')) return true;
  for (const script of document.querySelectorAll('script:not([src])')) {
    if (wallScripts.test((script.textContent ?? '').slice(0, 20_000))) return true;
  }
  return false;
}

/** What holds no words of a page's own matter. */
const aside =
  'form, a, button, label, select, script, style, noscript, template, dialog, [role="dialog"], footer, [role="contentinfo"]';

/**
 * Whether sentences stand beside forms, links and dialogs: more than a wall's slogan and its line of law. Pages of a generation that nobody
 * here knows show so that they are no wall.
 */
export function speaksBeside(document: Document): boolean {
  let said = 0;
  for (const element of [...document.querySelectorAll('body, body *')].slice(0, 5_000)) {
    if (element.closest(aside)) continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== 3) continue;
      const { length } = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (length >= 40) said += length;
    }
    if (said >= 200) return true;
  }
  return false;
}

/** Whether the document's main matter is a form that asks for a password: a login wall. Sign-in boxes of pages that show more do not count. */
export function asksToLogIn(document: Document): boolean {
  const field = document.querySelector('input[type="password"]');
  return (
    field !== null &&
    document.querySelectorAll('main, article, [role="main"], h1').length <= 2 &&
    document.querySelectorAll('a[href]').length < 80 &&
    !speaksBeside(document)
  );
}
