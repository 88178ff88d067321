import type { PlatformId } from '../domain/platform.ts';
import { read as web } from './generic.ts';
import { read as instagram } from './instagram.ts';
import type { SiteReader } from './site.ts';
import { read as tiktok } from './tiktok.ts';
import { read as weibo } from './weibo.ts';
import { read as x } from './x.ts';
import { read as youtube } from './youtube.ts';

/** The reader of each platform; every other page is read by the generic one, which knows the shop systems too. */
const readers: Partial<Record<PlatformId, SiteReader>> = { instagram, x, youtube, tiktok, weibo };

export function readerOf(platform: PlatformId): SiteReader {
  return readers[platform] ?? web;
}
