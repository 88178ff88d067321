import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { targetOf } from './data.ts';

/** The mobile site until 2022: posts carry their number in `data-ft`, the scripts carry the counts. */

export interface MobilePost {
  creator: Partial<CreatorReading>;
  post: Partial<PostReading>;
  /** likes without the other reactions: all that the page shows to visitors who are not logged in */
  likesOnly?: number;
}

/** Reads the post on a page of the mobile site; `posts` are the numbers the post is known by. */
export function fromMobilePost(
  facts: Facts,
  document: Document,
  posts: ReadonlySet<string>,
  base: string,
): MobilePost {
  const story = [...document.querySelectorAll('[data-ft*="top_level_post_id"]')].find((each) =>
    posts.has(/"top_level_post_id":"?(\d{5,25})"?[,}]/.exec(each.getAttribute('data-ft') ?? '')?.[1] ?? ''),
  );
  const words = story?.querySelectorAll('[data-ft*=\'"tn":"*s"\']') ?? [];
  const author = story?.querySelector('header h3 strong a[href], h3 strong a[href]');
  const whose = targetOf(author?.getAttribute('href'), base);
  const { likesOnly, ...counts } = countsIn(facts, document, posts);
  return {
    creator: compact<CreatorReading>({
      displayName: whose?.kind === 'profile' ? facts.line('author', lineOf(author), 'dom') : undefined,
      handle:
        whose?.kind === 'profile' && whose.handle ? facts.handle('author', whose.handle, 'dom') : undefined,
    }),
    post: compact<PostReading>({
      text: words.length === 1 ? facts.text('text', textOf(words[0]), 'dom') : undefined,
      publishedAt: facts.line('publishedAt', timeOf(document, posts), 'dom'),
      ...counts,
    }),
    ...(likesOnly === undefined ? {} : { likesOnly }),
  };
}

/** A story names the moment and itself in one breath; the page of a picture has one moment outside of its comments. */
function timeOf(document: Document, posts: ReadonlySet<string>): string | undefined {
  const said = /publish_time\\*":(\d{9,11}),[^{}]{0,200}?story_fbid\\*":\[\\*"?(\d{5,25})/g;
  for (const element of document.querySelectorAll('[data-ft*="publish_time"],[data-store*="publish_time"]')) {
    for (const name of ['data-ft', 'data-store']) {
      for (const match of (element.getAttribute(name) ?? '').slice(0, 20_000).matchAll(said))
        if (posts.has(match[2] ?? '')) return isoTime(match[1]);
    }
  }
  const moments = [...document.querySelectorAll('abbr[data-store]')].flatMap((each) => {
    const time = /"time":(\d{9,11})[,}]/.exec(each.getAttribute('data-store') ?? '')?.[1];
    return time && !each.closest('[data-sigil*="comment"]') ? [time] : [];
  });
  return moments.length === 1 && document.querySelector('[data-commentid]') ? isoTime(moments[0]) : undefined;
}

/** `{ft_ent_identifier:1,comment_count:2,share_count:3,…reactioncount:4` in the calls that keep a post's counts fresh. */
function countsIn(
  facts: Facts,
  document: Document,
  posts: ReadonlySet<string>,
): Partial<PostReading> & { likesOnly?: number } {
  const mark = /ft_ent_identifier:"?(\d{5,25})"?,comment_count:(\d{1,9}),share_count:(\d{1,9})/g;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    if (!source.includes('ft_ent_identifier:')) continue;
    for (const match of source.matchAll(mark)) {
      if (!posts.has(match[1] ?? '')) continue;
      const end = match.index + match[0].length;
      const rest = source.slice(end, end + 1_500).split('ft_ent_identifier:')[0] ?? '';
      const reactions = /[,{]reactioncount:(\d{1,12})[,}]/.exec(rest)?.[1];
      const likes = /[,{]like_count:(\d{1,12})[,}]/.exec(rest)?.[1];
      return {
        ...compact<PostReading>({
          likes: reactions ? facts.count('likes', Number(reactions), 'state') : undefined,
          comments: facts.count('comments', Number(match[2]), 'state'),
          shares: facts.count('shares', Number(match[3]), 'state'),
        }),
        ...(likes ? { likesOnly: Number(likes) } : {}),
      };
    }
  }
  return {};
}
