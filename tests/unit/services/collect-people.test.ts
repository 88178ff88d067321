import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { SeenPerson } from '../../../utils/domain/seen-person.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { collectRows, openCollect, saveCollected } from '../../../utils/services/collect-people.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { dump, frameIn, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const seen = (handle: string, more: Partial<SeenPerson> = {}): SeenPerson => ({
  handle,
  url: `https://www.instagram.com/${handle}/`,
  ...more,
});
const onPage = { ...pageIn(7), url: 'https://www.instagram.com/explore/tags/teapot/' };
const gather = (people: SeenPerson[]) => openCollect({ platform: 'instagram', people }, machine.call(onPage));
const rows = async () => good(await collectRows({}, machine.call(frameIn(7)))).rows;
const save = (handles: string[], operationId = newId()) =>
  saveCollected({ operationId, handles }, machine.call(frameIn(7)));

describe('collecting people from a screen', () => {
  test('shows new and known apart, saves the picked ones at once, and one undo takes all of them back', async () => {
    good(await captureCreator({ operationId: newId(), reading: profile() }, machine.call(pageIn(1))));
    const before = await dump(machine);
    good(await gather([seen('noor.knits', { displayName: 'Noor' }), seen('mira.bakes'), seen('ole')]));
    expect((await rows()).map(({ person, mark }) => [person.handle, mark])).toEqual([
      ['noor.knits', 'new'],
      ['mira.bakes', 'known'],
      ['ole', 'new'],
    ]);
    const operationId = newId();
    expect(good(await save(['noor.knits', 'mira.bakes', 'nobody.of.the.list'], operationId))).toEqual({
      created: 1,
      known: 1,
      refused: [],
    });
    const after = await dump(machine);
    expect(after.accounts).toHaveLength(2);
    expect(after.creators?.map((creator) => (creator as { displayName: string }).displayName)).toContain(
      'Noor',
    );
    expect((await rows()).map(({ mark }) => mark)).toEqual(['known', 'known', 'new']);
    // a repeat of the same operation gets the same answer and saves nothing more
    expect(good(await save(['noor.knits', 'mira.bakes', 'nobody.of.the.list'], operationId)).created).toBe(1);
    expect((await dump(machine)).accounts).toHaveLength(2);
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call(frameIn(7))));
    const { creators, accounts } = await dump(machine);
    expect({ creators, accounts }).toEqual({ creators: before.creators, accounts: before.accounts });
  });

  test('our own account is not saved, and the reason is said', async () => {
    good(
      await saveBrand(
        {
          operationId: newId(),
          details: {
            name: 'Nordlys',
            accounts: [{ platform: 'instagram', handle: 'nordlys', main: true }],
            shops: [],
            officialLinks: [],
            hashtags: [],
            countries: [],
            languages: [],
          },
        },
        machine.call(),
      ),
    );
    good(await gather([seen('Nordlys'), seen('ole')]));
    expect((await rows()).map(({ mark }) => mark)).toEqual(['ours', 'new']);
    expect(good(await save(['Nordlys', 'ole']))).toEqual({
      created: 1,
      known: 0,
      refused: [{ handle: 'Nordlys', code: 'nothing-to-save' }],
    });
  });

  test('a page may gather only people of its own site, with addresses there', async () => {
    const elsewhere = { ...pageIn(7), url: 'https://x.com/home' };
    expect(
      await openCollect({ platform: 'instagram', people: [seen('ole')] }, machine.call(elsewhere)),
    ).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    good(await gather([seen('ole', { url: 'https://evil.example/ole' }), seen('noor.knits')]));
    expect((await rows()).map(({ person }) => person.handle)).toEqual(['noor.knits']);
  });

  test('a tab without a list has none to save from', async () => {
    expect(await collectRows({}, machine.call(frameIn(8)))).toMatchObject({ ok: false, code: 'not-found' });
    expect(await save(['ole'])).toMatchObject({ ok: false, code: 'not-found' });
  });
});
