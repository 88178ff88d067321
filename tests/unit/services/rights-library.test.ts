import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsView } from '../../../utils/domain/rights-state.ts';
import type { Input } from '../../../utils/messaging/protocol.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import {
  editRights,
  noteAnswer,
  noteAsked,
  removeRights,
  revoke,
} from '../../../utils/services/rights/change-rights.ts';
import { keepCrop, removeCrop } from '../../../utils/services/rights/crops.ts';
import { listRights, rightsOfItem } from '../../../utils/services/rights/list-rights.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { granted, grantsIn, photo, tagged, ugcTag } from '../../support/rights-notebook.ts';

let machine: Machine;
let ugc: string;
beforeEach(async () => {
  machine = newMachine();
  ugc = await ugcTag(machine);
});
const today = () => localDay(machine.clock.now);
const toDay = (day: string) => {
  machine.clock.now = new Date(`${day}T09:00:00`);
};
const undo = async (operation: string) =>
  good(await undoOperation({ operationId: newId(), undo: operation }, machine.call()));
const list = async (input: Partial<Input<'rights.list'>> = {}) =>
  good(await listRights({ view: 'all', before: null, limit: 50, ...input }, machine.call()));
const idsOf = async (view: RightsView) => (await list({ view })).rows.map(({ id }) => id);
const candidate = async (id = 'P1') => {
  const { itemId = '' } = await tagged(machine, ugc, photo({ id }));
  const found = (await grantsIn(machine)).find((grant) => grant.itemId === itemId);
  if (!found) throw new Error('no candidate');
  return found.id;
};
const asked = (grantId: string, scopes: Input<'rights.asked'>['scopes'] = ['repost', 'ads']) =>
  noteAsked({ operationId: newId(), grantId, scopes }, machine.call());

describe('the library', () => {
  test('lists by stand, scope, author and platform, page by page, with kept numbers', async () => {
    const ids: string[] = [];
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) {
      machine.later();
      ids.push(await candidate(id));
    }
    const [one = '', two = '', three = '', four = '', five = ''] = ids;
    good(await asked(two));
    good(await granted(machine, three, { scopes: ['ads'] }));
    good(await granted(machine, four, { until: addDays(today(), 3) }));
    good(await granted(machine, five, { until: addDays(today(), -1), from: addDays(today(), -9) }));
    expect(await idsOf('all')).toEqual([five, four, three, two, one]);
    expect(await idsOf('candidate')).toEqual([one]);
    expect(await idsOf('asked')).toEqual([two]);
    expect(await idsOf('granted')).toEqual([four, three]);
    expect(await idsOf('expired')).toEqual([five]);
    expect(await idsOf('expiring')).toEqual([four]);
    expect((await list({ scope: 'ads' })).rows.map(({ id }) => id)).toEqual([three]);
    expect((await list({ author: '@MIRA' })).rows).toHaveLength(5);
    expect((await list({ author: 'somebody' })).rows).toEqual([]);
    expect((await list({ platform: 'weibo' })).rows).toEqual([]);
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ more: true, counts: { candidate: 1, asked: 1, granted: 2, expired: 1 } });
    const last = first.rows.at(-1)?.id ?? null;
    const second = await list({ limit: 2, before: last });
    expect(second.rows.map(({ id }) => id)).toEqual([three, two]);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('a permission runs out by itself at the end of its last day', async () => {
    toDay('2026-03-10');
    const grantId = await candidate();
    good(await granted(machine, grantId, { until: '2026-03-31' }));
    expect(await idsOf('expiring')).toEqual([]);
    expect(good(await getOverview({ day: today() }, machine.call())).rights).toBeUndefined();
    toDay('2026-03-17');
    expect(await idsOf('expiring')).toEqual([grantId]);
    expect(good(await getOverview({ day: today() }, machine.call())).rights).toEqual({
      expiring: 1,
      overdue: 0,
    });
    toDay('2026-03-31');
    expect(await idsOf('granted')).toEqual([grantId]);
    toDay('2026-04-01');
    expect(await idsOf('granted')).toEqual([]);
    expect(await idsOf('expired')).toEqual([grantId]);
    expect((await list()).counts).toMatchObject({ granted: 0, expired: 1, expiring: 0, overdue: 0 });
  });

  test('says what is in use without a right', async () => {
    toDay('2026-03-10');
    const [one, two] = [await candidate('P1'), await candidate('P2')];
    good(await granted(machine, one, { until: '2026-03-31' }));
    good(await granted(machine, two));
    const inUse = async (grantId: string, scopes: Input<'rights.edit'>['changes']['inUse']) =>
      good(await editRights({ operationId: newId(), grantId, changes: { inUse: scopes } }, machine.call()));
    await inUse(one, ['repost']);
    await inUse(two, ['repost']);
    expect(await idsOf('overdue')).toEqual([]);
    toDay('2026-04-01');
    expect(await idsOf('overdue')).toEqual([one]);
    good(await revoke({ operationId: newId(), grantId: two, proof: {} }, machine.call()));
    expect(await idsOf('overdue')).toEqual([two, one]);
    expect((await list()).counts.overdue).toBe(2);
    await inUse(one, []);
    await inUse(two, []);
    expect((await list()).counts.overdue).toBe(0);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('is found by its item', async () => {
    const { itemId = '' } = await tagged(machine, ugc);
    const of = async (id: string) => good(await rightsOfItem({ itemId: id }, machine.call())).grant;
    expect(await of(itemId)).toMatchObject({ itemId });
    expect(await of(newId())).toBeNull();
  });
});

const packed = { type: 'image/webp' as const, width: 4, height: 3, bytes: new Uint8Array([1, 2, 3]) };
const picture = (grantId: string, of: 'item' | 'answer', operationId = newId()) =>
  keepCrop(machine.call(), { operationId, grantId, of }, packed);
const crops = async () => (await dump(machine, ['crops'])).crops ?? [];

describe('pictures', () => {
  test('a new one takes the place of the one before; it goes with the permission, and comes back with it', async () => {
    const grantId = await candidate();
    good(await picture(grantId, 'item'));
    const second = good(await picture(grantId, 'item'));
    expect(await crops()).toMatchObject([{ id: second.cropId, grantId }]);
    const operationId = newId();
    good(await removeRights({ operationId, grantId }, machine.call()));
    expect(await crops()).toEqual([]);
    await undo(operationId);
    expect(await crops()).toMatchObject([{ id: second.cropId }]);
    await tagged(machine, ugc, photo(), 'remove');
    expect(await crops()).toEqual([]);
  });

  test('one that proves an answer stays, whatever is taken later', async () => {
    const grantId = await candidate();
    const { cropId } = good(await picture(grantId, 'answer'));
    const answer = { state: 'granted' as const, scopes: ['ads' as const] };
    good(await noteAnswer({ operationId: newId(), grantId, answer, proof: { cropId } }, machine.call()));
    const later = good(await picture(grantId, 'answer'));
    expect((await crops()).length).toBe(2);
    good(await removeCrop({ operationId: newId(), grantId, of: 'answer' }, machine.call()));
    expect(await crops()).toMatchObject([{ id: cropId }]);
    expect(later.cropId).not.toBe(cropId);
  });
});
