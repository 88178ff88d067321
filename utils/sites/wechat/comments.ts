import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';

/** Readers' comments under an article and in the account's console. A reader has no address. */
export function readComments(facts: Facts, document: Document): CommentReading[] {
  const found: CommentReading[] = [];
  for (const row of document.querySelectorAll('.comment-list__item[data-commentid]')) {
    const id = row.getAttribute('data-commentid')?.trim();
    const author = facts.line('comment', lineOf(row.querySelector('.comment-nickname')), 'dom');
    const text = facts.text('comment', textOf(row.querySelector('.comment-text')), 'dom');
    if (!author || !text) continue;
    const likes = facts.count(
      'comment',
      lineOf(row.querySelector('.comment_opr_meta__like')),
      'dom',
      'zh-CN',
    );
    found.push({ id: id && id.length <= 100 ? id : null, ...compact({ author, text, likes }) });
    if (found.length >= 1_000) break;
  }
  return found;
}
