import type { CreatorChanges } from '../../utils/domain/creator.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { erasePerson } from '../../utils/services/erase-person.ts';
import { contextAfterCapture } from '../../utils/services/show-in-frame.ts';
import { undoOperation } from '../../utils/services/undo-operation.ts';
import { updateCreator } from '../../utils/services/update-creator.ts';
import { decodeCopy } from '../../utils/storage/second-copy-format.ts';
import { dump, good, type Machine, pageIn } from './memory-notebook.ts';
import { named, profile } from './readings.ts';

/** Mira's id on the platform, whatever she calls herself. */
export const stableId = '58120437719';
const mail = { emails: { value: ['mira@bakes.example'], source: 'dom' as const } };
export const bio = { bio: { value: 'Sourdough from the fjord', source: 'dom' as const } };

/** What only Mira's records say. */
export const traces = /mira|5812043|fjord|fair/i;

/** Two people and what is done to them. @param machine the one of the running test */
export function peopleOn(machine: () => Machine) {
  /** Saves somebody; Mira comes with everything that can be known. */
  async function capture(handle: string, facts = {}, operationId = newId()) {
    machine().later();
    const reading = profile({
      ...named(handle),
      displayName: { value: `Name of ${handle}`, source: 'dom' },
      ...facts,
    });
    const result = await captureCreator({ operationId, reading }, machine().call(pageIn(1)));
    if (result.ok)
      await machine().contexts.set(handle.length, contextAfterCapture(reading, operationId, result));
    return result;
  }
  const captureMira = (operationId = newId()) =>
    capture('mira.bakes', { ...named('mira.bakes', stableId), ...mail, ...bio }, operationId);
  async function update(creatorId: string, changes: CreatorChanges, operationId = newId()) {
    machine().later();
    good(await updateCreator(machine().contexts)({ operationId, creatorId, changes }, machine().call()));
    return operationId;
  }
  function erase(creatorId: string, suppress = false, operationId = newId()) {
    machine().later();
    return erasePerson(machine().notebook, machine().contexts)(
      { operationId, creatorId, suppress },
      machine().call(),
    );
  }
  function undo(operation: string) {
    machine().later();
    return undoOperation({ operationId: newId(), undo: operation }, machine().call());
  }

  /** Mira with two looks, notes, a tag of her own and a shared one, and Noor. */
  async function miraAndNoor() {
    const first = newId();
    const { creatorId: mira } = good(await captureMira(first));
    good(await captureMira());
    const { creatorId: noor } = good(await capture('noor.knits'));
    const noted = await update(mira, { notes: 'Met Mira at the fair', tags: ['mira-friend', 'shared'] });
    await update(noor, { notes: 'Sends samples', tags: ['shared', 'knits'] });
    return { mira, noor, first, noted };
  }
  /** Everything that is kept anywhere, as one text. */
  async function everything() {
    const copies: unknown[] = [];
    for (const bytes of machine().files.contents.values()) copies.push(await decodeCopy(bytes));
    return JSON.stringify([
      await dump(machine()),
      [...machine().local.values],
      copies,
      [...machine().frames.values],
    ]);
  }

  return { capture, captureMira, update, erase, undo, miraAndNoor, everything };
}
