import type { PlatformId } from '../domain/platform.ts';

type Address = (handle: string) => string;

/** Where a handle leads, by platform. Where a profile's address cannot be made from it, the platform's own search for it. */
const addresses: Partial<Record<PlatformId, Address>> = {
  instagram: (handle) => `https://www.instagram.com/${handle}/`,
  facebook: (handle) => `https://www.facebook.com/${handle}`,
  x: (handle) => `https://x.com/${handle}`,
  youtube: (handle) =>
    /^UC[\w%-]{22}$/.test(handle)
      ? `https://www.youtube.com/channel/${handle}`
      : `https://www.youtube.com/@${handle}`,
  tiktok: (handle) => `https://www.tiktok.com/@${handle}`,
  pinterest: (handle) => `https://www.pinterest.com/${handle}/`,
  threads: (handle) => `https://www.threads.com/@${handle}`,
  reddit: (handle) => `https://www.reddit.com/user/${handle}/`,
  linkedin: (handle) => `https://www.linkedin.com/in/${handle}/`,
  weibo: (handle) =>
    /^\d{5,}$/.test(handle) ? `https://weibo.com/u/${handle}` : `https://weibo.com/n/${handle}`,
  xiaohongshu: (handle) =>
    /^[0-9a-f]{24}$/.test(handle)
      ? `https://www.xiaohongshu.com/user/profile/${handle}`
      : `https://www.xiaohongshu.com/search_result?keyword=${handle}`,
  douyin: (handle) => `https://www.douyin.com/search/${handle}?type=user`,
  bilibili: (handle) =>
    /^\d+$/.test(handle)
      ? `https://space.bilibili.com/${handle}`
      : `https://search.bilibili.com/upuser?keyword=${handle}`,
  tieba: (handle) => `https://tieba.baidu.com/home/main?un=${handle}`,
  wechat: (handle) => `https://weixin.sogou.com/weixin?type=1&query=${handle}`,
  taobao: (handle) => `https://shopsearch.taobao.com/search?q=${handle}`,
};

/** The address of a profile of which only the handle is known; null on platforms where nothing can be made of it. */
export function profileAddress(platform: PlatformId, handle: string): string | null {
  return addresses[platform]?.(encodeURIComponent(handle)) ?? null;
}
