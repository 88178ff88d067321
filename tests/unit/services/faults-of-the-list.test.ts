import { expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addAccount } from '../../../utils/services/add-account.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { endBatch } from '../../../utils/services/end-batch.ts';
import { removeContact } from '../../../utils/services/remove-contact.ts';
import { removeView } from '../../../utils/services/remove-view.ts';
import { saveContact } from '../../../utils/services/save-contact.ts';
import { saveView } from '../../../utils/services/save-view.ts';
import { inUse, testEveryWrite, type Write } from '../../support/every-write.ts';
import { databaseOf, dump, good } from '../../support/memory-notebook.ts';
import { aborts, withFault } from '../../support/write-faults.ts';

const account = { platform: 'weibo' as const, handle: 'lin.clay', url: 'https://weibo.com/lin.clay' };
const view = { name: 'Spring', filter: {}, sort: { by: 'name' as const, descending: false } };
const changes = { addTags: ['clay', 'leeds'], nextAction: null };

/** Every message of the list that writes with an activity of its own. */
const writes: Write[] = [
  [
    'creator.add',
    ({ machine }, operationId) => addCreator({ operationId, displayName: 'Lin', account }, machine.call()),
  ],
  [
    'account.add',
    ({ machine, creatorId }, operationId) => addAccount({ operationId, creatorId, account }, machine.call()),
  ],
  [
    'creator.edit-many',
    ({ machine, creatorId }, operationId) =>
      editCreators({ operationId, creatorIds: [creatorId], changes }, machine.call()),
  ],
  [
    'contact.save',
    ({ machine, creatorId }, operationId) =>
      saveContact({ operationId, creatorId, kind: 'phone', value: '123' }, machine.call()),
  ],
  [
    'contact.remove',
    async ({ machine }, operationId) => {
      const [contact] = await (await databaseOf(machine)).getAll('contacts');
      return removeContact({ operationId, contactId: contact?.id ?? newId() }, machine.call());
    },
  ],
  ['view.save', ({ machine }, operationId) => saveView({ operationId, ...view }, machine.call())],
];
testEveryWrite(inUse, writes, 4);

/** The same notebook with a view and a batch under way. */
async function withBatch() {
  const used = await inUse();
  const { id: viewId } = good(await saveView({ operationId: newId(), ...view }, used.machine.call()));
  const input = { operationId: newId(), kind: 'edit' as const, name: '', total: 1 };
  const batchId = good(await beginBatch(input, used.machine.call())).id;
  return { ...used, viewId, batchId };
}

/** Those without a row in the log. */
const quiet: Write<Awaited<ReturnType<typeof withBatch>>>[] = [
  ['view.remove', ({ machine, viewId }, operationId) => removeView({ operationId, viewId }, machine.call())],
  [
    'batch.begin',
    ({ machine }, operationId) =>
      beginBatch({ operationId, kind: 'import', name: 'a.csv', total: 1 }, machine.call()),
  ],
  [
    'batch.end',
    ({ machine, batchId }, operationId) => endBatch({ operationId, batchId, state: 'done' }, machine.call()),
  ],
];
testEveryWrite(withBatch, quiet, 3);

test('a step of a batch that is stopped leaves nothing; one that is durable is answered, whatever follows from it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let durable = 0;
  for (let at = 0, reached = true; reached; at++) {
    const { machine, creatorId, batchId } = await withBatch();
    const before = await dump(machine);
    const operationId = newId();
    const edit = () =>
      editCreators({ operationId, batchId, creatorIds: [creatorId], changes }, machine.call());
    const outcome = await withFault(at, aborts, edit);
    reached = outcome.reached;
    const row = await (await databaseOf(machine)).get('operations', operationId);
    if (row) expect(outcome).toMatchObject({ value: { ok: true, value: row.answer } });
    else expect(await dump(machine)).toEqual(before);
    durable += row ? 1 : 0;
    expect(good(await edit())).toEqual({ changed: 1, missing: 0 });
  }
  expect(durable).toBeGreaterThan(1);
  vi.restoreAllMocks();
});
