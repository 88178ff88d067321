import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { everyDeep, firstDeep, insideOf, type Queryable } from '../shared/shadow.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';

/** The site's numbers are Chinese on every page. */
export const numbers = 'zh-CN';

interface Row {
  id?: string | null | undefined;
  author: string | undefined;
  href: string | null | undefined;
  text: string | undefined;
  time: string | undefined;
  likes: string | undefined;
  replyTo?: string | null | undefined;
}

/** The comments in the document: nested open shadow roots of today, or one of two older interfaces without them. */
export function commentsIn(facts: Facts, document: Document, base: string): CommentReading[] {
  const rows = [...ofToday(document), ...ofBetween(document), ...ofBefore(document)];
  return rows.slice(0, 1_000).flatMap((row) => commentOf(facts, row, base) ?? []);
}

function commentOf(facts: Facts, row: Row, base: string): CommentReading | undefined {
  const author = facts.line('comment', row.author, 'dom');
  const text = facts.text('comment', row.text, 'dom');
  if (!author || !text) return undefined;
  const address = row.href ? facts.address('comment', row.href, 'dom', base) : undefined;
  return {
    id: row.id || null,
    ...compact({
      author,
      authorUrl: address,
      text,
      publishedAt: facts.line('comment', chinaTime(row.time), 'dom'),
      likes: facts.count('comment', row.likes, 'dom', numbers),
      replyTo: facts.line('comment', row.replyTo, 'dom'),
    }),
  };
}

/** `bili-comments` and below: each component keeps its inside in an open shadow root. The comment's number is known to page scripts only. */
function ofToday(document: Document): Row[] {
  return everyDeep(document, 'bili-comments', 'bili-comment-thread-renderer').flatMap((host) => {
    const thread = insideOf(host);
    const answers = everyDeep(thread, 'bili-comment-replies-renderer', 'bili-comment-reply-renderer');
    return [...everyDeep(thread, 'bili-comment-renderer'), ...answers].map(componentRow);
  });
}

function componentRow(host: Element): Row {
  const inside: Queryable = insideOf(host);
  const name = firstDeep(inside, 'bili-comment-user-info', '#user-name');
  const actions = (selector: string) => firstDeep(inside, 'bili-comment-action-buttons-renderer', selector);
  const link = name?.querySelector('a[href]') ?? inside.querySelector('#user-avatar[href]');
  return {
    author: lineOf(name),
    href: link?.getAttribute('href') ?? spaceOf(name?.getAttribute('data-user-profile-id')),
    text: textOf(firstDeep(inside, 'bili-rich-text', '#contents')),
    time: lineOf(actions('#pubdate')),
    likes: lineOf(actions('#like #count')),
  };
}

/** The address of a person's space by their number. */
function spaceOf(mid: string | null | undefined): string | undefined {
  return mid && /^\d{1,20}$/.test(mid) ? `https://space.bilibili.com/${mid}` : undefined;
}

/** 2022 to 2024: authors carry their number in `data-user-id`, there are no links. */
function ofBetween(document: Document): Row[] {
  return [...document.querySelectorAll('.reply-item > .root-reply-container, .sub-reply-item')].map((row) => {
    const isAnswer = row.classList.contains('sub-reply-item');
    const name = row.querySelector(isAnswer ? '.sub-user-name' : '.user-name');
    const avatar = row.querySelector(isAnswer ? '.sub-reply-avatar' : '.root-reply-avatar');
    const root = (avatar ?? name)?.getAttribute('data-root-reply-id');
    return {
      id: isAnswer ? undefined : root,
      author: lineOf(name),
      href: spaceOf(name?.getAttribute('data-user-id') ?? avatar?.getAttribute('data-user-id')),
      text: textOf(row.querySelector('.reply-content')),
      time: lineOf(row.querySelector(isAnswer ? '.sub-reply-time' : '.reply-time')),
      likes: lineOf(row.querySelector(isAnswer ? '.sub-reply-like' : '.reply-like')),
      replyTo: isAnswer ? root : undefined,
    };
  });
}

/** Before 2022: every comment has its number in `data-id`. */
function ofBefore(document: Document): Row[] {
  const rows = [...document.querySelectorAll('.reply-wrap[data-id], .reply-box .reply-item[data-id]')];
  return rows.map((row) => {
    const isAnswer = row.classList.contains('reply-item');
    const part = isAnswer ? row : ([...row.children].find((child) => child.classList.contains('con')) ?? row);
    const name = part.querySelector('.user a.name, .user .name');
    return {
      id: row.getAttribute('data-id'),
      author: lineOf(name),
      href: name?.getAttribute('href'),
      text: textOf(part.querySelector(isAnswer ? '.text-con' : '.text')),
      time: lineOf(part.querySelector('.info .time')),
      likes: lineOf(part.querySelector('.info .like')),
      replyTo: isAnswer
        ? row.parentElement?.closest('.reply-wrap[data-id]')?.getAttribute('data-id')
        : undefined,
    };
  });
}
