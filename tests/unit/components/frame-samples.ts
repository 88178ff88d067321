import type { CreatorView, Observation } from '../../../utils/domain/creator.ts';
import type { FrameContext } from '../../../utils/domain/frame-context.ts';

const at = '2026-11-20T10:00:00.000Z';
export const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const record = (n: number) => ({ id: id(n), createdAt: at, updatedAt: at });

export function observation(n: number, followers: number, accountId = id(2)): Observation {
  const counts = { followers: { value: followers, source: 'dom' as const } };
  return { ...record(n), accountId, at, url: 'https://x.com/lin', counts };
}

export function makeView(over: Partial<CreatorView['creator']> = {}): CreatorView {
  return {
    creator: {
      ...record(1),
      displayName: 'Lin <img src=x onerror=alert(1)>',
      role: 'influencer',
      loyalty: 'none',
      status: 'found',
      tagIds: [],
      notes: '',
      doNotContact: false,
      ...over,
    },
    tags: [],
    accounts: [
      {
        ...record(2),
        creatorId: id(1),
        platform: 'x',
        handle: 'lin',
        identityKeys: [],
        handleHistory: [],
        url: 'https://x.com/lin',
        facts: {
          followers: { value: 12_300, source: 'state', raw: '12.3K', precision: 'rounded' },
          bio: { value: '<script>alert(1)</script>', source: 'meta' },
        },
        readAt: { followers: at, bio: at },
      },
    ],
    contacts: [],
    observations: { count: 1, last: observation(3, 12_300) },
  };
}

export const card: Extract<FrameContext, { surface: 'creator-card' }> = {
  surface: 'creator-card',
  creatorId: id(1),
  operationId: id(9),
  outcome: 'created',
  missing: [{ field: 'location', reason: 'missing' }],
  account: { platform: 'x', handle: 'lin', main: false },
};
