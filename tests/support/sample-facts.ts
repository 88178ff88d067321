import type { SampleName } from './sample-pages.ts';

/** What the page of a sample says, read by a person from the fixture. */
export interface SampleFacts {
  platform: string;
  handle: string;
  displayName: string;
  followers: number;
  email: string;
  stableId: string;
}

export const sampleFacts = {
  instagram: {
    platform: 'instagram',
    handle: 'mira.holm.ceramics',
    displayName: 'Mira Holm',
    followers: 48_213,
    email: 'studio@miraholm.example',
    stableId: '58120437719',
  },
  x: {
    platform: 'x',
    handle: 'tobias_fell',
    displayName: 'Tobias Fell',
    followers: 15_874,
    email: 'hello@fellrepair.example',
    stableId: '2481937705',
  },
  youtube: {
    platform: 'youtube',
    handle: 'KaffeekanneTV',
    displayName: 'Kaffeekanne TV',
    followers: 1_230_000,
    email: 'post@kaffeekanne.example',
    stableId: 'UCk4ff33k4nn3TVtestAB12Q',
  },
  tiktok: {
    platform: 'tiktok',
    handle: 'lune.et.laine',
    displayName: 'Lune et Laine',
    followers: 231_418,
    email: 'bonjour@luneetlaine.example',
    stableId: '7012345678901234567',
  },
  weibo: {
    platform: 'weibo',
    handle: '7700123456',
    displayName: '拾光茶铺阿茉',
    followers: 126_000,
    email: 'amo@shiguangcha.example',
    stableId: '7700123456',
  },
} satisfies Partial<Record<SampleName, SampleFacts>>;

export type ProfileName = keyof typeof sampleFacts;
export const profileNames = Object.keys(sampleFacts) as ProfileName[];
