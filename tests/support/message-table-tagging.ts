import type { SenderKind } from '../../utils/messaging/protocol/message.ts';

const id = '0192f0c1-2a3b-7c4d-8e5f-0123456789ab';
const operationId = '0192f0c1-2a3b-7c4d-8e5f-0123456789ac';
const own: SenderKind[] = ['popup', 'sidepanel', 'dashboard'];
const details = { name: 'Parcel question', colour: 'blue', effect: 'case' } as const;

const campaign = {
  name: 'Winter giveaway',
  platforms: [],
  posts: [],
  hashtags: [],
  countries: [],
  staff: [],
  oneEach: true,
  conditions: [],
  winners: 1,
  alternates: 0,
  answers: [],
};
const board: SenderKind[] = ['dashboard'];
const campaignId = id;
const listHash = 'a1'.repeat(32);

const keywords = {
  name: 'Buying',
  kind: 'buying' as const,
  severity: 'medium' as const,
  words: ['where did you buy'],
  enabled: true,
};

/** Tags and what follows from them: part of the table in `message-table.ts`. */
export const taggingTable = {
  'tag.choices': { from: ['frame', ...own] as SenderKind[], input: {} },
  'tag.save': { from: own, input: { operationId, details } },
  'tag.remove': { from: own, input: { operationId, tagId: id } },
  'tag.starter': { from: own, input: { operationId, tags: [{ starter: 'parcel' as const, details }] } },
  'item.tag': { from: own, input: { operationId, item: { itemId: id }, add: [id], remove: [] } },
  'item.list': { from: own, input: { before: null, limit: 50 } },
  // rights
  'rights.list': { from: own, input: { view: 'all' as const, before: null, limit: 50 } },
  'rights.get': { from: own, input: { grantId: id } },
  'rights.of-item': { from: own, input: { itemId: id } },
  'rights.here': { from: ['frame'] as SenderKind[], input: {} },
  'rights.asked': { from: own, input: { operationId, grantId: id, scopes: ['ads' as const] } },
  'rights.answer': {
    from: own,
    input: { operationId, grantId: id, answer: { state: 'declined' as const }, proof: {} },
  },
  'rights.revoke': { from: own, input: { operationId, grantId: id, proof: {} } },
  'rights.edit': { from: own, input: { operationId, grantId: id, changes: { note: null } } },
  'rights.remove': { from: own, input: { operationId, grantId: id } },
  'rights.crop': { from: own, input: { cropId: id } },
  'rights.remove-crop': { from: own, input: { operationId, grantId: id, of: 'item' as const } },
  'rights.on-screen': { from: ['popup'] as SenderKind[], input: { tabId: 3 } },
  'rights.picture': {
    from: ['popup'] as SenderKind[],
    input: { operationId, tabId: 3, grantId: id, of: 'item' as const },
  },
  // campaigns
  'campaign.list': { from: board, input: {} },
  'campaign.get': { from: board, input: { campaignId } },
  'campaign.save': { from: board, input: { operationId, details: campaign } },
  'campaign.remove': { from: board, input: { operationId, campaignId } },
  'campaign.platform-result': { from: board, input: { operationId, campaignId, result: null } },
  'campaign.entries': { from: board, input: { campaignId, view: 'all' as const, offset: 0, limit: 50 } },
  'campaign.entry-edit': { from: board, input: { operationId, entryId: id, changes: { excluded: 'a bot' } } },
  'campaign.unassigned': { from: board, input: {} },
  'campaign.assign': { from: board, input: { operationId, campaignId, entryIds: [id] } },
  'campaign.seen': { from: ['popup'] as SenderKind[], input: { tabId: 3 } },
  'campaign.collect': { from: ['popup'] as SenderKind[], input: { operationId, campaignId, tabId: 3 } },
  'campaign.draw-list': { from: board, input: { campaignId, unchecked: false } },
  'campaign.draw': {
    from: board,
    input: { operationId, campaignId, seed: 'lottery of Friday', unchecked: false, listHash, anyway: false },
  },
  'campaign.draw-get': { from: board, input: { drawId: id } },
  'campaign.report': { from: board, input: { campaignId } },

  // keyword alerts and saved places
  'page.keywords': { from: ['page'] as SenderKind[], input: {} },
  'keyword.hits': {
    from: ['page'] as SenderKind[],
    input: { platform: 'weibo' as const, hits: [{ groupId: id, item: 'k3j9x0a1' }] },
  },
  'keyword.groups': { from: own, input: {} },
  'keyword.save': { from: ['dashboard'] as SenderKind[], input: { operationId, details: keywords } },
  'keyword.remove': { from: ['dashboard'] as SenderKind[], input: { operationId, groupId: id } },
  'keyword.suggest': { from: ['dashboard'] as SenderKind[], input: {} },
  'keyword.starter': {
    from: ['dashboard'] as SenderKind[],
    input: { operationId, groups: [{ starter: 'buying-en', details: keywords, tag: 'link' as const }] },
  },
  'keyword.trend': { from: ['popup', 'dashboard'] as SenderKind[], input: { days: 7 } },
  'place.here': { from: ['popup'] as SenderKind[], input: {} },
  'place.list': { from: own, input: {} },
  'place.add': {
    from: own,
    input: {
      operationId,
      place: {
        title: 'Tagged',
        url: 'https://www.instagram.com/acme/tagged/',
        platform: 'instagram',
        kind: 'tagged',
      },
    } as const,
  },
  'place.rename': {
    from: own,
    input: { operationId, placeId: id, title: 'Tagged', kind: 'tagged' as const },
  },
  'place.move': { from: own, input: { operationId, placeId: id, before: null } },
  'place.remove': { from: own, input: { operationId, placeId: id } },
  'place.looked': { from: own, input: { operationId, placeId: id } },

  // fans and spam
  'fan.list': { from: own, input: { order: 'points' as const, before: null, limit: 50 } },
  'fan.of': { from: own, input: { creatorId: id } },
  'fan.points': { from: own, input: { fanId: id, before: null, limit: 50 } },
  'fan.thanked': { from: own, input: { operationId, fanId: id } },
  'fan.add-points': { from: own, input: { operationId, fanId: id, points: 2 } },
  'spam.list': { from: own, input: { which: { done: false }, before: null, limit: 50 } },
  'spam.done': { from: own, input: { operationId, itemId: id, done: true } },
  // cases
  'case.queue': { from: own, input: { filter: { overdue: true }, after: null, limit: 50 } },
  'case.get': { from: own, input: { caseId: id } },
  'case.open': {
    from: own,
    input: { operationId, title: 'Bounce rate over 70 %', source: 'metric' as const, urgent: false },
  },
  'case.move': {
    from: own,
    input: { operationId, caseId: id, move: { to: 'passed-on' as const, department: 'Warehouse' } },
  },
  'case.edit': { from: own, input: { operationId, caseId: id, changes: { owner: null } } },
  'case.log': { from: own, input: { operationId, caseId: id, step: 'nudged' as const } },
  'case.closed-list': { from: own, input: { before: null, limit: 50 } },
  'case.by-department': { from: own, input: {} },
  'case.statistics': {
    from: own,
    input: { from: '2026-03-01T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' },
  },

  // tagging on a page
  'tagging.open': {
    from: ['page'] as SenderKind[],
    input: {
      item: {
        kind: 'comment' as const,
        platform: 'instagram' as const,
        keys: ['instagram:comment:#1'],
        url: 'https://www.instagram.com/p/abc/c/1/',
      },
    },
  },
  'tagging.context': { from: ['frame'] as SenderKind[], input: {} },
  'tagging.apply': { from: ['frame'] as SenderKind[], input: { operationId, add: [id], remove: [] } },
  'page.dots': {
    from: ['page'] as SenderKind[],
    input: { platform: 'instagram' as const, items: [['instagram:comment:#1']] },
  },
  'tab.item': { from: ['popup'] as SenderKind[], input: { tabId: 1 } },

  // comments seen without an answer
  'queue.seen-unanswered': {
    from: ['page'] as SenderKind[],
    input: {
      open: [
        {
          kind: 'comment' as const,
          platform: 'instagram' as const,
          keys: ['instagram:comment:#1'],
          url: 'https://www.instagram.com/p/C9x/',
          author: { platform: 'instagram' as const, handle: 'mira.holm' },
          text: 'Where did you get it?',
        },
      ],
      answered: [['instagram:comment:#2']],
    },
  },
  'queue.unanswered': { from: own, input: {} },
  'queue.dismiss': {
    from: ['sidepanel', 'dashboard'] as SenderKind[],
    input: { keys: ['instagram:comment:#1'] },
  },
};
