/*
 * Addresses are compared for thousands of products: by cutting strings, without parsing each of them.
 */

/** Parameters that say how somebody came to a page, beyond those that the readers take off: positions in a list, recommendations, sessions. */
const passing =
  /^(?:_pos|_sid|_ss|_psq|_v|_fid|pr_\w+|utm_\w+|ref\w*|spm|scm|sessionid|sid|gclid|fbclid|position|pos)=/i;

/** The same page under any of its addresses: without protocol, `www.`, anchor, passing parameters and Shopify's collection in front. */
export function pageIdentity(address: string): string {
  const [whole = ''] = address.split('#', 1);
  const at = whole.indexOf('?');
  const path = at < 0 ? whole : whole.slice(0, at);
  const base = path
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/collections\/[^/]+(?=\/products\/)/, '')
    .replace(/\/$/, '');
  if (at < 0) return base;
  const kept = whole
    .slice(at + 1)
    .split('&')
    .filter((part) => part && !passing.test(part))
    .sort();
  return kept.length > 0 ? `${base}?${kept.join('&')}` : base;
}

/** Names that say what a file is for and not which picture it is. */
const plainName =
  /^(?:image|img|main|default|photo|picture|pic|cover|avatar|thumb(?:nail)?|original|orig|index|product|full|large|medium|small|s-l\d*|i?\d{1,4}|[a-z]{1,3})$/i;

/** Takes what a picture server adds for size, quality and format off a file's name. */
function withoutSize(name: string): string {
  return name
    .replace(/^s-l\d+(?=\.|$)/, '') // ebay: the folder has the name
    .replace(/[~!@].*$/, '') // tiktok ~c5_1080, weibo !thumb, bilibili @300w
    .replace(/=[swh]\d[\w-]*$/, '') // googleusercontent =s900-c-k
    .replace(/(?:\.(?:jpe?g|png|webp|avif|gif|jfif))(?:_[^/]*)?$/i, '') // alicdn .jpg_300x300q90.jpg_.webp
    .replace(/\._[A-Z][\w,-]*_$/i, '') // amazon ._AC_SX300_
    .replace(/[_-](?:\d{2,4}x\d{0,4}|x\d{2,4})(?:[_@-]?crop\w*)?(?:@\dx)?$/i, '') // shopify _300x, wordpress -300x300
    .replace(/_(?:pico|icon|thumb|small|compact|medium|large|grande|master|normal|bigger|\d{2,4})$/i, '');
}

/**
 * The same picture in any size, format or host: the file's name without what a server adds. Pictures under wholly new names cannot be told
 * by their address; see `pictureHash`.
 */
export function pictureIdentity(address: string): string {
  // Next.js and others name the real address in a parameter
  const inner = address.match(/[?&](?:url|src|image)=(https?(?::|%3a)[^&#]+|%2f[^&#]+)/i)?.[1];
  let whole = address;
  if (inner) {
    try {
      whole = decodeURIComponent(inner);
    } catch {
      // a lone % is no address: the outer one stays
    }
  }
  const [path = ''] = whole.replace(/^(?:https?:)?\/\/[^/]*/i, '').split(/[?#]/, 1);
  const parts = path.split('/').filter(Boolean);
  const names: string[] = [];
  while (parts.length > 0 && names.length < 3) {
    const name = withoutSize(parts.pop() ?? '');
    if (name) names.unshift(name);
    if (name && !plainName.test(name)) break;
  }
  return names.join('/');
}

/**
 * Whose picture server it is: the last two names of the host, so that its many machines are one. Under another one the same picture may have
 * any name.
 */
export function pictureSite(address: string): string {
  const host = /^(?:https?:)?\/\/([^/?#:]*)/i.exec(address)?.[1] ?? '';
  return host.toLowerCase().split('.').slice(-2).join('.');
}
