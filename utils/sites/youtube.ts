import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readChannel } from './youtube/channel.ts';
import { readVideo } from './youtube/video.ts';

const origin = 'https://www.youtube.com';
const tabs = new Set(
  'featured videos shorts streams live podcasts playlists community posts store channels about search releases courses membership'.split(
    ' ',
  ),
);
const videoId = /^[\w-]{6,20}$/;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (url.hostname === 'consent.youtube.com') return { kind: 'blocked', url: `${url.origin}/` };
  if (url.hostname === 'youtu.be') return video(first);
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (first === 'watch') return video(url.searchParams.get('v') ?? undefined);
  if (first === 'live' || first === 'shorts') {
    const identity = video(second);
    return identity && first === 'shorts' ? { ...identity, url: `${origin}/shorts/${second}` } : identity;
  }
  if (first === 'post' && second) return { kind: 'post', id: second, url: `${origin}/post/${second}` };
  if (first === 'results') {
    return {
      kind: 'search',
      url: `${origin}/results?search_query=${encodeURIComponent(url.searchParams.get('search_query') ?? '')}`,
    };
  }
  if (first === 'playlist') {
    const list = url.searchParams.get('list');
    return list
      ? { kind: 'listing', id: list, url: `${origin}/playlist?list=${encodeURIComponent(list)}` }
      : null;
  }
  if (first === 'feed' || first === 'hashtag') return { kind: 'feed', url: `${origin}${url.pathname}` };
  return channel(first, second, third);
}

function video(id: string | undefined): PageIdentity | null {
  return id && videoId.test(id) ? { kind: 'post', id, url: `${origin}/watch?v=${id}` } : null;
}

function channel(first: string, second: string | undefined, third: string | undefined): PageIdentity | null {
  if (first.startsWith('@') && first.length > 1) {
    if (second !== undefined && !tabs.has(second)) return null;
    const handle = first.slice(1);
    return {
      kind: 'profile',
      id: `@${handle.toLowerCase()}`,
      handle,
      url: `${origin}/@${encodeURIComponent(handle)}`,
    };
  }
  if (second === undefined || (third !== undefined && !tabs.has(third))) return null;
  if (first === 'channel' && /^UC[\w-]{10,40}$/.test(second)) {
    return { kind: 'profile', id: second, url: `${origin}/channel/${second}` };
  }
  if (first === 'c' || first === 'user') {
    return {
      kind: 'profile',
      id: `${first}/${second.toLowerCase()}`,
      url: `${origin}/${first}/${encodeURIComponent(second)}`,
    };
  }
  return null;
}

export const site: Site = {
  id: 'youtube',
  hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
  passingHosts: ['youtu.be', 'consent.youtube.com'],
  identify,
  profileAnchors: [
    'yt-page-header-view-model h1',
    'yt-page-header-renderer h1',
    'ytd-c4-tabbed-header-renderer ytd-channel-name #text',
    'ytd-video-owner-renderer ytd-channel-name #text',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.youtube.com/', kind: 'feed' },
    { url: 'https://www.youtube.com/@LinStudio', kind: 'profile' },
    { url: 'https://www.youtube.com/@LinStudio/videos?view=0', kind: 'profile' },
    { url: 'https://m.youtube.com/@%E6%9E%97%E5%AE%A4', kind: 'profile' },
    { url: 'https://www.youtube.com/channel/UC0123456789abcdefghijkl', kind: 'profile' },
    { url: 'https://www.youtube.com/c/LinStudio/about', kind: 'profile' },
    { url: 'https://www.youtube.com/user/linstudio', kind: 'profile' },
    { url: 'https://www.youtube.com/watch?v=abcDEF12345&t=10s&si=x', kind: 'post' },
    { url: 'https://youtu.be/abcDEF12345?si=x', kind: 'post' },
    { url: 'https://www.youtube.com/shorts/abcDEF12345', kind: 'post' },
    { url: 'https://www.youtube.com/results?search_query=teapot', kind: 'search' },
    { url: 'https://www.youtube.com/playlist?list=PL0123456789', kind: 'listing' },
    { url: 'https://consent.youtube.com/m?continue=https://www.youtube.com/', kind: 'blocked' },
  ],
  evidence: 'strong',
  verified: '2026-08',
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'profile') return readChannel(document, identity, url);
  if (identity.kind === 'post') return readVideo(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
