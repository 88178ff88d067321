import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText } from '../shared/page.ts';
import { hashtagsIn, lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { readComments } from './comments.ts';
import { plain, scriptFacts } from './script.ts';

const required = ['author', 'title', 'text', 'publishedAt'];
/** The kinds of article that have no body of their own: pictures, a video, one line. */
const shares = new Set(['5', '7', '8', '10', '17']);

/** Reads an article of any kind, and whose account it is of. Its numbers are asked for later and stand nowhere in the page. */
export function readArticle(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const said = scriptFacts(document);
  const stated = metaText(document, 'og:url') ?? said.get('link');
  if (stated && isOther(identity, stated, said, url)) {
    return {
      kind: 'article',
      post: facts.finish<PostReading>(
        identity.id ? { id: { value: identity.id, source: 'url' } } : {},
        required,
        'stale',
      ),
      problems: facts.problems,
    };
  }
  const creator = creatorOf(facts, document, said);
  const title =
    said.get('title') ??
    lineOf(document.querySelector('#activity-name, h1.rich_media_title, h2.rich_media_title'));
  const head = metaText(document, 'og:title');
  const isShare = shares.has(said.get('item_show_type') ?? '');
  const body = textOf(document.querySelector('#js_content'));
  const note =
    said.get('content_noencode') ?? said.get('desc') ?? plain(metaText(document, 'og:description') ?? '');
  const text = isShare
    ? withoutTags(note) || (said.get('item_show_type') === '10' ? title : undefined)
    : body;
  const post: PostReading = {
    ...(identity.id ? { id: { value: identity.id, source: 'url' as const } } : {}),
    ...compact<PostReading>({
      title: facts.text('title', head && plain(head), 'meta') ?? facts.text('title', title, 'state'),
      text: facts.text('text', text, isShare ? 'state' : 'dom'),
      publishedAt: facts.line('publishedAt', inChina(said.get('ori_create_time') ?? said.get('ct')), 'state'),
      imageUrl:
        facts.address('imageUrl', metaText(document, 'og:image'), 'meta') ??
        facts.address('imageUrl', said.get('cdn_url'), 'state'),
    }),
  };
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  if (isShare && words) post.hashtags = facts.list('hashtags', hashtagsIn(words.value), words.source);
  const comments = readComments(facts, document);
  return {
    kind: 'article',
    post: facts.finish(post, required),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function creatorOf(facts: Facts, document: Document, said: Map<string, string>): CreatorReading {
  const shown = lineOf(document.querySelector('#js_name'));
  // The card behind the account's name, in the page of older articles: its id, then what it says of itself.
  const [id, about] = [...document.querySelectorAll('#js_profile_qrcode .profile_meta_value')].map(lineOf);
  const known = id && /^[A-Za-z][\w-]{4,39}$/.test(id) ? id : undefined;
  return compact<CreatorReading>({
    handle:
      facts.handle('author', said.get('alias'), 'state') ??
      facts.handle('author', known, 'dom') ??
      facts.handle('author', said.get('user_name'), 'state'),
    stableId: facts.line('author', said.get('bizuin'), 'state'),
    displayName: facts.line('author', said.get('nick_name'), 'state') ?? facts.line('author', shown, 'dom'),
    bio: facts.text('author', said.get('signature'), 'state') ?? facts.text('author', about, 'dom'),
    avatarUrl: facts.address('author', said.get('round_head_img') ?? said.get('hd_head_img'), 'state'),
  });
}

/** Links in a share's text are markup; it stays a string and is never put into a document. */
function withoutTags(text: string): string {
  return text
    .slice(0, 200_000)
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .trim();
}

/** Seconds as China's wall clock, which is what the page shows. */
function inChina(seconds: string | undefined): string | undefined {
  if (!seconds || !/^\d{9,10}$/.test(seconds)) return undefined;
  return new Date((Number(seconds) + 8 * 3_600) * 1_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}

/** Whether a page says that it is of another article. The two forms of an address do not tell each other. */
function isOther(identity: PageIdentity, stated: string, said: Map<string, string>, url: URL): boolean {
  if (!identity.id || !URL.canParse(plain(stated), url.href)) return false;
  const other = new URL(plain(stated), url.href);
  const short = /^\/s\/([\w-]+)/.exec(other.pathname)?.[1];
  if (!identity.id.includes('/')) {
    // The end of a short id changes with who shares it.
    return short !== undefined && short.slice(0, 14) !== identity.id.slice(0, 14);
  }
  const [biz, mid, place] = identity.id.split('/');
  const query = other.searchParams;
  if (query.get('mid')) return query.get('mid') !== mid || (query.get('idx') ?? '1') !== place;
  const known = said.get('bizuin');
  return known !== undefined && known !== biz;
}
