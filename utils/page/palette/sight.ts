import type { PageReading } from '../../domain/page-reading.ts';
import type { EditorState, PaletteSight } from '../../domain/palette-sight.ts';
import type { PageIdentity, Site } from '../../sites/site.ts';
import { roomIn } from '../insert/fit.ts';
import { readText } from '../insert/read-text.ts';
import type { RememberedEditor } from '../insert/remember-editor.ts';
import { type Answered, findAnswered } from './find-answered.ts';
import type { LastPress } from './palette-slot.ts';

/** Kinds of page on which a composer that belongs to no comment belongs to what the page shows. */
const ofThePage: readonly PageIdentity['kind'][] = ['post', 'article', 'product', 'feed', 'group', 'search'];

const cut = (text: string | undefined, longest = 1_000) => text?.slice(0, longest) || undefined;

/** Leaves out what is not known: absent is absent. */
function present<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

function stateOf(editor: RememberedEditor | null): EditorState {
  if (!editor) return 'none';
  if (!('refused' in editor.plan)) return 'ready';
  return editor.plan.refused === 'not-editable' ? 'none' : editor.plan.refused;
}

const keyOf = (site: Site, { kind, id, handle }: PageIdentity) => `${site.id}:${kind}:${id ?? handle ?? ''}`;

/** Whom and what a reply is for, from the item that is answered. */
function fromItem({ item, text }: Answered) {
  const { person, displayName } = item;
  const author = present<NonNullable<PaletteSight['author']>>({
    handle: person.handle,
    stableId: person.stableId,
    displayName,
  });
  return { author, text: text || undefined };
}

/**
 * What can be seen from where the palette was called, without waiting for anything.
 * @param opening of this one opening
 */
export function lookFrom(
  { document, site, identity }: { document: Document; site: Site; identity: PageIdentity | null },
  editor: RememberedEditor | null,
  { opening, shortcut, lastPress }: { opening: string; shortcut: string | undefined; lastPress: LastPress },
): PaletteSight {
  const composer = editor?.element;
  const inbox = identity?.kind === 'inbox';
  const answered =
    composer && 'family' in editor.plan
      ? findAnswered(document, site, identity, composer, readText(composer), lastPress)
      : null;
  const onPost = identity?.kind === 'post' || identity?.kind === 'article' || identity?.kind === 'product';
  const postItem = answered?.item.rule.kind === 'post' ? answered : null;
  const mode =
    answered?.item.rule.kind === 'comment'
      ? 'comment'
      : postItem || (identity && ofThePage.includes(identity.kind) && !inbox)
        ? 'post'
        : 'message';
  const postKey = onPost ? keyOf(site, identity) : postItem?.item.key;
  const thread = answered?.thread?.first.key;
  const room = composer ? roomIn(composer) : null;
  return present<PaletteSight>({
    opening,
    platform: site.id,
    mode,
    editor: stateOf(editor),
    room: room ?? undefined,
    shortcut,
    author: answered ? fromItem(answered).author : ownerOf(identity, mode),
    text: answered ? fromItem(answered).text : undefined,
    item: answered?.seen,
    post:
      identity && onPost && identity.kind !== 'product' ? { url: identity.url.slice(0, 1_000) } : undefined,
    product: undefined,
    postKey: cut(postKey),
    threadKey: cut(thread === undefined ? postKey : `${postKey ?? ''} ${thread}`, 2_000),
  });
}

/** On somebody's profile a message is most likely for them. */
function ownerOf(identity: PageIdentity | null, mode: PaletteSight['mode']): PaletteSight['author'] {
  return mode === 'message' && identity?.kind === 'profile' && identity.handle
    ? { handle: identity.handle }
    : undefined;
}

/** What a post says: many have a title, and below it nothing but tags, which have no language. */
function wordsOf(post: PageReading['post']): string | undefined {
  const title = post?.title?.value ?? '';
  const text = post?.text?.value ?? '';
  return title === '' || text.startsWith(title) ? text : `${title}\n${text}`.trim();
}

/** The same with what the page's reader read of its post or product. */
export function withReading(sight: PaletteSight, reading: PageReading): PaletteSight {
  const { post, product, creator } = reading;
  const title = cut(product?.title?.value);
  const price = product?.price?.value;
  return present<PaletteSight>({
    ...sight,
    post:
      post || sight.post
        ? present<NonNullable<PaletteSight['post']>>({
            url: cut(reading.url) ?? sight.post?.url,
            title: cut(post?.title?.value),
            text: cut(post?.text?.value, 2_000),
            author: cut(creator?.displayName?.value ?? post?.author?.value),
            handle: cut(creator?.handle?.value),
          })
        : undefined,
    product: title
      ? present<NonNullable<PaletteSight['product']>>({
          title,
          url: cut(product?.url?.value ?? reading.url),
          price,
        })
      : undefined,
    author:
      sight.author ??
      (sight.mode === 'post' && creator?.handle
        ? present<NonNullable<PaletteSight['author']>>({
            handle: creator.handle.value,
            stableId: creator.stableId?.value,
            displayName: creator.displayName?.value,
          })
        : undefined),
    text: sight.text ?? (sight.mode === 'post' ? cut(wordsOf(post), 2_000) : undefined),
  });
}
