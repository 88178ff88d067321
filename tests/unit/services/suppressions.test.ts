import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { countSuppressions } from '../../../utils/services/count-suppressions.ts';
import { liftSuppression } from '../../../utils/services/lift-suppression.ts';
import { markHandles } from '../../../utils/services/mark-handles.ts';
import { newestCopy } from '../../../utils/storage/second-copy.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { peopleOn, stableId, traces } from '../../support/people.ts';
import { named } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { capture, captureMira, update, erase, miraAndNoor, everything } = peopleOn(() => machine);

describe('"do not store again"', () => {
  test('the profile is refused from then on, by name, by id and by the names it had', async () => {
    good(await capture('mira.old', named('mira.old', stableId)));
    const { creatorId } = good(await captureMira());
    good(await erase(creatorId, true));
    const before = await dump(machine);
    for (const [handle, id] of [
      ['mira.bakes', undefined],
      ['MIRA.bakes', stableId],
      ['mira.new', stableId],
      ['mira.old', undefined],
    ] as const)
      expect(codeOf(await capture(handle, named(handle, id))), handle).toBe('suppressed');
    expect(await dump(machine)).toEqual(before);
    expect(await everything()).not.toMatch(traces);
    expect(codeOf(await capture('noor.knits'))).toBe('ok');
    const question = { platform: 'instagram' as const, names: [{ handle: 'mira.bakes' }] };
    expect(good(await markHandles(question, machine.call(pageIn(1)))).marks).toEqual(['new']);
  });

  test('without the wish they can be saved again', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira));
    expect(good(await captureMira()).outcome).toBe('created');
  });

  test('lifted by any of the names, it is lifted wholly', async () => {
    const { creatorId } = good(await captureMira());
    good(await erase(creatorId, true));
    const account = {
      platform: 'instagram' as const,
      handle: 'Mira.Bakes',
      url: 'https://www.instagram.com/Mira.Bakes/',
    };
    const stranger = { ...account, handle: 'noor.knits' };
    const lift = (profileOf: typeof account) =>
      liftSuppression({ operationId: newId(), account: profileOf }, machine.call());
    expect(good(await lift(stranger)).lifted).toBe(false);
    expect(good(await countSuppressions({}, machine.call())).count).toBe(1);
    expect(good(await lift(account)).lifted).toBe(true);
    expect(good(await lift(account)).lifted).toBe(false);
    expect(good(await countSuppressions({}, machine.call())).count).toBe(0);
    expect(codeOf(await captureMira())).toBe('ok');
  });

  test('survives a recovery from the second copy', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira, true));
    const copy = await newestCopy(machine.files);
    expect(copy?.stores.suppressions).toHaveLength(2);
  });

  test('one salt for all; those of a merge are tried as well', async () => {
    const { mira, noor } = await miraAndNoor();
    good(await erase(mira, true));
    const elsewhere = (await dump(machine, ['suppressions'])).suppressions ?? [];
    machine = newMachine();
    const { noor: other } = await miraAndNoor();
    const database = await databaseOf(machine);
    for (const row of elsewhere) await database.put('suppressions', row as never);
    good(await erase(other, true));
    expect(new Set((await database.getAll('suppressions')).map(({ salt }) => salt)).size).toBe(1);
    expect(codeOf(await captureMira())).toBe('suppressed');
    expect(codeOf(await capture('noor.knits'))).toBe('suppressed');
    expect(noor).not.toBe(other);
  });
});

test('"do not contact" survives every later capture', async () => {
  const { mira } = await miraAndNoor();
  await update(mira, { doNotContact: true });
  good(await captureMira());
  good(await capture('mira.renamed', named('mira.renamed', stableId)));
  const { creators = [] } = await dump(machine);
  expect(creators.find((row) => (row as { id: string }).id === mira)).toMatchObject({ doNotContact: true });
  const question = { platform: 'instagram' as const, names: [{ handle: 'mira.renamed' }] };
  expect(good(await markHandles(question, machine.call(pageIn(1)))).marks).toEqual(['do-not-contact']);
});
