import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { removeRights } from '../../../utils/services/rights/change-rights.ts';
import { keepCrop } from '../../../utils/services/rights/crops.ts';
import { dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { granted, grantsIn, photo, tagged, ugcTag } from '../../support/rights-notebook.ts';

let machine: Machine;
let creatorId: string;
let tag: string;
beforeEach(async () => {
  machine = newMachine();
  tag = await ugcTag(machine);
  const reading = profile(named('mira.bakes', '77'));
  const input = { operationId: newId(), reading };
  creatorId = good(await captureCreator(input, machine.call(pageIn(1)))).creatorId;
});

/** A permission of somebody with a picture. */
async function permission(id: string, handle = 'mira.bakes', stableId = '77') {
  const author = { platform: 'instagram' as const, handle, stableId };
  const { itemId } = await tagged(machine, tag, photo({ id, author, text: `By ${handle}` }));
  const grantId = (await grantsIn(machine)).find((grant) => grant.itemId === itemId)?.id ?? '';
  good(await granted(machine, grantId));
  const bytes = new TextEncoder().encode(`picture by ${handle}`);
  const packed = { type: 'image/webp' as const, width: 4, height: 3, bytes };
  good(await keepCrop(machine.call(), { operationId: newId(), grantId, of: 'item' }, packed));
  return grantId;
}
const erase = () =>
  erasePerson(machine.notebook, machine.contexts)(
    { operationId: newId(), creatorId, suppress: true },
    machine.call(),
  );

describe('a person who is erased', () => {
  test('leaves no permission and no picture, also none that only undo still knew', async () => {
    await permission('P1');
    const removed = await permission('P2');
    good(await removeRights({ operationId: newId(), grantId: removed }, machine.call()));
    const other = await permission('P3', 'jonas.clay', '78');
    good(await erase());
    expect((await grantsIn(machine)).map(({ id }) => id)).toEqual([other]);
    const { crops = [], operations = [] } = await dump(machine, ['crops', 'operations']);
    expect(crops).toMatchObject([{ grantId: other }]);
    const images = (
      operations as { images: { store: string; key: string; after?: { grantId?: string } }[] }[]
    )
      .flatMap((operation) => operation.images)
      .filter(({ store }) => store === 'rightsGrants' || store === 'crops');
    for (const { store, key, after } of images) expect(store === 'crops' ? after?.grantId : key).toBe(other);
    expect(images.length).toBeGreaterThan(0);
    expect(JSON.stringify(await dump(machine))).not.toContain('mira.bakes');
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });
});

test('what is kept of a person comes with the permissions and pictures', async () => {
  await permission('P1');
  await permission('P3', 'jonas.clay', '78');
  const { stores } = good(await exportPerson({ creatorId }, machine.call()));
  expect(stores.rightsGrants).toMatchObject([{ state: 'granted', proof: { quote: 'Yes, go ahead!' } }]);
  expect(stores.crops).toMatchObject([{ data: btoa('picture by mira.bakes') }]);
  expect(JSON.stringify(stores)).not.toContain('jonas.clay');
});
