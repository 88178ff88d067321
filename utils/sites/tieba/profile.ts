import type { CreatorReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';

/** Reads a person. Weak: one saved page, of 2018, is known; the name beside the picture that has the number or name in the address, and the posts. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const name = document.querySelector('.userinfo_username, .user-name-info .head-name');
  const head = document.querySelector('.userinfo_head, .userinfo_left_head, .user-name-info')?.parentElement;
  const image = head?.querySelector('img[src*="/portrait/"]')?.getAttribute('src');
  const ours = identity.handle ? sameHandle(lineOf(name), identity.handle) : (image?.includes(id) ?? false);
  const creator: CreatorReading = compact<CreatorReading>({
    handle: identity.handle
      ? { value: identity.handle, source: 'url' as const }
      : facts.handle('handle', id, 'url'),
    displayName: ours ? facts.line('displayName', lineOf(name), 'dom') : undefined,
    posts: ours ? facts.count('posts', postsOf(document), 'dom', 'zh-CN') : undefined,
    avatarUrl: ours ? facts.address('avatarUrl', image, 'dom', url.href) : undefined,
  });
  return {
    kind: 'profile',
    creator: facts.finish(creator, ['displayName'], name && !ours ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

/** "发贴:3" among the facts below the name. */
function postsOf(document: Document): string | undefined {
  for (const part of document.querySelectorAll('.userinfo_userdata span')) {
    const found = /^发贴[:：]\s*([\d.,]+[万w]?)$/i.exec(lineOf(part) ?? '')?.[1];
    if (found) return found.replace(/w$/i, '万');
  }
  return undefined;
}
