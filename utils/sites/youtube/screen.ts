import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import { handleIn } from './data.ts';
import { shownText } from './text.ts';

export interface Screen {
  creator: Partial<CreatorReading>;
  post: Partial<PostReading>;
}

/** The part of the page that is about this video: the player's page and the block below it both carry its id. */
function blockOf(document: Document, id: string): Element | undefined {
  const marked = [
    ...document.querySelectorAll(
      'ytd-watch-metadata[video-id], ytd-watch-flexy[video-id], ytd-watch-grid[video-id]',
    ),
  ];
  const own = marked.filter((element) => element.getAttribute('video-id') === id);
  return own.find((element) => element.localName !== 'ytd-watch-metadata') ?? own[0];
}

/** What a watch page shows of the video with this id. Also right after a move inside the app, when the embedded data is another video's. */
export function fromScreen(facts: Facts, document: Document, id: string, base: string): Screen {
  const block = blockOf(document, id);
  if (!block) return { creator: {}, post: {} };
  const first = (...selectors: string[]) => {
    for (const selector of selectors) {
      const line = lineOf(block.querySelector(selector));
      if (line) return line;
    }
    return undefined;
  };
  // Several renderings of one text stand side by side, all but one empty; the inline one may be cut off while it is folded.
  const description = [
    '#description-inline-expander #expanded yt-attributed-string',
    'ytd-expandable-video-description-body-renderer #description yt-attributed-string',
    'ytd-expandable-video-description-body-renderer #description .content',
    'ytd-video-secondary-info-renderer #description .content',
    '#description-inline-expander yt-attributed-string',
  ]
    .flatMap((selector) => [...block.querySelectorAll(selector)])
    .map((element) => shownText(element))
    .find((text) => text !== undefined);
  return {
    creator: ownerOf(facts, block, base),
    post: compact<PostReading>({
      title: facts.text(
        'title',
        first('ytd-watch-metadata #title h1', '#title h1', 'h1.title yt-formatted-string'),
        'dom',
      ),
      text: facts.text('text', description, 'dom'),
      views: facts.count(
        'views',
        first('ytd-video-view-count-renderer .view-count', '#info-container #info span'),
        'dom',
      ),
      likes: likesOf(facts, block),
      comments: facts.count(
        'comments',
        first('ytd-comments-header-renderer #count', 'ytd-comments-entry-point-header-renderer #count'),
        'dom',
      ),
    }),
  };
}

/** The like button's label tells the full number in any language; while nobody likes or the number is hidden there is none. */
function likesOf(facts: Facts, block: Element) {
  const button = block.querySelector(
    'ytd-watch-metadata segmented-like-dislike-button-view-model like-button-view-model button, #segmented-like-button button, #top-level-buttons-computed ytd-toggle-button-renderer button',
  );
  return (
    facts.count('likes', button?.getAttribute('aria-label') ?? undefined, 'dom') ??
    facts.count('likes', lineOf(button), 'dom')
  );
}

function ownerOf(facts: Facts, block: Element, base: string): Partial<CreatorReading> {
  const owner = block.querySelector('ytd-video-owner-renderer');
  const link = [
    ...(owner?.querySelectorAll('ytd-channel-name a[href], #attributed-channel-name a[href]') ?? []),
  ].find((each) => lineOf(each) !== undefined);
  const address = link?.getAttribute('href') ?? undefined;
  const channel = /^(?:https:\/\/www\.youtube\.com)?\/channel\/(UC[\w-]{10,40})/.exec(address ?? '')?.[1];
  return compact<CreatorReading>({
    displayName: facts.line('author', lineOf(link), 'dom'),
    handle: facts.handle('author', handleIn(address), 'dom'),
    stableId: facts.line('author', channel, 'dom'),
    followers: facts.count('author', lineOf(owner?.querySelector('#owner-sub-count')), 'dom'),
    avatarUrl: facts.address(
      'author',
      owner?.querySelector('#avatar img[src]')?.getAttribute('src'),
      'dom',
      base,
    ),
  });
}
