import { type Drawn, html, pictureAddress } from './generated-pages.ts';

/* Profiles as the platforms send them. Likes and the viewer's suggestions differ on every visit. */

const host = 'https://cdn.example';

function avatar({ shop, visit }: Drawn): string {
  return pictureAddress(800_000, shop.avatar, visit, host);
}

export function instagramProfile(drawn: Drawn): string {
  const { shop, next } = drawn;
  const user = {
    full_name: shop.name,
    username: 'lin.studio',
    pk: '5500112233',
    biography: shop.bio,
    bio_links: [{ url: shop.link }],
    follower_count: shop.followers + Math.floor(next() * 200),
    following_count: 12 + Math.floor(next() * 3),
    media_count: shop.posts,
    is_verified: false,
    is_private: false,
    profile_pic_url: avatar(drawn),
    category: 'Artist',
  };
  const state = (data: unknown) =>
    `<script type="application/json" data-sjs>${JSON.stringify({ require: [['ScheduledServerJS', 'handle', null, [{ __bbox: { require: [['RelayPrefetchedStreamCache@abc', 'next', [], ['adp', { __bbox: { complete: true, result: { data } } }]]] } }]]] })}</script>`;
  const others = {
    suggested: {
      users: [
        {
          username: `other.${drawn.visit.seed}`,
          follower_count: 9,
          full_name: 'Other',
          biography: 'no',
          pk: '1',
        },
      ],
    },
  };
  return html(
    'en',
    'Instagram',
    '<link rel="canonical" href="https://www.instagram.com/lin.studio/">',
    `${state({ xig_user_by_username: user })}${state(others)}<div id="splash"></div>`,
  );
}

export function tiktokProfile(drawn: Drawn): string {
  const { shop, next } = drawn;
  const user = {
    id: '670011',
    uniqueId: 'lin.studio',
    nickname: shop.name,
    signature: shop.bio,
    verified: true,
    avatarLarger: avatar(drawn),
    bioLink: { link: shop.link },
    createTime: 1_600_000_000,
  };
  const followers = shop.followers + Math.floor(next() * 150);
  const statsV2 = {
    followerCount: String(followers),
    followingCount: '0',
    heartCount: String(3_900_000 + Math.floor(next() * 9_000)),
    videoCount: String(shop.posts),
  };
  const stats = {
    followerCount: followers,
    followingCount: 0,
    heartCount: 3_900_000,
    videoCount: shop.posts,
  };
  const data = {
    __DEFAULT_SCOPE__: { 'webapp.user-detail': { userInfo: { user, stats, statsV2 }, statusCode: 0 } },
  };
  return html(
    'en',
    'TikTok',
    '',
    `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>`,
  );
}

/** "1.23M", "48.2K": as YouTube shortens. */
function shortened(count: number): string {
  if (count >= 1e6) return `${(Math.floor(count / 1e4) / 100).toString()}M`;
  return count >= 1e5 ? `${Math.floor(count / 1e3)}K` : `${Math.floor(count / 100) / 10}K`;
}

export function youtubeChannel(drawn: Drawn): string {
  const { shop } = drawn;
  const row = (...parts: string[]) => ({ metadataParts: parts.map((content) => ({ text: { content } })) });
  const metadataRows = [
    row('@LinStudio'),
    row(`${shortened(shop.followers)} subscribers`, `${shop.posts.toLocaleString('en')} videos`),
  ];
  const data = {
    header: {
      pageHeaderRenderer: {
        pageTitle: shop.name,
        content: {
          pageHeaderViewModel: {
            title: { dynamicTextViewModel: { text: { content: shop.name } } },
            metadata: { contentMetadataViewModel: { metadataRows } },
          },
        },
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: shop.name,
        description: shop.bio,
        externalId: 'UC0011223344556677889900',
        ownerUrls: ['http://www.youtube.com/@LinStudio'],
        vanityChannelUrl: 'http://www.youtube.com/@LinStudio',
        avatar: { thumbnails: [{ url: avatar(drawn), width: 900 }] },
      },
    },
  };
  return html('en', 'YouTube', '', `<script nonce="n">var ytInitialData = ${JSON.stringify(data)};</script>`);
}

export function xProfile(drawn: Drawn): string {
  const { shop, next } = drawn;
  const counter = (type: string, userInteractionCount: number) => ({
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${type}`,
    userInteractionCount,
  });
  const data = {
    '@context': 'http://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      additionalName: 'LinStudio',
      name: shop.name,
      identifier: '990011',
      description: shop.bio,
      image: { '@type': 'ImageObject', contentUrl: avatar(drawn) },
      interactionStatistic: [
        counter('FollowAction', shop.followers + Math.floor(next() * 90)),
        counter('SubscribeAction', 402 + Math.floor(next() * 5)),
        counter('WriteAction', shop.posts),
      ],
    },
    relatedLink: [shop.link],
  };
  return html(
    'en',
    `${shop.name} (@LinStudio) / X`,
    `<script type="application/ld+json" data-testid="UserProfileSchema-test">${JSON.stringify(data)}</script>`,
    '',
  );
}

/** "70.8万", as Weibo shortens. */
export function weiboProfile(drawn: Drawn): string {
  const { shop, next } = drawn;
  const fans = `${(Math.floor(shop.followers / 1_000) / 10).toFixed(1)}万`;
  return html(
    'zh-CN',
    `${shop.name}的微博`,
    '',
    `<div class="profile-header"><div class="m-img-box"><img src="${avatar(drawn)}"></div><div class="mod-fil-name"><span class="txt-shadow">${shop.name}</span></div><a href="/p/index?containerid=231051_-_followers_-_1234567890"><span>关注</span><span>${250 + Math.floor(next() * 4)}</span></a><a href="/p/index?containerid=231051_-_fans_-_1234567890"><span>粉丝</span><span>${fans}</span></a><p class="mod-fil-desc">${shop.bio}</p></div>`,
  );
}
