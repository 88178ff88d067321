import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { numbers, secUidOf } from './state.ts';

/** "3天前·浙江", "06-05", "2025-12-12·北京": the line between a comment's text and its buttons. */
const timeLine =
  /^(?:刚刚|\d+\s*(?:秒|分钟|小时|天|周|个?月|年)前|昨天.{0,6}|前天.{0,6}|(?:\d{4}-)?\d{1,2}-\d{1,2})(?:\s*·\s*\S{1,12})?$/;

/**
 * The comments on the screen. Neither text nor time has a hook: between the author's line and the buttons stands the text, then the time,
 * and a row of another shape is left out rather than guessed at. Their numbers are known to the page's scripts only.
 */
export function commentsIn(facts: Facts, document: Document, base: string): CommentReading[] {
  const rows = [...document.querySelectorAll('[data-e2e="comment-item"]')].slice(0, 1_000);
  return rows.flatMap((row) => {
    const head = [...row.querySelectorAll('.comment-item-info-wrap')].find(
      (each) => each.closest('[data-e2e="comment-item"]') === row,
    );
    const link = head?.querySelector('a[href*="/user/"]');
    const text = facts.text('comment', textAfter(head), 'dom');
    const author = facts.line('comment', lineOf(link), 'dom');
    if (!head || !link || !author || !text) return [];
    const sec = secUidOf(link, base);
    const buttons = head.parentElement?.querySelector('.comment-item-stats-container');
    const likes = /^([\d.,]+\s*[万亿w]?)\s*分享/.exec(lineOf(buttons) ?? '')?.[1];
    return [
      {
        id: null,
        ...compact({
          author,
          authorUrl: sec ? facts.address('comment', `https://www.douyin.com/user/${sec}`, 'dom') : undefined,
          text,
          likes: facts.count('comment', likes, 'dom', numbers),
        }),
      },
    ];
  });
}

function textAfter(head: Element | undefined): string | undefined {
  const parts: string[] = [];
  for (let next = head?.nextElementSibling; next; next = next.nextElementSibling) {
    const said = textOf(next);
    if (said !== undefined && timeLine.test(said)) return parts[0];
    if (next.classList.contains('comment-item-stats-container')) return undefined;
    if (said !== undefined) parts.push(said);
  }
  return undefined;
}
