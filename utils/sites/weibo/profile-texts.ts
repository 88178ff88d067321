import type { CreatorReading } from '../../domain/page-reading.ts';
import { decodeEntities } from '../shared/entities.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { at, jsonAt } from '../shared/state.ts';
import { cleanText, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity } from '../site.ts';
import { numbers } from './state.ts';

/** Where the counters of the older desktop pages lead, on other people's pages and on one's own. */
export const counterLinks = {
  followers: /relate=fans|\/(?:my)?fans\b/,
  following: /\/(?:my)?follow(?:\?(?!.*relate=fans)|$|#)/,
  posts: /\/home\?|\/profile\b|is_all=1/,
};

/** weibo.cn/<number>/info: lines of a label and a value. The site has no other language. */
export function plainInfo(
  facts: Facts,
  document: Document,
  uid: string | undefined,
  base: string,
): Partial<CreatorReading> | undefined {
  const block = [...document.querySelectorAll('.tip + .c')].find((each) =>
    /昵称[:：]/.test(each.textContent ?? ''),
  );
  if (!block || !uid || !document.querySelector(`a[href*="uid=${uid}"], a[href^="/${uid}/"]`))
    return undefined;
  const lines = (textOf(block) ?? '').split('\n');
  const said = (label: string) =>
    lines.map((line) => new RegExp(`^${label}[:：](.+)$`).exec(line)?.[1]?.trim()).find(Boolean);
  const official = said('认证');
  return compact<Partial<CreatorReading>>({
    stableId: facts.line('stableId', uid, 'dom'),
    displayName: facts.line('displayName', said('昵称'), 'dom'),
    bio: facts.text('bio', said('简介'), 'dom'),
    location: facts.line('location', said('地区'), 'dom'),
    verified: official ? { value: true, source: 'dom' } : undefined,
    verifiedReason: facts.line('verifiedReason', official, 'dom'),
    avatarUrl: facts.address(
      'avatarUrl',
      document.querySelector('.c img[src][alt="头像"]')?.getAttribute('src'),
      'dom',
      base,
    ),
  });
}

/**
 * The older desktop page as it arrives: its parts are markup in strings that scripts put into the page (`FM.view({"html":"…"})`). A page
 * whose scripts have run is read from its elements instead.
 */
export function unrunDesktop(
  facts: Facts,
  document: Document,
  config: Record<string, string | undefined>,
  identity: PageIdentity,
): Partial<CreatorReading> | undefined {
  if (config.oid === undefined || !(config.oid === identity.id || sameHandle(config.domain, identity.id)))
    return undefined;
  const html = viewsOf(document);
  const name = words(/<h1 class="username">([^<]{1,200})<\/h1>/.exec(html)?.[1]);
  if (!name || (config.onick !== undefined && config.onick !== name)) return undefined;
  const counters = [
    ...html.matchAll(
      /<a\s[^>]{0,400}?href="([^"]{1,300})"[^>]{0,200}>\s{0,20}<strong[^>]{0,80}>([^<]{1,30})<\/strong>/g,
    ),
  ];
  const counter = (pattern: RegExp) => counters.find((match) => pattern.test(words(match[1]) ?? ''))?.[2];
  const photo = /<img\s([^>]{0,800})class="photo"/.exec(html)?.[1];
  return compact<Partial<CreatorReading>>({
    stableId: facts.line('stableId', config.oid, 'state'),
    displayName: facts.line('displayName', name, 'state'),
    followers: facts.count('followers', counter(counterLinks.followers), 'state', numbers),
    following: facts.count('following', counter(counterLinks.following), 'state', numbers),
    posts: facts.count('posts', counter(counterLinks.posts), 'state', numbers),
    bio: facts.text(
      'bio',
      words(/class="pf_intro"[^>]{0,1200}>\s{0,200}([^<]{1,1000})</.exec(html)?.[1]),
      'state',
    ),
    avatarUrl: facts.address(
      'avatarUrl',
      words(/src="([^"]{1,600})"/.exec(photo ?? '')?.[1]),
      'state',
      'https://weibo.com/',
    ),
  });
}

function words(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(decodeEntities(text));
}

/** The header and the counters; the other parts of the page are megabytes of posts. */
function viewsOf(document: Document): string {
  const parts: string[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes('FM.view(') || !/pf_username|tb_counter/.test(text)) continue;
    const part = at(jsonAt(text, text.indexOf('{', text.indexOf('FM.view('))), 'html');
    if (typeof part === 'string') parts.push(part);
  }
  return parts.join('\n').slice(0, 400_000);
}
