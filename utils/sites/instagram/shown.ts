import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';

/**
 * The post on the screen: its own time is a link to it; on a page of its own the caption is the row above the comments, whose time is no link.
 * Only where a link in the same column leads to this post, and where one caption can be meant.
 */
export function shownPost(
  facts: Facts,
  document: Document,
  code: string,
  base: string,
): { creator: Partial<CreatorReading>; post: Partial<PostReading> } {
  const column = document.querySelector('[role="dialog"] article') ?? document.querySelector('main');
  const links = [...(column?.querySelectorAll('a[href]') ?? [])].filter((link) =>
    pathOf(link.getAttribute('href'), base).includes(code),
  );
  if (!column || links.length === 0) return { creator: {}, post: {} };
  const own = links.find((link) => {
    const path = pathOf(link.getAttribute('href'), base);
    return !path.includes('c') && path.at(-1) === code && link.querySelector('time[datetime]');
  });
  const captions = [...column.querySelectorAll('time[datetime]')].flatMap((time) => {
    const row = time.closest('a') ? null : time.closest('div');
    const author = row?.querySelector('a[href]');
    const path = pathOf(author?.getAttribute('href'), base);
    return row && path.length === 1 && row.nextElementSibling?.localName === 'span'
      ? [{ author: path[0], words: row.nextElementSibling }]
      : [];
  });
  const caption = captions.length === 1 ? captions[0] : undefined;
  // In a feed the caption is a heading; one cut short has more around it than inside.
  const heading = own?.closest('article')?.querySelector('h1[dir="auto"]');
  const whole = textOf(heading) === textOf(heading?.closest('span[dir="auto"]')) ? heading : undefined;
  const words = caption?.words ?? whole;
  const place = pathOf(own?.getAttribute('href'), base);
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', caption?.author ?? (place.length === 3 ? place[0] : undefined), 'dom'),
    }),
    post: compact<PostReading>({
      text: words ? facts.text('text', textOf(words), 'dom') : undefined,
      publishedAt: facts.line(
        'publishedAt',
        isoTime(own?.querySelector('time')?.getAttribute('datetime')),
        'dom',
      ),
    }),
  };
}
