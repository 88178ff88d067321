import { segments } from '../shared/page.ts';
import type { PageIdentity } from '../site.ts';

const origin = 'https://www.facebook.com';

/** First parts of addresses that are neither pages nor people. */
const reserved = new Set(
  'about ads ajax bookmarks business careers checkpoint composer cookie crisisresponse dialog directory donate events fundraisers games gaming gaming_video groups hashtag help home instantgames jobs l.php latest legal live login lite maps marketplace me media memories messages mobile neo notes notifications offers pages people permalink.php pg photo photo.php photos places plugins policies policy privacy professional_dashboard profile.php public r.php recover reel reels reg rsrc.php saved search security settings share sharer sharer.php stories story.php terms tr video.php videos watch whitehat'.split(
    ' ',
  ),
);
const walls = new Set(['login', 'login.php', 'checkpoint', 'recover', 'r.php', 'reg', 'unsupportedbrowser']);
const tabs =
  /^(?:about\w*|photos\w*|videos|reels|reels_tab|followers|following|friends\w*|community|likes|posts|reviews|shop|services|menu|live|live_videos|events|music|groups|mentions|map|sports|movies|home|timeline|info|featured|jobs|offers|past_hosted_events)$/;
const vanity = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{1,120}$/u;
const number = /^\d{5,25}$/;
const postId = /^(?:\d{5,25}|pfbid\w{10,120})$/;
const language = /^[a-z]{2,3}-[a-z]{2}\.facebook\.com$/;
const plain = new Set([
  'facebook.com',
  'www.facebook.com',
  'm.facebook.com',
  'mbasic.facebook.com',
  'web.facebook.com',
  'touch.facebook.com',
]);

/** What an address of the site is; the same for its desktop, mobile and language hosts. */
export function identify(url: URL): PageIdentity | null {
  const host = url.hostname.replace(/\.$/, '');
  if (host === 'business.facebook.com') return business(url);
  if (!plain.has(host) && !language.test(host)) return null;
  const path = segments(url);
  const [first = '', second, third] = path;
  const word = first.toLowerCase();
  if (!first || word === 'home.php') return { kind: 'feed', url: `${origin}/` };
  if (walls.has(word) || (word === 'privacy' && second === 'consent'))
    return { kind: 'blocked', url: `${origin}/${word}` };
  if (word === 'messages') return { kind: 'inbox', url: `${origin}/messages/` };
  if (word === 'search')
    return {
      kind: 'search',
      url: `${origin}/search/${path.slice(1).map(encodeURIComponent).join('/')}${query(url, ['q'])}`,
    };
  if (word === 'hashtag' && second)
    return { kind: 'feed', id: `#${second}`, url: `${origin}/hashtag/${encodeURIComponent(second)}` };
  if (word === 'groups') return group(url, second, third, path[3]);
  const event = path.at(-1) ?? '';
  if (word === 'events' && number.test(event))
    return { kind: 'other', id: event, url: `${origin}/events/${event}/` };
  return media(url, word, second) ?? person(url, word, path);
}

function query(url: URL, names: string[]): string {
  const kept = names.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value ? [[name, value]] : [];
  });
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

function business(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (first !== 'latest' || second !== 'inbox')
    return first === 'business' && second === 'loginpage'
      ? { kind: 'blocked', url: `${url.origin}/business/loginpage` }
      : null;
  return { kind: 'inbox', url: `${url.origin}/latest/inbox/${third ?? 'all'}${query(url, ['asset_id'])}` };
}

function group(
  url: URL,
  id: string | undefined,
  form: string | undefined,
  post: string | undefined,
): PageIdentity | null {
  if (!id || id === 'feed' || id === 'joins' || id === 'discover')
    return { kind: 'feed', url: `${origin}/groups/${id ?? 'feed'}/` };
  if (!vanity.test(id)) return null;
  const several = url.searchParams.get('multi_permalinks')?.split(',')[0];
  const code = form === 'posts' || form === 'permalink' ? post : several;
  if (code && postId.test(code))
    return { kind: 'post', id: code, url: `${origin}/groups/${encodeURIComponent(id)}/posts/${code}/` };
  if (form === 'user') return number.test(post ?? '') ? profile(post ?? '', `profile.php?id=${post}`) : null;
  return { kind: 'group', id: id.toLowerCase(), url: `${origin}/groups/${encodeURIComponent(id)}/` };
}

/** Posts, pictures and films whose address has no name in it. */
function media(url: URL, word: string, second: string | undefined): PageIdentity | null {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  if (word === 'permalink.php' || word === 'story.php') {
    const [post, of] = [parameter('story_fbid'), parameter('id')];
    if (!postId.test(post)) return null;
    return {
      kind: 'post',
      id: post,
      url: `${origin}/permalink.php?story_fbid=${post}${number.test(of) ? `&id=${of}` : ''}`,
    };
  }
  if (word === 'photo.php' || word === 'photo') {
    const photo = parameter('fbid');
    return number.test(photo) ? { kind: 'post', id: photo, url: `${origin}/photo/?fbid=${photo}` } : null;
  }
  if (word === 'reel' && number.test(second ?? ''))
    return { kind: 'post', id: second ?? '', url: `${origin}/reel/${second}` };
  if (word === 'reel' || word === 'reels') return { kind: 'feed', url: `${origin}/reel/` };
  if (word === 'watch' || word === 'video.php') {
    const film = parameter('v');
    if (number.test(film)) return { kind: 'post', id: film, url: `${origin}/watch/?v=${film}` };
    return word === 'watch' ? { kind: 'feed', url: `${origin}/watch/` } : null;
  }
  return null;
}

const profile = (id: string, address: string, handle?: string): PageIdentity => ({
  kind: 'profile',
  id: id.toLowerCase(),
  ...(handle ? { handle } : {}),
  url: `${origin}/${address}`,
});

function person(url: URL, word: string, path: string[]): PageIdentity | null {
  const [first = '', second = '', third = ''] = path;
  if (word === 'profile.php') {
    const id = url.searchParams.get('id') ?? '';
    return number.test(id) ? profile(id, `profile.php?id=${id}`) : null;
  }
  if (word === 'people' && number.test(third)) return profile(third, `profile.php?id=${third}`);
  if (word === 'pages' && second === 'category')
    return path[3] ? person(url, '', [path[3], ...path.slice(4)]) : null;
  if (word === 'pages' && number.test(third)) return profile(third, `profile.php?id=${third}`);
  if (word === 'p' && second) {
    const id = /-(\d{5,25})$/.exec(second)?.[1];
    return id ? profile(id, `profile.php?id=${id}`) : null;
  }
  if (word === 'pg' && second) return person(url, '', path.slice(1));
  if (reserved.has(first.toLowerCase()) || !vanity.test(first)) return null;
  const last = path.at(-1) ?? '';
  if (/^(?:posts|photos|videos|reel)$/.test(second) && path.length > 2 && postId.test(last)) {
    const place = `${encodeURIComponent(first)}/${second}/${last}`;
    // A name of digits only is an id: no handle.
    return {
      kind: 'post',
      id: last,
      ...(number.test(first) ? {} : { handle: first }),
      url: `${origin}/${place}`,
    };
  }
  if (second && (!tabs.test(second) || path.length > 3)) return null;
  if (number.test(first)) return profile(first, `profile.php?id=${first}`);
  // The id at the end of an older page's name is the page's identity, whatever the page is called today.
  const id = /-(\d{8,25})$/.exec(first)?.[1];
  return profile(id ?? first, encodeURIComponent(first), first);
}
