import type { CommentReading } from '../../domain/page-reading.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import type { SiteReader } from '../site.ts';
import { shownText } from './text.ts';

/**
 * The comments of Studio's inbox. Known from public scripts only: an id or permalink is not in the elements, the time is relative.
 * Where the elements hide their inside in shadow roots nothing is found.
 */
export function readStudio(document: Document, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const comments: CommentReading[] = [];
  for (const element of document.querySelectorAll('ytcp-comment')) {
    const author = element.querySelector('#author-text, #name');
    const name = facts.line('comment', lineOf(author), 'dom');
    const text = facts.text('comment', shownText(element.querySelector('#content-text')), 'dom');
    if (!name || !text || comments.length >= 2_000) continue;
    const link = author?.getAttribute('href') ?? author?.querySelector('a[href]')?.getAttribute('href');
    const isChannel = link && /^(?:https:\/\/www\.youtube\.com)?\/(?:@|channel\/UC)/.test(link);
    comments.push({
      id: null,
      ...compact<Omit<CommentReading, 'id'>>({
        author: name,
        text,
        authorUrl: isChannel
          ? facts.address('comment', new URL(link, 'https://www.youtube.com').href, 'dom', url.href)
          : undefined,
      }),
    });
  }
  return { kind: 'inbox', ...(comments.length > 0 ? { comments } : {}), problems: facts.problems };
}
