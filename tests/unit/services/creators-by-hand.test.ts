import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addAccount } from '../../../utils/services/add-account.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { getCreator } from '../../../utils/services/get-creator.ts';
import { removeContact } from '../../../utils/services/remove-contact.ts';
import { saveContact } from '../../../utils/services/save-contact.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const lin = { platform: 'weibo' as const, handle: 'Lin.Clay', url: 'https://weibo.com/lin.clay' };
const add = (displayName: string, account?: typeof lin, operationId = newId()) =>
  addCreator({ operationId, displayName, ...(account ? { account } : {}) }, machine.call());
const addTo = (creatorId: string, account: typeof lin, operationId = newId()) =>
  addAccount({ operationId, creatorId, account }, machine.call());
const view = async (creatorId: string) =>
  good(await getCreator(machine.contexts)({ creatorId }, machine.call()));
const kinds = async () =>
  (await dump(machine, ['activities'])).activities?.map((row) => (row as { kind: string }).kind);
const people = () => dump(machine, ['creators', 'accounts', 'contacts', 'activities']);
async function claim() {
  const account = { platform: lin.platform, handle: lin.handle.toLowerCase(), main: true };
  good(await claimAccount(machine.contexts)({ operationId: newId(), account }, machine.call()));
}
async function suppress(creatorId: string) {
  const erase = erasePerson(machine.notebook);
  good(await erase({ operationId: newId(), creatorId, suppress: true }, machine.call()));
}

describe('a creator added by hand', () => {
  test('has a name and nothing that nobody said', async () => {
    const { creatorId, outcome } = good(await add('Lin'));
    expect(outcome).toBe('created');
    const { creator, accounts } = await view(creatorId);
    expect(creator).toMatchObject({ displayName: 'Lin', status: 'found', tagIds: [], notes: '' });
    expect(accounts).toEqual([]);
    expect(await kinds()).toEqual(['creator-added']);
  });

  test('is met by the next capture of the same profile, in whatever letters', async () => {
    const { creatorId } = good(await add('Lin', lin));
    const reading = profile(named('lin.clay', '99'), { platform: 'weibo', url: lin.url });
    const captured = await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1)));
    expect(good(captured)).toMatchObject({ creatorId, outcome: 'observed' });
  });

  test('who is in the notebook already is answered, and nothing is written', async () => {
    const { creatorId } = good(await add('Lin', lin));
    const before = await people();
    const again = good(await add('Somebody else', { ...lin, handle: 'LIN.CLAY' }));
    expect(again).toEqual({ creatorId, outcome: 'known' });
    expect(await people()).toEqual(before);
  });

  test('is not added under one of our own accounts', async () => {
    await claim();
    const before = await people();
    expect(codeOf(await add('Lin', lin))).toBe('nothing-to-save');
    expect(await people()).toEqual(before);
  });

  test('is not added where the person must not be stored', async () => {
    await suppress(good(await add('Lin', lin)).creatorId);
    const before = await people();
    expect(codeOf(await add('Lin', lin))).toBe('suppressed');
    expect(await people()).toEqual(before);
  });

  test('goes with the undo', async () => {
    const before = await dump(machine, ['creators', 'accounts']);
    const operationId = newId();
    good(await add('Lin', lin, operationId));
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(await dump(machine, ['creators', 'accounts'])).toEqual(before);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });
});

describe('an account added by hand', () => {
  test('belongs to the creator, once', async () => {
    const { creatorId } = good(await add('Lin'));
    const first = good(await addTo(creatorId, lin));
    expect(first).toMatchObject({ creatorId, ...lin, facts: {}, identityKeys: ['weibo:lin.clay'] });
    expect(good(await addTo(creatorId, { ...lin, handle: 'lin.clay' }))).toEqual(first);
    expect((await view(creatorId)).accounts).toEqual([first]);
  });

  test('that belongs to someone else is refused', async () => {
    good(await add('Lin', lin));
    const { creatorId } = good(await add('Noor'));
    const before = await people();
    expect(codeOf(await addTo(creatorId, lin))).toBe('invalid');
    expect(await people()).toEqual(before);
  });

  test('that is ours, or must not be stored, or has no creator is refused', async () => {
    const { creatorId } = good(await add('Noor'));
    expect(codeOf(await addTo(newId(), lin))).toBe('not-found');
    await suppress(good(await add('Lin', lin)).creatorId);
    expect(codeOf(await addTo(creatorId, lin))).toBe('suppressed');
    await claim();
    expect(codeOf(await addTo(creatorId, lin))).toBe('nothing-to-save');
    expect((await view(creatorId)).accounts).toEqual([]);
  });
});

describe('a contact', () => {
  let creatorId: string;
  beforeEach(async () => {
    const emails = { value: ['mira@clay.example'], source: 'dom' as const, raw: 'mira (at) clay.example' };
    const reading = profile({ ...named('mira.bakes'), emails });
    const captured = await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1)));
    creatorId = good(captured).creatorId;
    machine.later();
  });
  const save = (value: string, kind: 'email' | 'phone' | 'link' = 'email', contactId?: string) =>
    saveContact(
      { operationId: newId(), creatorId, kind, value, ...(contactId ? { contactId } : {}) },
      machine.call(),
    );
  const found = async () => (await view(creatorId)).contacts[0];

  test('that the operator adds is their own word', async () => {
    const { contacts } = good(await save('Mira.Work@Clay.example'));
    expect(contacts[1]).toMatchObject({
      creatorId,
      value: 'mira.work@clay.example',
      source: 'user',
      inferred: false,
      url: '',
    });
    expect((await kinds())?.at(-1)).toBe('contact-changed');
  });

  test('that is corrected keeps where and when it was found', async () => {
    const before = await found();
    expect(before).toMatchObject({ source: 'dom', inferred: true });
    const { contacts } = good(await save('mira@kiln.example', 'email', before?.id));
    expect(contacts).toEqual([
      {
        ...before,
        value: 'mira@kiln.example',
        source: 'user',
        inferred: false,
        updatedAt: machine.clock.now.toISOString(),
      },
    ]);
  });

  test('that is there already is refused, also as the correction of another', async () => {
    const phone = good(await save('123', 'phone')).contacts.find(({ kind }) => kind === 'phone');
    const before = await people();
    expect(codeOf(await save('MIRA@clay.example'))).toBe('invalid');
    expect(codeOf(await save('mira@clay.example', 'email', phone?.id))).toBe('invalid');
    expect(await people()).toEqual(before);
  });

  test('that cannot be one is refused', async () => {
    const before = await people();
    expect(codeOf(await save('not an address'))).toBe('invalid');
    expect(codeOf(await save('javascript:alert(1)', 'link'))).toBe('invalid');
    expect(codeOf(await save('x@y.example', 'email', newId()))).toBe('not-found');
    expect(await people()).toEqual(before);
  });

  test('saved as it was writes nothing', async () => {
    const contactId = good(await save('123', 'phone')).contacts[1]?.id;
    const before = await people();
    machine.later();
    good(await save('123', 'phone', contactId));
    expect(await people()).toEqual(before);
  });

  test('that is removed comes back with the undo', async () => {
    const before = await found();
    const operationId = newId();
    good(await removeContact({ operationId, contactId: before?.id ?? '' }, machine.call()));
    expect(await found()).toBeUndefined();
    expect(codeOf(await removeContact({ operationId: newId(), contactId: newId() }, machine.call()))).toBe(
      'not-found',
    );
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(await found()).toEqual(before);
  });
});
