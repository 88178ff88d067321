import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { targetOf } from './data.ts';

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** How much of a script describes one post's feedback before its comments begin. */
const feedbackLength = 4_000;

/**
 * Posts and films as visitors without a login saw them on large screens until 2021: the line below the author's name carries the post's number
 * in its id, and the scripts hand over the feedback of every post on the page, as JSON or with bare names.
 */
export function fromDesktop(
  facts: Facts,
  document: Document,
  posts: ReadonlySet<string>,
  base: string,
): Parts {
  const counts = feedbackOf(document, posts);
  const counted = (field: string, name: string, inner: string) =>
    facts.count(
      field,
      counts && new RegExp(`\\b${name}"?:${inner ? `\\{"?${inner}"?:` : ''}(\\d{1,15})\\b`).exec(counts)?.[1],
      'state',
    );
  const line = [...document.querySelectorAll('[id^="feed_subtitle_"]')].find((each) =>
    each.id.split(/[_;:]/).some((part) => posts.has(part)),
  );
  const box = boxOf(line);
  const link = [...(box?.querySelectorAll('h5 a[href], h6 a[href], .fwb a[href]') ?? [])].find(
    (each) => targetOf(each.getAttribute('href'), base)?.kind === 'profile' && lineOf(each),
  );
  const author = targetOf(link?.getAttribute('href'), base);
  return {
    creator: compact<CreatorReading>({
      handle: author?.handle ? facts.handle('author', author.handle, 'dom') : undefined,
      displayName: facts.line('author', lineOf(link), 'dom'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', textOf(box?.querySelector('[data-testid="post_message"]')), 'dom'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(line?.querySelector('abbr[data-utime]')?.getAttribute('data-utime')),
        'dom',
      ),
      likes: counted('likes', 'reaction_count', 'count'),
      comments: counted('comments', 'comment_count', 'total_count'),
      shares: counted('shares', 'share_count', 'count'),
      views: counted('views', 'video_view_count', ''),
    }),
  };
}

/** The nearest element around a post's line that has one such line and the author's name or the words. */
function boxOf(line: Element | undefined): Element | undefined {
  let box = line?.parentElement ?? undefined;
  for (let step = 0; box && step < 15; step++) {
    if (box.querySelectorAll('[id^="feed_subtitle_"]').length > 1) return undefined;
    if (box.querySelector('[data-testid="post_message"]')) return box;
    box = box.parentElement ?? undefined;
  }
  return undefined;
}

/** The part of a script that begins with the post's number and ends before the next post's. */
function feedbackOf(document: Document, posts: ReadonlySet<string>): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes('subscription_target_id')) continue;
    for (const match of text.matchAll(/\bsubscription_target_id"?:"(\d{5,25})"/g)) {
      if (!posts.has(match[1] ?? '')) continue;
      const start = match.index + match[0].length;
      const part = text.slice(start, start + feedbackLength);
      const end = part.indexOf('subscription_target_id');
      return end < 0 ? part : part.slice(0, end);
    }
  }
  return undefined;
}
