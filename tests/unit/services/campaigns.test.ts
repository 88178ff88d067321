import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import {
  assignEntries,
  editEntry,
  removeCampaign,
  saveCampaign,
  savePlatformResult,
} from '../../../utils/services/campaigns/edit-campaign.ts';
import { giveawayEffect } from '../../../utils/services/campaigns/giveaway-effect.ts';
import {
  getCampaign,
  listCampaigns,
  listUnassigned,
} from '../../../utils/services/campaigns/list-campaigns.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { runOperation } from '../../../utils/storage/unit-of-work.ts';
import {
  collectStep,
  drawFrom,
  entriesOf,
  giveaway,
  saveIt,
  seen,
  sightOf,
  tabShows,
  watchPage,
} from '../../support/campaign-notebook.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
const stored = async <T>(store: 'entries' | 'draws' | 'campaigns' | 'operations') =>
  ((await dump(machine, [store]))[store] ?? []) as T[];
const undo = async (operationId: string) =>
  undoOperation({ operationId: newId(), undo: operationId }, machine.call());
const crowd = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => seen(`visitor_${from + at}`, `count me in ${from + at}`));
describe('a campaign', () => {
  test('is saved, changed, refused when it was changed elsewhere, removed with all it has, and comes back', async () => {
    const id = await saveIt(machine);
    tabShows(crowd(3));
    good(await collectStep(machine, id));
    good(await drawFrom(machine, id));
    machine.later();
    const { campaign } = good(await getCampaign({ campaignId: id }, machine.call()));
    await saveIt(machine, { name: 'Spring giveaway' }, id);
    const again = { operationId: newId(), campaignId: id, seen: campaign.updatedAt, details: giveaway() };
    expect(codeOf(await saveCampaign(again, machine.call()))).toBe('changed-since');
    const removing = newId();
    good(await removeCampaign({ operationId: removing, campaignId: id }, machine.call()));
    expect(await dump(machine, ['campaigns', 'entries', 'draws'])).toEqual({
      campaigns: [],
      entries: [],
      draws: [],
    });
    good(await undo(removing));
    expect(good(await getCampaign({ campaignId: id }, machine.call()))).toMatchObject({
      campaign: { name: 'Spring giveaway' },
      entries: 3,
      draws: [{ lines: 3, winners: 2, alternates: 1 }],
    });
  });

  test('whose times do not follow each other is refused', async () => {
    const details = giveaway({ liveFrom: '2026-03-20T00:00:00.000Z' });
    expect(codeOf(await saveCampaign({ operationId: newId(), details }, machine.call()))).toBe('invalid');
  });

  test('keeps what the platform said when it is changed', async () => {
    const id = await saveIt(machine);
    const result = { at: '2026-03-12T10:00:00.000Z', words: 'drawn by the platform', winners: ['@mira'] };
    good(await savePlatformResult({ operationId: newId(), campaignId: id, result }, machine.call()));
    await saveIt(machine, { name: 'Another' }, id);
    expect(good(await listCampaigns({}, machine.call())).campaigns[0]?.campaign).toMatchObject({
      name: 'Another',
      platformResult: result,
    });
  });
});

