import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { decodeEntities } from '../shared/entities.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { asText, at } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { fieldOf, personAt, portraitIn, shownName } from './hooks.ts';
import { readNewThread } from './new-thread.ts';

const required = ['author', 'title', 'text', 'publishedAt', 'comments'];

/** Reads a thread: its first floor is the post, the other floors are the comments; answers below a floor load on their own. */
export function readThread(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const stated = pathOf(statedAddress(document), url.href);
  const isStated = stated[0] !== 'p' || stated[1] === id;
  const floors = [...document.querySelectorAll('[data-pid][data-field], .l_post[data-field]')].flatMap(
    (element) => {
      const data = fieldOf(element);
      const of = asText(at(data, 'content', 'thread_id'));
      // Advertisements stand between the floors with empty data.
      if (at(data, 'author') === undefined || (of !== undefined ? of !== id : !isStated)) return [];
      return [{ element, data, number: floorOf(element, data) }];
    },
  );
  const fresh = floors.length === 0 && isStated ? readNewThread(facts, document, url.href) : undefined;
  const top = floors.find((floor) => floor.number === 1);
  const title = document.querySelector('.core_title_txt');
  const creator: CreatorReading =
    fresh?.creator ?? (top ? authorOf(facts, top.element, top.data, url.href) : {});
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...fresh?.post,
    ...(floors.length > 0
      ? compact<PostReading>({
          title:
            facts.text('title', title?.getAttribute('title') || lineOf(title), 'dom') ??
            facts.text('title', titleIn(document), 'meta'),
          comments: facts.count(
            'comments',
            lineOf(document.querySelector('.l_reply_num .red')),
            'dom',
            'zh-CN',
          ),
          ...(top ? floorText(facts, top.element, top.data) : {}),
          imageUrl: facts.address(
            'imageUrl',
            top?.element.querySelector('.d_post_content img.BDE_Image[src]')?.getAttribute('src'),
            'dom',
          ),
        })
      : {}),
  };
  post.author = creator.displayName ?? creator.handle;
  const comments =
    fresh?.comments ??
    floors
      .filter((floor) => floor !== top)
      .flatMap((floor) => commentOf(facts, floor.element, floor.data, url.href));
  const other = floors.length === 0 && !fresh && (!isStated || document.querySelector('.l_post') !== null);
  const wanted = top && !post.text ? required.filter((field) => field !== 'text') : required;
  return {
    kind: 'post',
    post: facts.finish(post, wanted, other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments: comments.slice(0, 2_000) } : {}),
    problems: facts.problems,
  };
}

function floorOf(element: Element, data: unknown): number | undefined {
  const said = at(data, 'content', 'post_no');
  if (typeof said === 'number') return said;
  const shown = [...element.querySelectorAll('.tail-info')]
    .map(lineOf)
    .find((tail) => tail && /^\d+楼$/.test(tail));
  return shown ? Number.parseInt(shown, 10) : undefined;
}

function authorOf(facts: Facts, element: Element, data: unknown, base: string): CreatorReading {
  const name = element.querySelector('.d_author a.p_author_name, .p_author_name');
  const face = element.querySelector('.p_author_face img[src], .p_author_face img[data-tb-lazyload]');
  const author = at(data, 'author');
  return compact<CreatorReading>({
    handle:
      facts.handle('author', at(author, 'user_name'), 'dom') ??
      facts.handle('author', portraitIn(name?.getAttribute('href'), base), 'dom'),
    stableId: facts.line('author', asText(at(author, 'user_id')), 'dom'),
    displayName: shownName(facts, name, at(author, 'user_nickname') ?? at(author, 'user_name')),
    avatarUrl: facts.address(
      'author',
      face?.getAttribute('data-tb-lazyload') ?? face?.getAttribute('src'),
      'dom',
      base,
    ),
  });
}

/** "Title【name of the bar】_百度贴吧". */
function titleIn(document: Document): string | undefined {
  return /^(.+)【[^【】]{1,60}】_百度贴吧$/.exec(titleOf(document) ?? '')?.[1];
}

/** The floor's markup in its data as text; it stays a string and is never put into a document. */
function withoutTags(markup: unknown): string | undefined {
  if (typeof markup !== 'string') return undefined;
  const text = markup
    .slice(0, 200_000)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,5000}>/gi, '');
  return decodeEntities(text);
}

/** What stands over a picture that is shown in part. */
const unfold = /^点击展开，查看完整图片$/gm;

type FloorText = Pick<PostReading, 'text' | 'publishedAt'>;

function floorText(facts: Facts, element: Element, data: unknown): FloorText {
  const tail = [...element.querySelectorAll('.tail-info, .post-tail-wrap .tail-info')]
    .map(lineOf)
    .find((said) => said && chinaTime(said));
  const said = tail ?? asText(at(data, 'content', 'date'));
  const time = facts.line('publishedAt', chinaTime(said), 'dom');
  const shown = textOf(element.querySelector('.d_post_content'))?.replace(unfold, '');
  return compact<FloorText>({
    text: facts.text('text', shown ?? withoutTags(at(data, 'content', 'content')), 'dom'),
    publishedAt: time && said ? { ...time, raw: said } : undefined,
  });
}

function commentOf(facts: Facts, element: Element, data: unknown, base: string): CommentReading[] {
  const { handle, displayName } = authorOf(facts, element, data, base);
  const { text, publishedAt } = floorText(facts, element, data);
  // The account's own name tells people apart; what is shown may be a nickname that several have.
  const author = at(data, 'author', 'user_name') ? handle : (displayName ?? handle);
  if (!author) return [];
  const id = asText(at(data, 'content', 'post_id')) ?? element.getAttribute('data-pid');
  const portrait =
    portraitIn(element.querySelector('.p_author_name')?.getAttribute('href'), base) ??
    asText(at(data, 'author', 'portrait'))?.replace(/\?.*$/, '');
  return [
    {
      id: id && /^\d{1,20}$/.test(id) ? id : null,
      ...compact<Omit<CommentReading, 'id'>>({
        author,
        authorUrl: personAt(portrait && /^[\w.~-]{8,80}$/.test(portrait) ? portrait : undefined),
        text,
        publishedAt,
      }),
    },
  ];
}
