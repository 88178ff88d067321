import type { TextRegion } from '../domain/change-kind.ts';

/** Nothing that a visitor reads, or nothing of the page: scripts, fields that people type into, frames of others. */
const skippedTags = new Set(
  'script style noscript template iframe object embed svg math canvas audio video input textarea select option datalist meter progress head map'.split(
    ' ',
  ),
);

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/i;
const hiddenClass =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text|-only)?|d-none|a-offscreen|is-hidden)(?:\s|$)/;

/** Whether an element is left out with everything in it; told without layout, so by attributes and well-known class names only. */
export function isLeftOut(element: Element): boolean {
  if (skippedTags.has(element.localName)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  // what somebody types or was sent is not the competitor's
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  if (role === 'textbox' || role === 'log' || role === 'searchbox' || role === 'combobox') return true;
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return true;
  const style = element.getAttribute('style');
  if (style && hiddenStyle.test(style)) return true;
  const names = element.getAttribute('class');
  return Boolean(names && hiddenClass.test(names)) || isChat(names, element.id);
}

/** Messages are other people's: a chat window on a page is never kept. */
function isChat(names: string | null, id: string): boolean {
  return /(?:^|[\s_-])(?:chat(?:box|bot|window|widget)?|livechat|intercom|crisp|zendesk|messenger|conversation)(?:[\s_-]|$)/i.test(
    `${names ?? ''} ${id}`,
  );
}

const regionNames: [TextRegion, RegExp][] = [
  ['notice', /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|didomi|usercentrics|cmp)(?:[\s_-]|$)/i],
  [
    'advert',
    /(?:^|[\s_-])(?:ads?|adverts?|advertisements?|advertising|adsbygoogle|sponsor(?:ed|s)?|dfp|gpt|taboola|outbrain|guanggao)(?:[\s_-]|$)/i,
  ],
  [
    'recommended',
    /recommend|recently-?viewed|(?:^|[\s_-])(?:related|upsells?|cross-sells?|also-(?:like|bought|viewed)|you-may|guess-you-like|cainixihuan|personali[sz]ed)(?:[\s_-]|$)/i,
  ],
  [
    'banner',
    /(?:^|[\s_-])(?:hero|banner|announcement|promo(?:tion)?-?bar|slideshow|slider|carousel|marquee|masthead|kv)(?:[\s_-]|$)/i,
  ],
];

/** Headings over products chosen for the visitor. */
const recommendedHeading =
  /you (?:may|might) (?:also )?(?:like|love)|recommended for you|recently viewed|related products|customers also|people also|inspired by|猜你喜欢|猜你喜歡|为你推荐|為你推薦|为您推荐|看了又看|最近浏览|最近瀏覽|相关推荐|相關推薦|(?:das )?könnte (?:dir|ihnen)|vous aimerez|te puede(?:n)? (?:gustar|interesar)/i;

function isRecommended(element: Element): boolean {
  let child = element.firstElementChild;
  for (let step = 0; child && step < 3; step++, child = child.nextElementSibling) {
    const heading = /^h[1-6]$/.test(child.localName)
      ? child
      : child.querySelector(':scope > h2, :scope > h3');
    const text = heading?.textContent ?? '';
    if (text && text.length < 80) return recommendedHeading.test(text);
  }
  return false;
}

const mostCardLinks = 6;
const mostCardText = 1_000;

/** One of at least three neighbours alike with a link and a picture or a number: a product or a post, which the reading tells of. */
function isCard(element: Element): boolean {
  const { localName, parentElement } = element;
  if (!parentElement || !/^(?:li|article|div|dl|tr|a)$/.test(localName)) return false;
  const name = firstClass(element);
  const alike = (other: Element | null) => other?.localName === localName && firstClass(other) === name;
  let count = 1;
  for (
    let next = element.nextElementSibling;
    count < 3 && alike(next);
    next = next?.nextElementSibling ?? null
  )
    count++;
  for (
    let last = element.previousElementSibling;
    count < 3 && alike(last);
    last = last?.previousElementSibling ?? null
  )
    count++;
  if (count < 3) return false;
  // sections of a page look alike too: they have more to say and more links
  const text = element.textContent ?? '';
  const links = localName === 'a' ? 1 : element.querySelectorAll('a[href]').length;
  if (links === 0 || links > mostCardLinks || text.length > mostCardText) return false;
  return element.querySelector('img, picture') !== null || /\d/.test(text);
}

function firstClass(element: Element): string {
  return (element.getAttribute('class') ?? '').trim().split(/\s+/, 1)[0] ?? '';
}

/** Regions whose insides belong to them whatever they are called. */
const closedRegions = new Set<TextRegion>([
  'navigation',
  'footer',
  'notice',
  'advert',
  'recommended',
  'card',
]);

/** In which region an element stands. What holds the page's main part or heading is no advert, however it is called. @param outer the region of the element it is in */
export function regionOf(element: Element, outer: TextRegion): TextRegion {
  if (closedRegions.has(outer)) return outer;
  const { localName } = element;
  const role = element.getAttribute('role');
  if (localName === 'nav' || role === 'navigation' || role === 'menu' || role === 'menubar')
    return 'navigation';
  if (localName === 'footer' || role === 'contentinfo') return 'footer';
  const names = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('aria-label') ?? ''}`;
  if (names.length > 2 && element.localName !== 'body')
    for (const [region, pattern] of regionNames)
      if (pattern.test(names) && !(closedRegions.has(region) && element.querySelector('main, h1')))
        return region;
  if (/^(?:section|aside|div|ul)$/.test(localName) && isRecommended(element)) return 'recommended';
  if (isCard(element)) return 'card';
  return localName === 'aside' || role === 'complementary' ? 'aside' : outer;
}

/** Made by a build: `css-1x2y3z`, `Price_price__a1B2c`, `jss41`, `sc-bdVaJa`. Another build has another. */
const builtName =
  /\d{2,}|^(?:css|jss|sc|emotion|svelte|styled|jsx)-|__[A-Za-z0-9_-]{5,}$|--[A-Za-z0-9]{5,}$|^[a-z]{1,3}[A-Z]{1,2}[a-z]?\d?$/;
/** Said of a moment: `is-open`, `active`. */
const momentName =
  /^(?:is|has|js|no|a)-|(?:^|-)(?:active|open|opened|loaded|loading|lazy\w*|visible|hidden|selected|current|hover|focus|in-view|animated?|aos\w*|swiper-slide-\w+)$/;

/** The part of an element's names that stays from one build and moment to the next, shortened. */
export function stableName(element: Element): string {
  const id = element.id;
  const names = (element.getAttribute('class') ?? '').trim().split(/\s+/, 6);
  const name = names.find(
    (each) => each && each.length <= 40 && !builtName.test(each) && !momentName.test(each),
  );
  if (name) return `${element.localName}.${name}`;
  return id && id.length <= 40 && !/\d/.test(id) ? `${element.localName}#${id}` : element.localName;
}
