import type { SenderKind } from '../../utils/messaging/protocol/message.ts';
import type { Input, MessageType } from '../../utils/messaging/protocol.ts';
import { reading, template } from './message-samples.ts';
import { taggingTable } from './message-table-tagging.ts';

const id = '0192f0c1-2a3b-7c4d-8e5f-0123456789ab';
const operationId = '0192f0c1-2a3b-7c4d-8e5f-0123456789ac';
const day = '2026-11-21';
const account = { platform: 'instagram', handle: 'mira.holm', main: true } as const;
const everywhere: SenderKind[] = ['page', 'frame', 'popup', 'dashboard'];
const withText: SenderKind[] = ['frame', 'popup', 'dashboard'];
const besideThePage: SenderKind[] = ['popup', 'sidepanel'];
const atWriting: SenderKind[] = ['frame', ...besideThePage];
const own: SenderKind[] = ['popup', 'dashboard'];
const full: SenderKind[] = ['dashboard'];
const at = '2026-11-21T08:00:00.000Z';
const profile = { platform: 'weibo', handle: 'lin.ceramics', url: 'https://weibo.com/lin.ceramics' } as const;

const sight = { opening: 'one', platform: 'instagram', mode: 'comment', editor: 'ready' } as const;

const hash = 'a1'.repeat(32);
const ownAndBeside: SenderKind[] = ['popup', 'sidepanel', 'dashboard'];
const withPictures: SenderKind[] = ['sidepanel', 'dashboard'];

const hint = {
  platform: 'instagram',
  kind: 'profile',
  field: 'creator.followers',
  selector: 'header li:nth-of-type(2) > span',
  attribute: 'title',
} as const;

/**
 * Who may send what, written down a second time and by hand: a change of the protocol that widens a right must be made here as
 * well. With each message stands one input that its schema accepts.
 */
