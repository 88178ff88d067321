import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { asList, asText, at } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime, isoTime } from '../shared/time.ts';
import { numbers, tally } from './state.ts';

const most = 1_000;

/** Comments on the screen: each has its number in its `id`. Relative times ("3天前") are no moments and stay out. */
export function commentsOnScreen(facts: Facts, document: Document, base: string): CommentReading[] {
  const rows = document.querySelectorAll('.comment-item, .comment-item-sub');
  return [...rows].slice(0, most).flatMap((row) => {
    // An answer stands beside its comment or inside it, by interface; what is inside it is not the comment's own.
    const own = (selector: string) =>
      [...row.querySelectorAll(selector)].find(
        (each) => each.closest('.comment-item, .comment-item-sub') === row,
      );
    const link = own('.author-wrapper a.name[href]') ?? own('.author-wrapper a[href*="/user/profile/"]');
    const author = facts.line('comment', lineOf(own('.author-wrapper .name') ?? own('.name')), 'dom');
    const text = facts.text('comment', textOf(own('.content .note-text') ?? own('.content')), 'dom');
    if (!author || !text) return [];
    const top = row.classList.contains('comment-item-sub')
      ? row.closest('.parent-comment')?.querySelector('.comment-item[id]')
      : undefined;
    return [
      {
        id: idOf(row) ?? null,
        ...compact({
          author,
          authorUrl: profileAddress(facts, link?.getAttribute('href'), base),
          text,
          publishedAt: facts.line('comment', dayIn(lineOf(own('.date'))), 'dom'),
          likes: facts.count('comment', lineOf(own('.like .count')), 'dom', numbers),
          replyTo: top && top !== row ? facts.line('comment', idOf(top), 'dom') : undefined,
        }),
      },
    ];
  });
}

function idOf(row: Element): string | undefined {
  return /^comment-([0-9a-f]{24})$/i.exec(row.id)?.[1];
}

/** A profile's address without the tokens of this visit. */
function profileAddress(facts: Facts, href: string | null | undefined, base: string) {
  const address = facts.address('comment', href, 'dom', base);
  return address && { ...address, value: address.value.replace(/[?#].*$/, '') };
}

/** "2026-06-05 浙江" or, this year, "06-05 浙江", which has no year and is left out. */
function dayIn(said: string | undefined): string | undefined {
  const match = /^\D{0,6}(\d{4}-\d{2}-\d{2})(?:\s+(\d{1,2}:\d{2}))?(?:\D|$)/.exec(said ?? '');
  if (!match) return undefined;
  return match[2] ? chinaTime(`${match[1]} ${match[2]}`) : isoTime(match[1]);
}

/** Comments of the page's data: of the mobile page (`commentData`), or of the desktop's list where it came with the first answer. */
export function commentsInData(facts: Facts, list: unknown, origin: string): CommentReading[] {
  const comments: CommentReading[] = [];
  const add = (data: unknown, parent?: string): void => {
    if (comments.length >= most) return;
    const user = at(data, 'user') ?? at(data, 'userInfo') ?? at(data, 'user_info');
    const author = facts.line('comment', at(user, 'nickname') ?? at(user, 'nickName'), 'state');
    const text = facts.text('comment', at(data, 'content'), 'state');
    const id = asText(at(data, 'id'));
    if (!author || !text) return;
    const uid = asText(at(user, 'userId') ?? at(user, 'user_id'));
    comments.push({
      id: id ?? null,
      ...compact({
        author,
        authorUrl: uid ? facts.address('comment', `${origin}/user/profile/${uid}`, 'state') : undefined,
        text,
        publishedAt: facts.line(
          'comment',
          isoTime(at(data, 'time') ?? at(data, 'createTime') ?? at(data, 'create_time')),
          'state',
        ),
        likes: tally(facts, 'comment', at(data, 'likeCount') ?? at(data, 'likes') ?? at(data, 'like_count')),
        replyTo: parent ? facts.line('comment', parent, 'state') : undefined,
      }),
    });
    if (parent) return;
    for (const answer of asList(at(data, 'subComments') ?? at(data, 'sub_comments'))) add(answer, id);
  };
  for (const each of asList(list)) add(each);
  return comments;
}
