import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf, textOf } from '../shared/text.ts';
import type { Screen } from './screen.ts';

/**
 * The watch page as it was made until 2018, met as saved copies.
 * @param scope its microdata, which names the video and surrounds all of it
 */
export function fromClassic(facts: Facts, scope: Element | undefined): Screen {
  const header = scope?.querySelector('#watch7-user-header');
  if (!scope || !header) return { creator: {}, post: {} };
  const picture = header.querySelector('.yt-user-photo img');
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', lineOf(header.querySelector('.yt-user-info a')), 'dom'),
      followers: facts.count('author', lineOf(header.querySelector('.yt-subscriber-count')), 'dom'),
      avatarUrl: facts.address('author', picture?.getAttribute('data-thumb'), 'dom'),
      verified: header.querySelector('.yt-channel-title-icon-verified')
        ? { value: true, source: 'dom' }
        : undefined,
    }),
    post: compact<PostReading>({
      title: facts.text('title', lineOf(scope.querySelector('#eow-title')), 'dom'),
      text: facts.text('text', textOf(scope.querySelector('#eow-description')), 'dom'),
      views: facts.count('views', lineOf(scope.querySelector('.watch-view-count')), 'dom'),
      likes: facts.count(
        'likes',
        lineOf(scope.querySelector('.like-button-renderer-like-button .yt-uix-button-content')),
        'dom',
      ),
    }),
  };
}