describe('collecting from a page', () => {
  test('goes in steps of 200, and a repeat adds nothing', async () => {
    const id = await saveIt(machine);
    tabShows(crowd(450));
    expect(await sightOf(machine)).toEqual([
      { campaignId: id, name: 'Winter giveaway', seen: 450, known: 0, refused: 0 },
    ]);
    const operationId = newId();
    expect(good(await collectStep(machine, id, operationId))).toMatchObject({
      added: 200,
      known: 0,
      left: 250,
    });
    expect(good(await collectStep(machine, id, operationId))).toMatchObject({ added: 200, left: 250 });
    expect(good(await collectStep(machine, id))).toMatchObject({ added: 200, known: 200, left: 50 });
    expect(good(await collectStep(machine, id))).toMatchObject({ added: 50, left: 0 });
    expect(good(await collectStep(machine, id))).toMatchObject({ added: 0, known: 450, left: 0 });
    expect((await stored('entries')).length).toBe(450);
  });

  test('two comments of one person that read alike are two where the site names both', async () => {
    const id = await saveIt(machine);
    tabShows([
      seen('mira', 'done', { id: 'c1' }),
      seen('mira', 'done', { id: 'c2' }),
      seen('mira', 'done', { id: 'c2' }),
    ]);
    expect(good(await collectStep(machine, id)).added).toBe(2);
    expect((await entriesOf(machine, id)).counts).toEqual({ all: 2, eligible: 1, open: 0, out: 1 });
  });

  test('only what counts there is collected', async () => {
    const id = await saveIt(machine, { hashtags: ['#FjordWinter'] });
    const post = (text: string) => ({
      ...seen('poster', text, { id: text, url: 'https://www.youtube.com/watch?v=an0therOne1' }),
      kind: 'post' as const,
    });
    tabShows(
      [seen('a'), post('my #fjordwinter'), post('my cat')],
      'https://www.youtube.com/watch?v=0therVide01',
    );
    expect(await sightOf(machine)).toMatchObject([{ seen: 1 }]);
    good(await collectStep(machine, id));
    expect((await stored<Entry>('entries')).map(({ kind, text }) => [kind, text])).toEqual([
      ['post', 'my #fjordwinter'],
    ]);
    tabShows([seen('a')], `${watchPage}&t=30`);
    expect(await sightOf(machine)).toMatchObject([{ seen: 1, known: 0 }]);
  });

  test('a topic between two signs counts with its spaces', async () => {
    await saveIt(machine, { hashtags: ['fjord winter, now'], posts: [] });
    const post = { kind: 'post' as const, url: 'https://www.youtube.com/watch?v=an0therOne1' };
    tabShows([seen('a', 'mine #Fjord Winter, now# yes', post), seen('b', '#fjord', post)]);
    expect(await sightOf(machine)).toMatchObject([{ seen: 1 }]);
  });

  test('nothing from a platform where the tab is not, and nothing that fits no schema', async () => {
    await saveIt(machine, { posts: [], platforms: [] });
    const foreign = seen('a');
    tabShows([{ ...foreign, author: { platform: 'x', handle: 'a' } }, { evil: true }, 'text'], watchPage);
    expect(await sightOf(machine)).toEqual([]);
    tabShows([seen('a')], 'https://evil.example/');
    expect(await sightOf(machine)).toEqual([]);
    fakeBrowser.answerFromTab = () => undefined;
    expect(await sightOf(machine)).toEqual([]);
  });

  test('not before it is live, and after its end only while nobody has won', async () => {
    const id = await saveIt(machine);
    tabShows(crowd(3));
    machine.clock.now = new Date('2026-03-08T00:00:00.000Z');
    expect(await sightOf(machine)).toEqual([]);
    machine.clock.now = new Date('2026-03-13T00:00:00.000Z');
    expect(await sightOf(machine)).toHaveLength(1);
    good(await collectStep(machine, id));
    good(await drawFrom(machine, id));
    expect(await sightOf(machine)).toEqual([]);
  });

  test('our own accounts are not taken, nor people who asked not to be stored', async () => {
    const accounts = [{ platform: 'youtube' as const, handle: 'Fjordlicht', main: true }];
    const details = {
      name: 'Fjordlicht',
      accounts,
      shops: [],
      officialLinks: [],
      hashtags: [],
      countries: [],
      languages: [],
    };
    good(await saveBrand({ operationId: newId(), details }, machine.call()));
    const reading = { ...profile(named('gone', '1')), platform: 'youtube' as const };
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    good(
      await erasePerson(machine.notebook, machine.contexts)(
        { operationId: newId(), creatorId, suppress: true },
        machine.call(),
      ),
    );
    const id = await saveIt(machine);
    tabShows([seen('fjordlicht'), seen('gone'), seen('mira')]);
    expect(await sightOf(machine)).toMatchObject([{ seen: 2, refused: 1 }]);
    expect(good(await collectStep(machine, id))).toMatchObject({ added: 1, refused: 1 });
    expect((await stored<Entry>('entries')).map(({ author }) => author.handle)).toEqual(['mira']);
  });
});

