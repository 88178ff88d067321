import type { CommentReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import { writtenText } from '../shared/written-text.ts';
import type { SiteReader } from '../site.ts';

const most = 1_000;

function profileIn(facts: Facts, link: Element | null | undefined) {
  const href = link?.getAttribute('href') ?? '';
  return facts.handle('comment', /^(?:https:\/\/www\.tiktok\.com)?\/@([^/?#]+)/.exec(href)?.[1], 'dom');
}

function comment(
  facts: Facts,
  link: Element | null | undefined,
  name: string | undefined,
  text: Element | null,
) {
  const handle = profileIn(facts, link);
  const author = facts.line('comment', name, 'dom') ?? handle;
  const said = facts.text('comment', writtenText(text), 'dom');
  if (!author || !said) return undefined;
  return compact<Omit<CommentReading, 'id'>>({
    author,
    authorUrl: handle && { value: `https://www.tiktok.com/@${handle.value}`, source: 'dom' },
    text: said,
  });
}

/** The comments on a video's page, answers after the comments. Neither id nor permalink is in the elements; numbers are English in every language. */
export function commentsIn(facts: Facts, document: Document): CommentReading[] {
  const comments: CommentReading[] = [];
  for (const level of ['1', '2']) {
    for (const element of document.querySelectorAll(`[data-e2e="comment-level-${level}"]`)) {
      const row =
        element.closest('[class*="DivCommentContentWrapper"], [class*="DivCommentItemWrapper"]') ??
        element.parentElement;
      // a row that holds several texts is no row: its first name is somebody else's
      if (row?.querySelectorAll('[data-e2e^="comment-level-"]').length !== 1) continue;
      const name =
        row.querySelector(`[data-e2e="comment-username-${level}"]`) ?? row.querySelector('a[href^="/@"]');
      const link = name?.closest('a') ?? name?.querySelector('a') ?? row.querySelector('a[href^="/@"]');
      const read = comment(facts, link, lineOf(name), element);
      if (!read || comments.length >= most) continue;
      const likes = facts.count(
        'comment',
        lineOf(row.querySelector('[class*="DivLikeContainer"], [aria-pressed]')),
        'dom',
        'en',
      );
      comments.push({ id: null, ...read, ...(likes ? { likes } : {}) });
    }
  }
  return comments;
}

/** The comments of TikTok Studio, of all videos or of one. */
export function readStudio(document: Document): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const comments: CommentReading[] = [];
  for (const cell of document.querySelectorAll('[data-tt="components_CommentCell_FlexColumn"]')) {
    const link = [...cell.querySelectorAll('a[data-tt="components_MessageCell_a"]')].find(
      (each) => lineOf(each) !== undefined,
    );
    const text = cell.querySelector(
      '[data-tt="components_TUXTextWithMention_TUXText"], [data-tt="components_MessageCell_TruncateText"]',
    );
    const read = comment(facts, link, lineOf(link), text);
    if (read && comments.length < most) comments.push({ id: null, ...read });
  }
  return { kind: 'inbox', ...(comments.length > 0 ? { comments } : {}), problems: facts.problems };
}
