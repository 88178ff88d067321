import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { memberIn, timeIn } from './hooks.ts';

const rows = [
  'article.comments-comment-entity[data-id]',
  '[componentkey^="CommentComponentReference_urn:li:comment:"]',
  '[componentkey^="ReplyComponentReference_"]',
  'section.comment',
].join(', ');

/** The comments in the document of either app or of the page without a login. A comment's number holds its moment. */
export function readComments(facts: Facts, document: Document, base: string): CommentReading[] {
  const found: CommentReading[] = [];
  for (const row of document.querySelectorAll(rows)) {
    const comment = commentOf(facts, row, base);
    if (comment) found.push(comment);
    if (found.length >= 1_000) break;
  }
  return found;
}

function commentOf(facts: Facts, row: Element, base: string): CommentReading | undefined {
  // Answers of the older app stand inside the comment that they answer.
  const mine = (selector: string) =>
    [...row.querySelectorAll(selector)].find((element) => element.closest(rows) === row) ?? null;
  const urn =
    row.getAttribute('data-id') ??
    row.getAttribute('componentkey') ??
    mine('[data-semaphore-content-urn^="urn:li:comment:"]')?.getAttribute('data-semaphore-content-urn');
  const id = /urn:li:comment:\([^()]*,\s*(\d+)\)/.exec(urn ?? '')?.[1];
  const name =
    mine('[data-tracking-control-name="public_post_comment_actor-name"]') ??
    mine('.comments-comment-meta__description-title') ??
    [...row.querySelectorAll('a[href*="/in/"], a[href*="/company/"]')].find(
      (link) => link.closest(rows) === row && lineOf(link) !== undefined,
    ) ??
    null;
  const link =
    name?.closest('a') ??
    mine('a.comments-comment-meta__description-container') ??
    mine('a[href*="/in/"], a[href*="/company/"]');
  const member = memberIn(link?.getAttribute('href'), base);
  const author = facts.line('comment', lineOf(name), 'dom');
  const text = facts.text(
    'comment',
    textOf(
      mine('.comment__text') ??
        mine('.comments-comment-entity__content .update-components-text') ??
        mine('[componentkey^="comment-commentary_"]') ??
        mine('[data-testid="expandable-text-box"]'),
    ),
    'dom',
  );
  if (!author || !text) return undefined;
  return {
    id: id ?? null,
    ...compact<Omit<CommentReading, 'id'>>({
      author,
      authorUrl: member ? { value: `https://www.linkedin.com/${member}/`, source: 'dom' } : undefined,
      text,
      publishedAt: facts.line('comment', timeIn(id), 'dom'),
      likes: facts.count(
        'comment',
        lineOf(
          mine('.comment__reactions-count') ?? mine('.comments-comment-social-bar__reactions-count--cr'),
        ),
        'dom',
      ),
    }),
  };
}
