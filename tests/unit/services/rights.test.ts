import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { mayUse } from '../../../utils/domain/rights-use.ts';
import type { Input } from '../../../utils/messaging/protocol.ts';
import {
  editRights,
  noteAnswer,
  noteAsked,
  removeRights,
  revoke,
} from '../../../utils/services/rights/change-rights.ts';
import { listRights } from '../../../utils/services/rights/list-rights.ts';
import { rightsHereOf } from '../../../utils/services/rights/rights-here.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { testEveryWrite, type Write } from '../../support/every-write.ts';
import { codeOf, dump, frameIn, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { granted, grantsIn, onlyGrant, photo, tagged, ugcTag } from '../../support/rights-notebook.ts';

let machine: Machine;
let ugc: string;
beforeEach(async () => {
  machine = newMachine();
  ugc = await ugcTag(machine);
});
const today = () => localDay(machine.clock.now);
const undo = async (operation: string) =>
  good(await undoOperation({ operationId: newId(), undo: operation }, machine.call()));
const list = async (input: Partial<Input<'rights.list'>> = {}) =>
  good(await listRights({ view: 'all', before: null, limit: 50, ...input }, machine.call()));
const candidate = async (id = 'P1') => {
  const { itemId = '' } = await tagged(machine, ugc, photo({ id }));
  const found = (await grantsIn(machine)).find((grant) => grant.itemId === itemId);
  if (!found) throw new Error('no candidate');
  return found.id;
};
const asked = (grantId: string, scopes: Input<'rights.asked'>['scopes'] = ['repost', 'ads']) =>
  noteAsked({ operationId: newId(), grantId, scopes }, machine.call());
const answers = async (scope: 'repost' | 'ads', day = today()) =>
  mayUse(await onlyGrant(machine), scope, day);

describe('a tag for UGC', () => {
  test('makes one candidate of an item, whatever else it is tagged with', async () => {
    const { itemId } = await tagged(machine, ugc);
    const other = await ugcTag(machine, 'Lovely');
    await tagged(machine, other);
    const grant = await onlyGrant(machine);
    expect(grant).toMatchObject({ itemId, state: 'candidate', scopes: [], askedScopes: [] });
    expect(grant.subject.url).toBe('https://www.instagram.com/p/P1/');
    // one tag of two goes: the other one still says that it is UGC
    await tagged(machine, ugc, photo(), 'remove');
    expect(await grantsIn(machine)).toHaveLength(1);
    await tagged(machine, other, photo(), 'remove');
    expect(await grantsIn(machine)).toEqual([]);
    expect((await dump(machine, ['items'])).items).toEqual([]);
  });

  test('taken off loses nothing that was asked or answered, and finds it again', async () => {
    const grantId = await candidate();
    good(await asked(grantId));
    await tagged(machine, ugc, photo(), 'remove');
    expect(await onlyGrant(machine)).toMatchObject({ id: grantId, state: 'asked' });
    await tagged(machine, ugc);
    expect(await onlyGrant(machine)).toMatchObject({ id: grantId, state: 'asked' });
  });

  test('keeps two pictures of one person apart that say the same', async () => {
    const same = { text: '😍' };
    const one = photo({ ...same, keys: ['instagram:comment:#1', 'instagram:comment:~x'] });
    const other = photo({ ...same, keys: ['instagram:comment:#2', 'instagram:comment:~x'] });
    await tagged(machine, ugc, one);
    await tagged(machine, ugc, other);
    expect(await grantsIn(machine)).toHaveLength(2);
  });

  test('is taken back with the tagging', async () => {
    const operation = newId();
    await tagged(machine, ugc, photo(), 'add', operation);
    await undo(operation);
    expect(await grantsIn(machine)).toEqual([]);
    expect((await list()).counts.candidate).toBe(0);
  });
});

describe('"may I use this in ads?"', () => {
  test('nothing may be used before somebody said so', async () => {
    const grantId = await candidate();
    expect(await answers('ads')).toMatchObject({ may: false, why: 'not-asked' });
    good(await asked(grantId, ['ads']));
    expect(await answers('ads')).toMatchObject({ may: false, why: 'waiting', day: today() });
    expect(await answers('repost')).toMatchObject({ may: false, why: 'not-asked' });
  });

  test('a yes holds for its scopes and its days, the last one whole', async () => {
    const grantId = await candidate();
    good(await asked(grantId));
    const from = addDays(today(), 2);
    const until = addDays(today(), 5);
    good(await granted(machine, grantId, { from, until, creditLine: '@mira.bakes' }));
    expect(await answers('repost')).toMatchObject({ may: false, why: 'not-yet', day: from });
    expect(await answers('repost', from)).toMatchObject({ may: true, why: 'until', day: until });
    expect(await answers('repost', until)).toMatchObject({ may: true });
    expect(await answers('repost', addDays(until, 1))).toMatchObject({ may: false, why: 'expired' });
    expect(await answers('ads', from)).toMatchObject({ may: false, why: 'not-included' });
  });

  test('asking for more takes nothing back, and neither does a no to it', async () => {
    const grantId = await candidate();
    good(await granted(machine, grantId));
    machine.later();
    good(await asked(grantId, ['ads']));
    expect(await answers('repost')).toMatchObject({ may: true, why: 'granted' });
    expect(await answers('ads')).toMatchObject({ may: false, why: 'waiting' });
    machine.later();
    const answer = { state: 'declined' as const };
    const proof = { quote: 'Not for ads, please' };
    good(await noteAnswer({ operationId: newId(), grantId, answer, proof }, machine.call()));
    expect(await answers('repost')).toMatchObject({ may: true });
    expect(await answers('ads')).toMatchObject({ may: false, why: 'not-included' });
    const { history, proof: held } = await onlyGrant(machine);
    expect(held?.quote).toBe('Yes, go ahead!');
    expect(history.map(({ event, proof }) => [event, proof?.quote])).toEqual([
      ['candidate', undefined],
      ['granted', 'Yes, go ahead!'],
      ['asked', undefined],
      ['declined', 'Not for ads, please'],
    ]);
  });

  test('a question is answered although the clock was set back before the answer', async () => {
    const grantId = await candidate();
    good(await asked(grantId));
    machine.later(-60);
    const input = { operationId: newId(), grantId, answer: { state: 'declined' as const }, proof: {} };
    good(await noteAnswer(input, machine.call()));
    expect((await answers('ads')).why).toBe('declined');
  });

  test('what was taken back may not be used', async () => {
    const grantId = await candidate();
    good(await granted(machine, grantId));
    const operationId = newId();
    good(await revoke({ operationId, grantId, proof: { quote: 'Please stop' } }, machine.call()));
    expect(await answers('repost')).toMatchObject({ may: false, why: 'revoked', day: today() });
    await undo(operationId);
    expect(await answers('repost')).toMatchObject({ may: true });
  });

  test.each([
    ['without a proof', {}, {}],
    ['with spaces for a proof', {}, { quote: '  ' }],
    ['with a picture of another', {}, { cropId: newId() }],
    ['that ends before it begins', { from: '2026-04-02', until: '2026-04-01' }, { quote: 'Yes' }],
  ])('a yes %s is refused and changes nothing', async (_how, terms, proof) => {
    const grantId = await candidate();
    const before = await onlyGrant(machine);
    const answer = { state: 'granted' as const, scopes: ['ads' as const], ...terms };
    const refused = await noteAnswer({ operationId: newId(), grantId, answer, proof }, machine.call());
    expect(codeOf(refused)).toMatch(/^(?:invalid|not-found)$/);
    expect(await onlyGrant(machine)).toEqual(before);
  });

  test('an edit makes nothing of what was not allowed', async () => {
    const grantId = await candidate();
    good(await granted(machine, grantId, { scopes: ['repost', 'edit'] }));
    const edit = (changes: Input<'rights.edit'>['changes']) =>
      editRights({ operationId: newId(), grantId, changes }, machine.call());
    expect(codeOf(await edit({ scopes: ['repost', 'ads'] }))).toBe('invalid');
    good(await edit({ scopes: ['repost'], until: '2026-05-01', note: 'only the first picture' }));
    expect(await onlyGrant(machine)).toMatchObject({ scopes: ['repost'], until: '2026-05-01' });
    expect(codeOf(await edit({ from: '2026-05-02' }))).toBe('invalid');
    good(await edit({ until: null, note: null }));
    expect(await onlyGrant(machine)).not.toHaveProperty('until');
  });

  test('the frame in a tab hears of the item for which it stands open, and of no other', async () => {
    const grantId = await candidate();
    good(await granted(machine, grantId, { creditLine: '@mira.bakes' }));
    const here = rightsHereOf(machine.contexts);
    expect(good(await here({}, machine.call(frameIn(5))))).toBeNull();
    await machine.contexts.set(5, { surface: 'tag-picker', item: photo() });
    const answer = good(await here({}, machine.call(frameIn(5))));
    expect(answer?.creditLine).toBe('@mira.bakes');
    expect(answer?.uses.map(({ scope, may }) => [scope, may])).toEqual([
      ['repost', true],
      ['ads', false],
      ['shop-page', false],
      ['edit', false],
    ]);
    await machine.contexts.set(5, { surface: 'tag-picker', item: photo({ id: 'P2' }) });
    expect(good(await here({}, machine.call(frameIn(5))))).toBeNull();
  });
});

describe('faults', () => {
  const setUp = async () => {
    machine = newMachine();
    ugc = await ugcTag(machine);
    const grantId = await candidate();
    good(await granted(machine, grantId));
    return { machine, grantId, tagId: ugc };
  };
  type Used = Awaited<ReturnType<typeof setUp>>;
  const writes: Write<Used>[] = [
    [
      'rights.asked',
      ({ machine: { call }, grantId }, operationId) =>
        noteAsked({ operationId, grantId, scopes: ['ads'] }, call()),
    ],
    ['rights.answer', ({ machine: one, grantId }, operationId) => granted(one, grantId, {}, operationId)],
    [
      'rights.revoke',
      ({ machine: { call }, grantId }, operationId) => revoke({ operationId, grantId, proof: {} }, call()),
    ],
    [
      'rights.edit',
      ({ machine: { call }, grantId }, operationId) =>
        editRights({ operationId, grantId, changes: { inUse: ['repost'] } }, call()),
    ],
    [
      'rights.remove',
      ({ machine: { call }, grantId }, operationId) => removeRights({ operationId, grantId }, call()),
    ],
  ];
  testEveryWrite(setUp, writes, 3);
});
