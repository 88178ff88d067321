import { beforeEach, describe, expect, test } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { ReplyAction } from '../../../utils/domain/template.ts';
import { noteUseChange, noteUseOf } from '../../../utils/services/templates/use-template.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { granted, grantsIn, onlyGrant, photo, tagged, ugcTag } from '../../support/rights-notebook.ts';
import { save } from '../../support/template-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

/** A reply that asks stands in the editor below an item. */
async function replied(answered: SeenItem | undefined, action: ReplyAction, operationId = newId()) {
  const template = await save(machine, { title: `May we? ${newId()}`, actions: [action] });
  const input = {
    operationId,
    templateId: template.id,
    wordingId: template.variants[0]?.wordings[0]?.id ?? '',
    language: 'en',
    place: { platform: 'instagram' as const },
    answers: [],
  };
  return good(await noteUseOf(async () => answered)(input, machine.call()));
}
const forAds: ReplyAction = { kind: 'ask-rights', scopes: ['ads'] };

describe('a reply that asks for permission', () => {
  test('notes on what it answers what was asked for', async () => {
    const tag = await ugcTag(machine);
    await tagged(machine, tag);
    const { done } = await replied(photo(), forAds);
    expect(done).toEqual(['ask-rights']);
    expect(await onlyGrant(machine)).toMatchObject({
      state: 'asked',
      askedScopes: ['ads'],
      askedAt: machine.clock.now.toISOString(),
    });
  });

  test('makes a candidate of what nobody had tagged, where there is a tag for it', async () => {
    expect((await replied(photo(), forAds)).done).toEqual([]);
    await ugcTag(machine);
    expect((await replied(photo(), forAds)).done).toEqual(['ask-rights']);
    expect(await onlyGrant(machine)).toMatchObject({ state: 'asked' });
  });

  test('to nothing that can be told asks nobody', async () => {
    await ugcTag(machine);
    expect((await replied(undefined, forAds)).done).toEqual([]);
    expect(await grantsIn(machine)).toEqual([]);
  });

  test('is taken back by undo, with the candidate that it made', async () => {
    await ugcTag(machine);
    const operation = newId();
    await replied(photo(), forAds, operation);
    good(await undoOperation({ operationId: newId(), undo: operation }, machine.call()));
    expect(await grantsIn(machine)).toEqual([]);
  });

  test('taken out of the editor again asked nobody', async () => {
    const tag = await ugcTag(machine);
    await tagged(machine, tag);
    const before = await onlyGrant(machine);
    machine.later();
    const { useId } = await replied(photo(), forAds);
    good(await noteUseChange({ operationId: newId(), useId, undone: true }, machine.call()));
    const { updatedAt: _now, ...after } = await onlyGrant(machine);
    const { updatedAt: _then, ...was } = before;
    expect(after).toEqual(was);
  });

  test('taken out of the editor again takes the candidate along that it made', async () => {
    await ugcTag(machine);
    const { useId } = await replied(photo(), forAds);
    machine.later();
    good(await noteUseChange({ operationId: newId(), useId, undone: true }, machine.call()));
    const { items, rightsGrants } = await dump(machine, ['items', 'rightsGrants']);
    expect([items, rightsGrants]).toEqual([[], []]);
  });

  test('a second one asks for both, and taken out again leaves the first question', async () => {
    const tag = await ugcTag(machine);
    await tagged(machine, tag);
    machine.later();
    await replied(photo(), { kind: 'ask-rights', scopes: ['repost'] });
    const first = machine.clock.now.toISOString();
    machine.later();
    const { useId } = await replied(photo(), forAds);
    expect(await onlyGrant(machine)).toMatchObject({ askedScopes: ['repost', 'ads'] });
    good(await noteUseChange({ operationId: newId(), useId, undone: true }, machine.call()));
    expect(await onlyGrant(machine)).toMatchObject({
      state: 'asked',
      askedScopes: ['repost'],
      askedAt: first,
    });
  });

  test('taken out after the answer came leaves the answer as it is', async () => {
    const tag = await ugcTag(machine);
    await tagged(machine, tag);
    const { useId } = await replied(photo(), forAds);
    const { id } = await onlyGrant(machine);
    machine.later();
    good(await granted(machine, id, { scopes: ['ads'] }));
    good(await noteUseChange({ operationId: newId(), useId, undone: true }, machine.call()));
    expect(await onlyGrant(machine)).toMatchObject({ state: 'granted', scopes: ['ads'] });
  });
});
