import type { PlatformId } from '../domain/platform.ts';

export type LimitKind = 'comment' | 'message';

export interface ReplyLimit {
  platform: PlatformId;
  kind: LimitKind;
  limit: number;
  /** `units`: UTF-16 units, as fields count · `weighted`: as X counts · `bytes`: UTF-8 */
  counted: 'units' | 'weighted' | 'bytes';
  /** where it was read, and when; none of them is a promise of the platform but the first */
  source: string;
}

const guides = 'typecount.com and lettercounter.org, both for 2026, read 2026-11';

/** Limits that somebody has written down. A platform that is not here has one nobody knows: its field's `maxlength` counts then. */
export const replyLimits: readonly ReplyLimit[] = [
  {
    platform: 'x',
    kind: 'comment',
    limit: 280,
    counted: 'weighted',
    source: 'docs.x.com/fundamentals/counting-characters, read 2026-11',
  },
  { platform: 'x', kind: 'message', limit: 10_000, counted: 'units', source: guides },
  { platform: 'instagram', kind: 'comment', limit: 2_200, counted: 'units', source: guides },
  {
    platform: 'instagram',
    kind: 'message',
    limit: 1_000,
    counted: 'bytes',
    source: 'infobip documentation, Instagram messages, read 2026-11',
  },
  { platform: 'facebook', kind: 'comment', limit: 8_000, counted: 'units', source: guides },
  {
    platform: 'facebook',
    kind: 'message',
    limit: 20_000,
    counted: 'units',
    source: 'lettercounter.org for 2026, read 2026-11',
  },
  { platform: 'youtube', kind: 'comment', limit: 10_000, counted: 'units', source: guides },
  { platform: 'tiktok', kind: 'comment', limit: 150, counted: 'units', source: guides },
  {
    platform: 'pinterest',
    kind: 'comment',
    limit: 500,
    counted: 'units',
    source: 'typecount.com for 2026, read 2026-11',
  },
  { platform: 'threads', kind: 'comment', limit: 500, counted: 'units', source: guides },
  {
    platform: 'reddit',
    kind: 'comment',
    limit: 10_000,
    counted: 'units',
    source: 'docs.upload-post.com/resources/character-limits, read 2026-11',
  },
  { platform: 'linkedin', kind: 'comment', limit: 1_250, counted: 'units', source: guides },
];
