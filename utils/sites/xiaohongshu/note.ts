import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { readMetas } from '../shared/meta.ts';
import { pathOf } from '../shared/page.ts';
import { asList, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { cleanText, hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, PageState, SiteReader } from '../site.ts';
import { commentsInData, commentsOnScreen } from './comments.ts';
import { numbers, stateOf, statesId, tally, unwrapped } from './state.ts';

const required = [
  'author',
  'title',
  'text',
  'publishedAt',
  'likes',
  'comments',
  'shares',
  'saves',
  'imageUrl',
];

/** Reads a note: the data of this very note (desktop or mobile page), what is on the screen, the meta elements of this note. */
export function readNote(
  document: Document,
  identity: PageIdentity,
  url: URL,
  living: PageState,
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const told = noteIn({ note: { noteDetailMap: living.notes } }, id);
  const { note, comments: list, other } = told.note ? told : noteIn(stateOf(document), id);
  const screen = onScreen(facts, document, url.href);
  const stated = statesId(document, id);
  // A note opens over the page it was chosen on, whose meta elements stay. The screen then shows a note, and the data none of it.
  const beside = identity.handle !== undefined && screen.uid !== undefined && screen.uid !== identity.handle;
  const stale =
    !note && (beside || (stated === false && screen.uid === undefined) || isFormer(document, other, screen));
  const useScreen = !stale && !beside && (!note || agrees(note, screen));
  const shown = useScreen ? screen : { creator: {}, post: {} };
  const data = note ? fromData(facts, note, url.href) : { creator: {}, post: {} };
  const creator: CreatorReading = { ...shown.creator, ...data.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = {
    ...(stated && !stale ? fromMetas(facts, document) : {}),
    ...shown.post,
    ...data.post,
    author: creator.displayName,
  };
  const given = commentsInData(facts, list, url.origin);
  const comments = given.length > 0 || !useScreen ? given : commentsOnScreen(facts, document, url.href);
  // Both title and text may be left empty by the author; then the data has them as empty strings.
  const without = ['title', 'desc'].filter((name) => note && cleanText(note[name]) === undefined);
  const named = facts.finish(
    post,
    required.filter((field) => !without.includes(field === 'text' ? 'desc' : field)),
    stale ? 'stale' : 'missing',
  );
  // A page that tells nothing may be a wall in new clothes: then the address proves nothing either.
  if (Object.keys(named).length > 0 || comments.length > 0) named.id = { value: id, source: 'url' };
  return {
    kind: 'post',
    post: named,
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

/** The note of an id in the page's data, its comments, and which other notes are there. */
function noteIn(state: Data | undefined, id: string): { note?: Data; comments?: unknown; other: Data[] } {
  const map = unwrapped(at(unwrapped(at(state, 'note')), 'noteDetailMap'));
  const detail = unwrapped(at(map, id));
  const fits = (value: unknown): value is Data =>
    isData(value) &&
    (asText(value.noteId) ?? asText(value.id))?.toLowerCase() === id &&
    ('interactInfo' in value || 'desc' in value);
  const direct = unwrapped(at(detail, 'note'));
  if (fits(direct)) return { note: direct, comments: at(detail, 'comments', 'list'), other: [] };
  const mobile =
    at(state, 'noteData', 'data', 'noteData') ?? at(state, 'data', 'noteData', 'data', 'noteData');
  if (fits(mobile)) {
    const data = at(state, 'noteData', 'data') ?? at(state, 'data', 'noteData', 'data');
    return { note: mobile, comments: at(data, 'commentData', 'comments'), other: [] };
  }
  const other = isData(map)
    ? Object.values(map)
        .map((each) => at(unwrapped(each), 'note'))
        .filter(isData)
    : [];
  if (isData(mobile)) other.push(mobile);
  const elsewhere = objectsIn(at(state, 'note'), (each) => fits(each) && isData(each.user), 1)[0];
  return elsewhere ? { note: elsewhere, other: [] } : { other };
}

/** Whether the note on the screen is one that the data describes under another id: the screen is the last page's. */
function isFormer(document: Document, other: Data[], screen: Screen): boolean {
  const title = screen.post.title?.value ?? screen.post.text?.value;
  if (!title) return other.length > 0 && document.querySelector('#noteContainer') === null;
  return other.some((note) =>
    [note.title, withoutMarks(note.desc)].some((each) => cleanText(each) === title),
  );
}

/** Whether data and screen are of the same note: same author where both name one. */
function agrees(note: Data, screen: Screen): boolean {
  const uid = asText(at(note, 'user', 'userId'));
  return uid === undefined || screen.uid === undefined || uid === screen.uid;
}

/** `#topic[话题]#` as the site shows it. */
function withoutMarks(value: unknown): string | undefined {
  return cleanText(value)?.replace(/\[话题\]#/g, '');
}

function fromData(facts: Facts, note: Data, base: string): { creator: CreatorReading; post: PostReading } {
  const user = at(note, 'user');
  const count = (field: string, name: string) => tally(facts, field, at(note, 'interactInfo', name));
  const uid = asText(at(user, 'userId'));
  const raw = cleanText(note.desc);
  const shown = withoutMarks(raw);
  const text = facts.text('text', shown, 'state');
  const tags = asList(note.tagList).map((tag) =>
    at(tag, 'type') === 'topic' ? asText(at(tag, 'name')) : undefined,
  );
  const people = asList(note.atUserList).map((each) => asText(at(each, 'nickname')));
  const picture = asList(note.imageList)[0];
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', uid, 'state'),
      stableId: facts.line('author', uid, 'state'),
      displayName: facts.line('author', at(user, 'nickname') ?? at(user, 'nickName'), 'state'),
      avatarUrl: facts.address('author', at(user, 'avatar') ?? at(user, 'image'), 'state', base),
    }),
    post: compact<PostReading>({
      title: facts.line('title', note.title, 'state'),
      text: text && raw !== shown && raw ? { ...text, raw: raw.slice(0, 2_000) } : text,
      publishedAt: facts.line('publishedAt', isoTime(note.time), 'state'),
      likes: count('likes', 'likedCount'),
      comments: count('comments', 'commentCount'),
      shares: count('shares', 'shareCount'),
      saves: count('saves', 'collectedCount'),
      hashtags: facts.list('hashtags', [...tags, ...hashtagsIn(shown)], 'state'),
      mentions: facts.list('mentions', [...people, ...mentionsIn(shown)], 'state'),
      imageUrl: facts.address(
        'imageUrl',
        asText(at(picture, 'urlDefault')) ?? asText(at(picture, 'url')) ?? at(note, 'cover', 'urlDefault'),
        'state',
        base,
      ),
    }),
  };
}

interface Screen {
  uid?: string;
  creator: CreatorReading;
  post: PostReading;
}

/** The open note. Its counters say a word ("赞", "Like") where nobody has given one or the number is kept back: no count then. */
function onScreen(facts: Facts, document: Document, base: string): Screen {
  const box = document.querySelector('#noteContainer, .note-container');
  if (!box) return { creator: {}, post: {} };
  const link =
    box.querySelector('.author-container a.name[href]') ??
    box.querySelector('.author-wrapper a[href*="/user/profile/"]');
  const uid = pathOf(link?.getAttribute('href'), base)[2]?.toLowerCase();
  const bar =
    box.querySelector('.engage-bar .interact-container, .interactions.engage-bar, .engage-bar') ?? undefined;
  const count = (field: string, name: string) =>
    facts.count(field, lineOf(bar?.querySelector(`.${name}-wrapper .count`)), 'dom', numbers);
  // The slider repeats its last picture in front of the first.
  const slides = box.querySelector('.swiper-slide[data-swiper-slide-index]') !== null;
  const image = box.querySelector(
    slides ? '.swiper-slide[data-swiper-slide-index="0"] img[src]' : '.media-container img[src]',
  );
  const avatar = box.querySelector(
    '.author-container img.avatar-item[src], .author-wrapper img.avatar-item[src]',
  );
  const text = facts.text('text', textOf(box.querySelector('#detail-desc .note-text, #detail-desc')), 'dom');
  return {
    ...(uid && /^[0-9a-f]{24}$/.test(uid) ? { uid } : {}),
    creator: compact<CreatorReading>({
      handle: facts.handle('author', uid, 'dom'),
      stableId: facts.line('author', uid, 'dom'),
      displayName: facts.line('author', lineOf(link?.querySelector('.username') ?? link), 'dom'),
      avatarUrl: facts.address(
        'author',
        avatar?.getAttribute('src')?.replace(/\?imageView2.*$/, ''),
        'dom',
        base,
      ),
    }),
    post: compact<PostReading>({
      title: facts.line('title', lineOf(box.querySelector('#detail-title')), 'dom'),
      text,
      likes: count('likes', 'like'),
      comments: count('comments', 'chat'),
      saves: count('saves', 'collect'),
      hashtags: text && facts.list('hashtags', hashtagsIn(text.value), 'dom'),
      mentions: text && facts.list('mentions', mentionsIn(text.value), 'dom'),
      imageUrl: facts.address('imageUrl', image?.getAttribute('src'), 'dom', base),
    }),
  };
}

/** `og:xhs:note_…` counts; the description stands for the text without its line breaks. */
function fromMetas(facts: Facts, document: Document): PostReading {
  const metas = readMetas(document);
  const count = (field: string, name: string) =>
    facts.count(field, metas.get(`og:xhs:note_${name}`), 'meta', numbers);
  return compact<PostReading>({
    title: facts.line('title', metas.get('og:title')?.replace(/\s*-\s*(?:小红书|rednote)\s*$/i, ''), 'meta'),
    text: facts.text('text', metas.get('description'), 'meta'),
    likes: count('likes', 'like'),
    comments: count('comments', 'comment'),
    saves: count('saves', 'collect'),
    imageUrl: facts.address('imageUrl', metas.get('og:image'), 'meta'),
  });
}