describe('what is tagged as an entry', () => {
  const item = (handle = 'mira') => ({
    id: newId(),
    createdAt: machine.clock.now.toISOString(),
    updatedAt: machine.clock.now.toISOString(),
    ...seen(handle),
    platform: 'youtube' as const,
    authorKeys: [`youtube:${handle}`],
    tagIds: [],
    taggedWith: [],
    spamKeys: [],
    taggedAt: machine.clock.now.toISOString(),
  });
  async function tagged(
    one: ReturnType<typeof item>,
    how: 'put' | 'takenOff' = 'put',
    operationId = newId(),
  ) {
    const tag = {
      id: newId(),
      createdAt: one.createdAt,
      updatedAt: one.createdAt,
      name: 'Entry',
      colour: 'pink',
    };
    const request = { id: operationId, type: 'item.tag', now: machine.clock.now };
    return runOperation(await databaseOf(machine), request, giveawayEffect.stores, async (unit) => {
      await giveawayEffect[how]({ unit, now: machine.clock.now, item: one, tag });
      return { ok: true, value: {} };
    });
  }

  test('joins the one campaign that is live there, once, and leaves with the tag', async () => {
    const id = await saveIt(machine);
    await saveIt(machine, { name: 'Elsewhere', platforms: ['weibo'] });
    const one = item();
    good(await tagged(one));
    good(await tagged(one));
    expect(await stored<Entry>('entries')).toMatchObject([{ campaignId: id, itemId: one.id }]);
    tabShows([seen('mira')]);
    expect(good(await collectStep(machine, id))).toMatchObject({ added: 0, known: 1 });
    good(await tagged(one, 'takenOff'));
    expect(await stored('entries')).toEqual([]);
  });

  test('belongs to none while several are live, until the operator says to which; undo takes that back', async () => {
    const id = await saveIt(machine);
    await saveIt(machine, { name: 'Another' });
    good(await tagged(item()));
    good(await tagged(item('noor')));
    expect(good(await listCampaigns({}, machine.call())).unassigned).toBe(2);
    const { entries } = good(await listUnassigned({}, machine.call()));
    tabShows([seen('noor')]);
    good(await collectStep(machine, id));
    const operationId = newId();
    const input = { operationId, campaignId: id, entryIds: entries.map((entry) => entry.id) };
    expect(good(await assignEntries(input, machine.call()))).toEqual({ added: 1, known: 1 });
    expect(good(await listCampaigns({}, machine.call())).unassigned).toBe(0);
    good(await undo(operationId));
    expect(good(await listCampaigns({}, machine.call())).unassigned).toBe(2);
  });
});

describe('what the operator decides about an entry', () => {
  test('has its reason, can be taken away and taken back', async () => {
    const id = await saveIt(machine, { conditions: [{ kind: 'follow' }], countries: ['NO'] });
    tabShows([seen('mira')]);
    good(await collectStep(machine, id));
    const look = async () => (await entriesOf(machine, id)).rows[0];
    const entryId = (await look())?.entry.id ?? '';
    const edit = async (changes: Parameters<typeof editEntry>[0]['changes'], operationId = newId()) =>
      good(await editEntry({ operationId, entryId, changes }, machine.call()));
    expect((await look())?.verdict.state).toBe('open');
    await edit({ byHand: { follow: 'passed' }, country: 'NO' });
    expect((await look())?.verdict).toMatchObject({
      state: 'eligible',
      checks: [{ reason: 'by-hand' }, { reason: 'country-fits' }],
    });
    const out = newId();
    await edit({ excluded: 'a bot' }, out);
    expect((await look())?.verdict).toMatchObject({ state: 'out', out: 'excluded' });
    good(await undo(out));
    expect((await look())?.verdict.state).toBe('eligible');
    await edit({ byHand: { follow: null }, country: null });
    expect((await look())?.verdict.state).toBe('open');
  });
});
