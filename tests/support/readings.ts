import type { CreatorReading, PageReading } from '../../utils/domain/page-reading.ts';

/** A profile of an invented person, as a reader returns it. */
export function profile(creator: CreatorReading = {}, page: Partial<PageReading> = {}): PageReading {
  const handle = creator.handle?.value ?? 'mira.bakes';
  return {
    platform: 'instagram',
    kind: 'profile',
    key: `instagram:profile:${handle}`,
    url: `https://www.instagram.com/${handle}/`,
    creator: {
      handle: { value: handle, source: 'url' },
      displayName: { value: 'Mira Bakes', source: 'dom' },
      followers: { value: 1_200, source: 'dom', raw: '1,200', precision: 'exact' },
      ...creator,
    },
    problems: [],
    ...page,
  };
}

export const named = (handle: string, stableId?: string): CreatorReading => ({
  handle: { value: handle, source: 'url' },
  ...(stableId ? { stableId: { value: stableId, source: 'state' } } : {}),
});
