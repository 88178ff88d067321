import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { typedAddress } from '../shared/contacts.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { Parts } from './article.ts';
import { postText } from './text.ts';

/** Pages as the site made them until 2020, met as saved copies: everything stands in data attributes, in any language. */

function statistic(facts: Facts, field: string, tweet: Element, action: string) {
  const box = tweet.querySelector(
    `.ProfileTweet-actionCountList .ProfileTweet-action--${action} [data-tweet-stat-count], .ProfileTweet-action--${action} [data-tweet-stat-count]`,
  );
  const said = box?.getAttribute('data-tweet-stat-count') ?? '';
  return facts.count(field, /^\d{1,15}$/.test(said) ? Number(said) : undefined, 'dom');
}

function timeOf(facts: Facts, field: string, tweet: Element) {
  const said = tweet.querySelector('.tweet-timestamp [data-time-ms]')?.getAttribute('data-time-ms');
  return facts.line(field, isoTime(said), 'dom');
}

/** The post of an address as the old page shows it. */
export function oldPost(facts: Facts, document: Document, id: string): Parts {
  const tweet = [...document.querySelectorAll('.permalink-tweet[data-tweet-id]')].find(
    (each) => each.getAttribute('data-tweet-id') === id,
  );
  if (!tweet) return {};
  const media = tweet.querySelector('.AdaptiveMedia-photoContainer[data-image-url]');
  const badge = tweet.querySelector('.permalink-header .UserBadges .Icon--verified');
  const avatar = tweet.querySelector('.permalink-header img.avatar')?.getAttribute('src');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', tweet.getAttribute('data-screen-name'), 'dom'),
      displayName: facts.line('author', tweet.getAttribute('data-name'), 'dom'),
      stableId: facts.line('author', tweet.getAttribute('data-user-id'), 'dom'),
      avatarUrl: facts.address('author', avatar, 'dom'),
      verified: badge ? { value: true, source: 'dom' } : undefined,
    }),
    post: compact<PostReading>({
      text: facts.text('text', postText(tweet.querySelector('.js-tweet-text-container .tweet-text')), 'dom'),
      publishedAt: timeOf(facts, 'publishedAt', tweet),
      comments: statistic(facts, 'comments', tweet, 'reply'),
      shares: statistic(facts, 'shares', tweet, 'retweet'),
      likes: statistic(facts, 'likes', tweet, 'favorite'),
      imageUrl: facts.address('imageUrl', media?.getAttribute('data-image-url'), 'dom'),
    }),
  };
}

/** The answers below it. */
export function oldReplies(facts: Facts, document: Document, id: string): CommentReading[] {
  const found = new Map<string, CommentReading>();
  for (const tweet of document.querySelectorAll('.permalink-replies .tweet[data-tweet-id]')) {
    const own = tweet.getAttribute('data-tweet-id') ?? '';
    const author = facts.handle('comment', tweet.getAttribute('data-screen-name'), 'dom');
    if (!/^\d{1,25}$/.test(own) || own === id || !author || found.size >= 2_000) continue;
    const comment = compact({
      author,
      authorUrl: { value: `https://x.com/${author.value}`, source: 'dom' as const },
      text: facts.text('comment', postText(tweet.querySelector('.tweet-text')), 'dom'),
      publishedAt: timeOf(facts, 'comment', tweet),
      likes: statistic(facts, 'comment', tweet, 'favorite'),
    });
    found.set(own, { id: own, ...comment });
  }
  return [...found.values()];
}

/** The header of an old profile; it shows the handle, which proves whose it is. */
export function oldProfile(
  facts: Facts,
  document: Document,
  handle: string,
): { fields: Partial<CreatorReading>; emptyBio: boolean } {
  const card = document.querySelector('.ProfileHeaderCard');
  const shown = lineOf(card?.querySelector('.ProfileHeaderCard-screenname .username'));
  if (!card || !sameHandle(shown, handle)) return { fields: {}, emptyBio: false };
  const value = (list: string) => {
    const said = document
      .querySelector(`.ProfileNav-item--${list} .ProfileNav-value`)
      ?.getAttribute('data-count');
    return said && /^\d{1,15}$/.test(said) ? Number(said) : undefined;
  };
  const bio = card.querySelector('.ProfileHeaderCard-bio');
  const link = card.querySelector('.ProfileHeaderCard-urlText a');
  // A saved copy keeps the picture under a name of its own; the link around it stays.
  const avatar = document.querySelector('.ProfileAvatar-container[href*="/profile_images/"]');
  const image =
    avatar?.getAttribute('href') ?? document.querySelector('.ProfileAvatar-image')?.getAttribute('src');
  return {
    emptyBio: bio !== null && lineOf(bio) === undefined,
    fields: compact<CreatorReading>({
      handle: facts.handle('handle', shown, 'dom'),
      stableId: facts.line(
        'stableId',
        document.querySelector('.ProfileNav[data-user-id]')?.getAttribute('data-user-id'),
        'dom',
      ),
      displayName: facts.line(
        'displayName',
        lineOf(card.querySelector('.ProfileHeaderCard-nameLink')),
        'dom',
      ),
      followers: facts.count('followers', value('followers'), 'dom'),
      following: facts.count('following', value('following'), 'dom'),
      posts: facts.count('posts', value('tweets'), 'dom'),
      bio: facts.text('bio', postText(bio), 'dom'),
      location: facts.line('location', lineOf(card.querySelector('.ProfileHeaderCard-locationText')), 'dom'),
      links: facts.list(
        'links',
        [typedAddress(link?.getAttribute('title')) ?? typedAddress(lineOf(link))],
        'dom',
      ),
      avatarUrl: facts.address('avatarUrl', image, 'dom'),
      verified: card.querySelector('.Icon--verified') ? { value: true, source: 'dom' } : undefined,
    }),
  };
}
