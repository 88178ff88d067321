import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { nodesOf, typesOf } from '../shared/json-ld.ts';
import { pathOf, statedAddress } from '../shared/page.ts';
import { at } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { headText, interactions, memberIn, pictureOf, structured, withoutTags } from './hooks.ts';

/** Reads an article: structured data of this address, else the head and the author's card of the page without a login. */
export function readArticle(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const isHere = (address: unknown) => {
    const [kind, slug] = typeof address === 'string' ? pathOf(address, url.href) : [];
    return kind === 'pulse' && slug?.toLowerCase() === id;
  };
  const stated = statedAddress(document) ?? headText(document, 'og:url');
  const isStated = isHere(stated);
  const node = structured(document).find(
    (each) =>
      typesOf(each).some((type) => /Article$|BlogPosting$/.test(type)) &&
      [each.url, each['@id'], each.mainEntityOfPage, at(each.mainEntityOfPage, '@id')].some(isHere),
  );
  const author = nodesOf(node?.author)[0];
  const own = (selector: string) => (isStated ? document.querySelector(selector) : null);
  // 2016: microdata without a scope; 2020 on: a card.
  const card = own('.base-main-card__title') ?? own('[itemprop="author"]');
  const link =
    card?.closest('a[href*="/in/"]') ?? card?.closest('.base-main-card')?.querySelector('a[href*="/in/"]');
  const time =
    own('time[itemprop="datePublished"][datetime]')?.getAttribute('datetime') ??
    englishDay(lineOf(own('.base-main-card__metadata')));
  const creator: CreatorReading = compact<CreatorReading>({
    handle:
      facts.handle('author', memberIn(at(author, 'url'), url.href)?.split('/')[1], 'json-ld') ??
      facts.handle('author', memberIn(link?.getAttribute('href'), url.href)?.split('/')[1], 'dom'),
    displayName:
      facts.line('author', withoutTags(at(author, 'name')), 'json-ld') ??
      facts.line('author', lineOf(card), 'dom'),
    avatarUrl: facts.address('author', pictureOf(author), 'json-ld'),
    followers: facts.count('author', interactions(author, 'FollowAction'), 'json-ld'),
  });
  const reactions = own('[data-tracking-control-name$="social-action-counts_likes-text"]');
  const image = isStated ? headText(document, 'og:image') : undefined;
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...compact<PostReading>({
      title:
        facts.text('title', withoutTags(node?.headline ?? node?.name), 'json-ld') ??
        facts.line('title', isStated ? headText(document, 'og:title') : undefined, 'meta'),
      publishedAt:
        facts.line('publishedAt', isoTime(node?.datePublished), 'json-ld') ??
        facts.line('publishedAt', isoTime(time), 'dom'),
      likes:
        facts.count('likes', interactions(node, 'LikeAction'), 'json-ld') ??
        facts.count('likes', lineOf(reactions), 'dom'),
      comments: facts.count('comments', node?.commentCount ?? interactions(node, 'CommentAction'), 'json-ld'),
      imageUrl:
        facts.address('imageUrl', node && pictureOf(node), 'json-ld') ??
        facts.address('imageUrl', image, 'meta'),
    }),
  };
  post.author = creator.displayName ?? creator.handle;
  const other = !node && stated !== undefined && !isStated;
  return {
    kind: 'article',
    post: facts.finish(post, ['author', 'title', 'publishedAt'], other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    problems: facts.problems,
  };
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** "Published Dec 19, 2016" of the page in English; other languages' days stay unread. */
function englishDay(said: string | undefined): string | undefined {
  const [, month, day, year] = /^Published ([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(said ?? '') ?? [];
  const place = month ? months.indexOf(month) : -1;
  if (place < 0 || !day || !year) return undefined;
  return `${year}-${String(place / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
