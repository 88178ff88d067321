import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { asList, assigned, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { cleanText, hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { chinaTime, isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn } from './comments.ts';
import { personFrom, saysGone, statesId, tally } from './state.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares'];

/** Reads an article of either generation or a post of the timeline ("dynamic"): the state of this very id, else what is on the screen. */
export function readArticle(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const kind = identity.kind;
  const state = assigned(document, '__INITIAL_STATE__');
  const detail = at(state, 'detail');
  const older = at(state, 'readInfo');
  const title = document.querySelector('.opus-module-title__text, .article-container .title, h1.title');
  const author = document.querySelector('.opus-module-author__name, .article-container .up-name');
  if (
    !isData(detail) &&
    !isData(older) &&
    !title &&
    !author &&
    (saysGone(state) || document.querySelector('.error-container, .error-panel'))
  ) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const isOpus =
    isData(detail) &&
    [
      asText(detail.id_str),
      asText(at(detail, 'basic', 'rid_str')),
      `cv${asText(at(detail, 'basic', 'rid_str'))}`,
    ].includes(id);
  const isRead = isData(older) && `cv${asText(older.id) ?? asText(at(state, 'cvid'))}` === id;
  const other = (isData(detail) && !isOpus) || (isData(older) && !isRead);
  const stated = statesId(document, id);
  let found: { post: PostReading; creator: CreatorReading } = { post: {}, creator: {} };
  if (isOpus) found = fromModules(facts, modulesOf(detail), url.href);
  else if (isRead) found = fromOlder(facts, document, older, url.href);
  // After a move the screen may still be the last page's: it counts only where nothing contradicts the address.
  else if (!other && stated !== false) found = onScreen(facts, document);
  const { creator } = found;
  const text = found.post.text;
  const post: PostReading = {
    ...found.post,
    author: creator.displayName,
    hashtags: text && facts.list('hashtags', hashtagsIn(text.value), text.source),
    mentions: text && facts.list('mentions', mentionsIn(text.value), text.source),
  };
  const comments = other || stated === false ? [] : commentsIn(facts, document, url.href);
  const fields = kind === 'article' ? ['title', ...required] : required;
  const named = facts.finish(post, fields, other || stated === false ? 'stale' : 'missing');
  // A page that tells nothing may be a wall in new clothes: then the address proves nothing either.
  if (Object.keys(named).length > 0 || comments.length > 0) named.id = { value: id, source: 'url' };
  return {
    kind,
    post: named,
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

/** Modules come as a list with one named member each, or as one object of them. */
function modulesOf(detail: Data): (name: string) => unknown {
  const modules = detail.modules;
  return (name) =>
    Array.isArray(modules)
      ? modules.map((each) => at(each, name)).find((each) => each !== undefined && each !== null)
      : at(modules, name);
}

function fromModules(facts: Facts, module: (name: string) => unknown, base: string) {
  const paragraphs = asList(at(module('module_content'), 'paragraphs'));
  const lines = paragraphs.flatMap((each) => wordsIn(each) ?? []);
  const stat = (field: string, name: string) => tally(facts, field, at(module('module_stat'), name, 'count'));
  const picture = objectsIn(paragraphs, (each) => typeof each.url === 'string' && 'width' in each, 1)[0];
  const author = module('module_author');
  return {
    creator: personFrom(facts, () => 'author', author, base),
    post: compact<PostReading>({
      title: facts.line('title', at(module('module_title'), 'text'), 'state'),
      text: facts.text('text', lines.join('\n'), 'state'),
      publishedAt: facts.line('publishedAt', isoTime(toNumber(at(author, 'pub_ts'))), 'state'),
      likes: stat('likes', 'like'),
      comments: stat('comments', 'comment'),
      shares: stat('shares', 'forward'),
      saves: stat('saves', 'favorite'),
      imageUrl: facts.address('imageUrl', picture?.url, 'state', base),
    }),
  };
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{9,11}$/.test(value) ? Number(value) : value;
}

/** The words of a paragraph: plain ones, and what stands for a link, a mention, a topic. */
function wordsIn(paragraph: unknown): string | undefined {
  const parts: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > 12 || parts.length > 5_000) return;
    if (Array.isArray(value)) {
      for (const each of value) walk(each, depth + 1);
    } else if (isData(value)) {
      const words = at(value, 'word', 'words') ?? at(value, 'rich', 'text');
      if (typeof words === 'string') parts.push(words);
      else
        for (const name of ['text', 'heading', 'nodes', 'list', 'items', 'blockquote', 'children'])
          walk(value[name], depth + 1);
    }
  };
  walk(paragraph, 0);
  return cleanText(parts.join(''));
}

/** `read/cv…` of before 2025: `readInfo` and the text in the document. */
function fromOlder(facts: Facts, document: Document, info: Data, base: string) {
  const stat = (field: string, name: string) => tally(facts, field, at(info, 'stats', name));
  const pictures = [...asList(info.image_urls), info.banner_url].filter(Boolean);
  return {
    creator: personFrom(facts, () => 'author', info.author, base),
    post: compact<PostReading>({
      title: facts.line('title', info.title, 'state'),
      text: facts.text(
        'text',
        textOf(document.querySelector('#read-article-holder, .article-holder')),
        'dom',
      ),
      publishedAt: facts.line('publishedAt', isoTime(info.publish_time), 'state'),
      likes: stat('likes', 'like'),
      comments: stat('comments', 'reply'),
      shares: stat('shares', 'share'),
      saves: stat('saves', 'favorite'),
      views: stat('views', 'view'),
      imageUrl: facts.address('imageUrl', pictures[0], 'state', base),
    }),
  };
}

function onScreen(facts: Facts, document: Document) {
  const time = lineOf(document.querySelector('.opus-module-author__pub__text, .publish-text'));
  // "2026-08-23 12:30" or "编辑于 2026年08月23日 12:30"; words such as "yesterday" are no moment.
  const said = /(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?\s+(\d{1,2}:\d{2})/.exec(time ?? '');
  const isEdited = /编辑/.test(time ?? '');
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', lineOf(document.querySelector('.opus-module-author__name')), 'dom'),
    }),
    post: compact<PostReading>({
      title: facts.line('title', lineOf(document.querySelector('.opus-module-title__text')), 'dom'),
      text: facts.text('text', textOf(document.querySelector('.opus-module-content')), 'dom'),
      publishedAt:
        said && !isEdited
          ? facts.line('publishedAt', chinaTime(`${said[1]}-${said[2]}-${said[3]} ${said[4]}`), 'dom')
          : undefined,
    }),
  };
}
