import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { at, isData, objectsIn } from '../shared/state.ts';
import { handleIn, largest, words } from './data.ts';
import type { Screen } from './screen.ts';

function oneWith(data: unknown, key: string): unknown {
  return objectsIn(data, (object) => isData(object[key]), 1)[0]?.[key];
}

/** What lies over a short: author and title in two generations of names, buttons with their numbers. */
export function fromOverlay(facts: Facts, data: unknown): Screen {
  const overlay = at(data, 'overlay', 'reelPlayerOverlayRenderer');
  if (overlay === undefined) return { creator: {}, post: {} };
  const header = at(overlay, 'reelPlayerHeaderSupportedRenderers', 'reelPlayerHeaderRenderer');
  const bar = oneWith(overlay, 'reelChannelBarViewModel');
  const browse = at(header, 'channelNavigationEndpoint', 'browseEndpoint') ?? oneWith(bar, 'browseEndpoint');
  const name = words(at(header, 'channelTitleText'));
  const shown = words(at(bar, 'channelName'));
  const like = at(overlay, 'likeButton', 'likeButtonRenderer');
  return {
    creator: compact<CreatorReading>({
      // today the bar shows the handle where the name stood
      displayName: facts.line(
        'author',
        [name, shown].find((text) => text && !text.startsWith('@')),
        'state',
      ),
      handle: facts.handle(
        'author',
        handleIn(at(browse, 'canonicalBaseUrl')) ?? [name, shown].find((text) => text?.startsWith('@')),
        'state',
      ),
      stableId: facts.line('author', at(browse, 'browseId'), 'state'),
      avatarUrl: facts.address('author', largest(at(header, 'channelThumbnail', 'thumbnails')), 'state'),
    }),
    post: compact<PostReading>({
      title: facts.text(
        'title',
        words(at(oneWith(overlay, 'shortsVideoTitleViewModel'), 'text')) ??
          words(at(header, 'reelTitleText')),
        'state',
      ),
      likes: facts.count('likes', at(like, 'likeCount') ?? words(at(like, 'likeCountText')), 'state'),
      comments: facts.count(
        'comments',
        words(at(overlay, 'viewCommentsButton', 'buttonRenderer', 'text')),
        'state',
      ),
    }),
  };
}
