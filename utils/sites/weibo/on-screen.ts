import type { CommentReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';
import { numbers } from './state.ts';

/** The text of a post of today's weibo.com; nothing where the site shows only its beginning. */
export function wholeText(facts: Facts, article: Element): string | undefined {
  const element = article.querySelector('[class*="_wbtext_"], [class*="detail_wbtext"]');
  if (element?.querySelector('.expand')) {
    facts.problem('text', 'ambiguous');
    return undefined;
  }
  const text = textOf(element);
  const end = textOf(element?.querySelector('.collapse'));
  return end && text?.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
}

/** Counters under a post, told apart by their icons; one that nobody used says a word instead of a number. */
export function counters(facts: Facts, article: Element): PostReading {
  // A repost shows the counters of the original too, but not in its own foot.
  const foot = [...article.querySelectorAll('footer')].at(-1);
  const beside = (icon: string) =>
    lineOf(foot?.querySelector(`i.woo-font--${icon}`)?.parentElement?.parentElement);
  return compact<PostReading>({
    likes: facts.count('likes', lineOf(foot?.querySelector('.woo-like-count')), 'dom', numbers),
    comments: facts.count('comments', beside('comment'), 'dom', numbers),
    shares: facts.count('shares', beside('retweet'), 'dom', numbers),
  });
}

/**
 * Comments of today's weibo.com. Rows are used again while scrolling: one that is put aside still shows an older comment. Comments have no
 * number in the document.
 */
export function commentsOnScreen(facts: Facts, document: Document, base: string): CommentReading[] {
  const rows = document.querySelectorAll(
    '.wbpro-list .con1, .wbpro-list .con2, .wbpro-scroller-item .con1, .wbpro-layer .con2',
  );
  return [...rows].slice(0, 1_000).flatMap((row) => {
    if (row.closest('[data-active="false"]')) return [];
    const own = (selector: string) =>
      [...row.querySelectorAll(selector)].find((each) => each.closest('.con1, .con2') === row);
    const link = own('.text a[href^="/u/"][usercard]') ?? own('.text a[href*="/u/"]');
    const author = facts.line('comment', lineOf(link), 'dom');
    const text = facts.text('comment', textOf(own('.text > span')), 'dom');
    if (!author || !text) return [];
    const said = lineOf(own('.info > div')) ?? lineOf(own('.info'));
    return [
      {
        id: null,
        ...compact({
          author,
          text,
          authorUrl: facts.address('comment', link?.getAttribute('href'), 'dom', base),
          publishedAt: facts.line('comment', commentTime(said), 'dom'),
          likes: facts.count('comment', lineOf(own('.info .woo-like-count')), 'dom', numbers),
        }),
      },
    ];
  });
}

/** "26-8-24 10:13 来自上海": comments write the year with two digits; relative times are no moments. */
function commentTime(said: string | undefined): string | undefined {
  const match = /^(?:20)?(\d{2})-(\d{1,2})-(\d{1,2}) (\d{1,2}:\d{2})/.exec(said ?? '');
  return match ? chinaTime(`20${match[1]}-${match[2]}-${match[3]} ${match[4]}`) : undefined;
}