export const messageTable: { [T in MessageType]: { from: SenderKind[]; input: Input<T> } } = {
  ...taggingTable,
  'page.need': { from: ['page'], input: { part: 'readers' } },
  'page.marks': { from: ['page'], input: { platform: 'instagram', names: [{ handle: 'mira.holm' }] } },
  'page.state': { from: ['page'], input: {} },
  'peek.of': { from: ['page'], input: { person: { platform: 'instagram', handle: 'mira.holm' } } },
  'collect.open': {
    from: ['page'],
    input: {
      platform: 'instagram',
      people: [{ handle: 'mira.holm', url: 'https://www.instagram.com/mira.holm/' }],
    },
  },
  'frame.peek': { from: ['frame'], input: {} },
  'collect.rows': { from: ['frame'], input: {} },
  'collect.save': { from: ['frame'], input: { operationId, handles: ['mira.holm'] } },
  'tab.screen': { from: ['popup'], input: { tabId: 4 } },
  'tab.order': { from: ['popup'], input: { tabId: 4, order: 'collect' } },
  'page.ask-in-popup': { from: ['page'], input: {} },
  'card.open': { from: ['page'], input: { platform: 'instagram', handle: 'mira.holm' } },
  'creator.capture': {
    from: ['page'],
    input: {
      operationId,
      reading: {
        platform: 'instagram',
        kind: 'profile',
        key: 'instagram:profile:mira.holm',
        url: 'https://www.instagram.com/mira.holm/',
        creator: { handle: { value: 'mira.holm', source: 'url' } },
        problems: [],
      },
    },
  },
  'frame.context': { from: ['frame'], input: {} },
  'frame.close': { from: ['frame'], input: {} },
  'frame.size': { from: ['frame'], input: { height: 320 } },
  'creator.get': { from: withText, input: { creatorId: id } },
  'creator.update': {
    from: withText,
    input: { operationId, creatorId: id, changes: { notes: 'sends samples back' } },
  },
  'tag.suggest': { from: withText, input: {} },
  'account.claim': { from: withText, input: { operationId, account } },
  'operation.undo': { from: everywhere, input: { operationId, undo: id } },
  'creator.rows': { from: full, input: { after: null, limit: 50 } },
  'creator.rows-since': { from: full, input: { since: at } },
  'creator.history': { from: full, input: { creatorId: id } },
  'creator.add': { from: full, input: { operationId, displayName: 'Lin', account: profile } },
  'creator.edit-many': {
    from: full,
    input: { operationId, creatorIds: [id], changes: { status: 'contacted', addTags: ['spring'] } },
  },
  'contact.save': {
    from: full,
    input: { operationId, creatorId: id, kind: 'email', value: 'lin@clay.example' },
  },
  'contact.remove': { from: full, input: { operationId, contactId: id } },
  'account.add': { from: full, input: { operationId, creatorId: id, account: profile } },
  'tag.list': { from: full, input: {} },
  'view.list': { from: full, input: {} },
  'view.save': {
    from: full,
    input: {
      operationId,
      name: 'Spring',
      filter: { due: ['overdue'] },
      sort: { by: 'due', descending: false },
    },
  },
  'view.remove': { from: full, input: { operationId, viewId: id } },
  'activity.list': { from: full, input: { before: null, limit: 50 } },
  'person.export': { from: full, input: { creatorId: id } },
  'person.erase': { from: full, input: { operationId, creatorId: id, suppress: true } },
  'suppression.count': { from: full, input: {} },
  'suppression.lift': { from: full, input: { operationId, account: profile } },
  'batch.begin': { from: full, input: { operationId, kind: 'import', name: 'creators.csv', total: 12 } },
  'batch.end': { from: full, input: { operationId, batchId: id, state: 'done' } },
  'batch.list': { from: full, input: {} },
  'import.match': {
    from: full,
    input: { rows: [{ accounts: [{ platform: 'weibo', handle: 'lin.ceramics' }], emails: [] }] },
  },
  'import.rows': {
    from: full,
    input: {
      operationId,
      batchId: id,
      rows: [{ line: 1, accounts: [profile], emails: [], phones: [], tags: [], action: 'create' }],
    },
  },
  'storage.health': { from: full, input: {} },
  'storage.check': { from: full, input: { after: null } },
  'backup.begin': { from: full, input: {} },
  'backup.page': { from: full, input: { store: 'creators', after: null } },
  'backup.done': { from: full, input: { operationId } },
  'restore.check': { from: full, input: { schemaVersion: 1, lines: '', mode: 'meet' } },
  'restore.lines': { from: full, input: { operationId, batchId: id, schemaVersion: 1, lines: '' } },
  'notebook.wipe': { from: full, input: { operationId } },
  'tab.read': { from: ['popup'], input: {} },
  'tab.capture': { from: ['popup'], input: { operationId, tabId: 3 } },
  'overview.get': { from: ['popup'], input: { day } },
  'handover.get': { from: full, input: { day } },
  'checklist.get': { from: own, input: { day } },
  'checklist.tick': { from: own, input: { operationId, day, routineId: id, done: true } },
  'routine.get': { from: own, input: {} },
  'routine.save': {
    from: own,
    input: { operationId, day, items: [{ part: 'any', weekdays: [1, 5], text: 'Call the printer' }] },
  },
  'watchlist.add': {
    from: own,
    input: {
      operationId,
      name: 'Nordlys Candles',
      tier: 'better',
      page: {
        url: 'https://nordlys.example/products/pillar',
        key: 'shopify:product:pillar',
        title: 'Nordlys',
        platform: 'shopify',
        kind: 'product',
      },
    },
  },
  'watchlist.update': { from: own, input: { operationId, competitorId: id, tier: 'equal' } },
  'watchlist.move': { from: own, input: { operationId, competitorId: id, before: null } },
  'watchlist.remove': { from: own, input: { operationId, competitorId: id } },
  'watchlist.looked': { from: own, input: { operationId, watchedPageId: id } },
  'snapshot.take': { from: besideThePage, input: { operationId, tabId: 4 } },
  'snapshot.here': { from: ['page'], input: {} },
  'snapshot.record': {
    from: ['page'],
    input: {
      operationId,
      cause: 'button',
      url: 'https://nordlys.example/collections/candles',
      reading,
      text: { blocks: [{ key: 'main/h1 1', tag: 'h1', region: 'main', text: 'Candles' }], cut: false },
      layout: { missing: 'not-asked' },
      viewport: { width: 1280, height: 800 },
    },
  },
  'snapshot.add-layout': {
    from: ['page'],
    input: {
      operationId,
      snapshotId: id,
      url: 'https://nordlys.example/',
      layout: { nodes: [{ parent: -1, tag: 'body' }], styles: '', cut: false },
    },
  },
  'snapshot.cancel-picture': {
    from: ['page', 'popup', 'sidepanel', 'dashboard'],
    input: { operationId, snapshotId: id },
  },
  'snapshot.picture': { from: ['popup'], input: { tabId: 4, snapshotId: id } },
  'snapshot.list': { from: ownAndBeside, input: { watchedPageId: id, before: null, limit: 20 } },
  'snapshot.layer': { from: withPictures, input: { snapshotId: id, layer: 'text' } },
  'snapshot.tile': { from: withPictures, input: { hash } },
  'snapshot.pin': { from: ownAndBeside, input: { operationId, snapshotId: id, pinned: true } },
  'snapshot.note': { from: ownAndBeside, input: { operationId, snapshotId: id, note: { good: 'Calm' } } },
  'snapshot.remove': { from: ownAndBeside, input: { operationId, snapshotId: id } },
  'change.list': {
    from: ownAndBeside,
    input: { filter: { competitorId: id, kinds: ['price-down'], unread: true }, before: null, limit: 50 },
  },
  'change.read': { from: ownAndBeside, input: { operationId, which: { competitorId: id, until: at } } },
  'change.mute': {
    from: ownAndBeside,
    input: { operationId, of: { watchedPageId: id }, kind: 'picture', key: 'pillar', on: true },
  },
  'change.note': {
    from: ownAndBeside,
    input: { operationId, changeId: id, note: { changed: 'Cheaper', borrow: 'The bundle' } },
  },
  'watch.list': { from: full, input: {} },
  'watch.digest': { from: ownAndBeside, input: {} },
  'watch.headlines': { from: ownAndBeside, input: { from: at } },
  'watch.series': { from: full, input: { watchedPageId: id } },
  'watch.storage': { from: full, input: {} },
  'watch.thin': { from: full, input: { operationId } },
  'refresh.list': { from: full, input: {} },
  'refresh.set': { from: full, input: { operationId, watchedPageId: id, hours: 6 } },
  'refresh.go-on': { from: full, input: { operationId, watchedPageId: id } },
  'settings.get': { from: [...withText, 'sidepanel'], input: {} },
  'settings.save': { from: own, input: { operationId, changes: { theme: 'dark' } } },
  'brand.list': { from: own, input: {} },
  'brand.save': {
    from: ['dashboard'],
    input: {
      operationId,
      details: {
        name: 'Fjordlicht',
        accounts: [account],
        shops: [],
        officialLinks: [],
        hashtags: [],
        countries: [],
        languages: ['en'],
      },
    },
  },
  'hint.pointed': { from: ['page'], input: { hint, raw: '48.2K', value: '48200' } },
  'hint.point': { from: ['frame', 'popup'], input: { field: 'creator.followers', tabId: 4 } },
  'hint.save': { from: ['frame'], input: { operationId } },
  'health.list': { from: full, input: {} },
  'hint.list': { from: full, input: {} },
  'hint.remove': { from: full, input: { operationId, hintId: id } },
  'hint.import': { from: full, input: { operationId, hints: [hint] } },
  'template.list': {
    from: [...withText, 'sidepanel'],
    input: { place: { platform: 'instagram', postKey: 'instagram:post:C9x' } },
  },
  'template.save': { from: full, input: { operationId, details: template } },
  'template.remove': { from: full, input: { operationId, templateId: id } },
  'template.versions': { from: full, input: { templateId: id } },
  'template.restore-version': { from: full, input: { operationId, versionId: id } },
  'template.import': { from: full, input: { operationId, batchId: id, templates: [{ details: template }] } },
  'template.starter': { from: full, input: { operationId, templates: [template] } },
  'template.used': {
    from: atWriting,
    input: {
      operationId,
      templateId: id,
      wordingId: id,
      language: 'en',
      place: { platform: 'instagram' },
      answers: [{ name: 'order_number', value: '1024' }],
    },
  },
  'template.use-changed': { from: atWriting, input: { operationId, useId: id, edited: true } },
  'template.statistics': { from: full, input: {} },
  'template.seen-comments': { from: full, input: {} },
  'tab.palette': { from: ['popup'], input: { tabId: 4 } },
  'palette.ready': { from: ['page'], input: { fresh: true } },
  'palette.open': { from: ['page'], input: { sight } },
  'palette.closed': { from: ['page'], input: { opening: 'one' } },
  'palette.paste': { from: ['page'], input: { opening: 'one', text: 'Thank you!' } },
  'palette.outcome': { from: ['page'], input: { operationId, opening: 'one', outcome: 'edited' } },
  'palette.context': { from: ['frame'], input: {} },
  'palette.close': { from: ['frame'], input: { copied: false } },
  'palette.look': { from: besideThePage, input: { tabId: 4, fresh: false } },
  'palette.insert': { from: atWriting, input: { opening: 'one', text: 'Thank you!', tabStops: [[0, 5]] } },
  'palette.people': { from: atWriting, input: { query: 'lin' } },
  'palette.brand': { from: ['frame', 'popup', 'sidepanel'], input: { operationId, brandId: id } },
  'palette.for-whom': { from: atWriting, input: { creatorId: null } },
  'recovery.status': { from: own, input: {} },
  'recovery.restore': { from: ['dashboard'], input: { operationId } },
  'recovery.start-empty': { from: ['dashboard'], input: { operationId } },
};
