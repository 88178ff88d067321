import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { bothNames, existingNames } from '../../utils/storage/live-database.ts';
import { databaseName, openNotebook } from '../../utils/storage/notebook.ts';
import { storeNames } from '../../utils/storage/schema.ts';
import { sweepsOf } from '../../utils/storage/sweeps.ts';
import { dump, good, type Machine, newMachine, pageIn } from '../support/memory-notebook.ts';
import { named, profile } from '../support/readings.ts';

let machine: Machine;
beforeEach(async () => {
  machine = newMachine();
  const input = { operationId: newId(), reading: profile(named('mira.bakes')) };
  good(await captureCreator(input, machine.call(pageIn(1))));
});

const nobody = { creatorId: newId(), keys: new Set<string>() };
const [first, second] = bothNames(databaseName);
const kept = storeNames.filter((name) => name !== 'meta');
const state = () => dump(machine, kept);
async function scrub() {
  await machine.notebook.beforeErasing(nobody);
  return machine.notebook.scrub();
}

/** What is removed and tidied from now on: names of databases and `later`, where more is asked for. */
function follow() {
  const steps: string[] = [];
  vi.restoreAllMocks();
  const remove = indexedDB.deleteDatabase.bind(indexedDB);
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    steps.push(name);
    return remove(name);
  });
  const { files, local } = machine;
  machine.notebook.close();
  const pause = async (milliseconds: number) => void steps.push(`${milliseconds}`);
  const tidySoon = () => void steps.push('later');
  const notebook = openNotebook({ local, files, clock: () => machine.clock.now, tidySoon, pause });
  return { steps, notebook };
}
const sweepNames = (...indexes: number[]) => indexes.map((index) => `${databaseName}-sweep-${index}`);

afterEach(() => void vi.restoreAllMocks());

test('lie beside the notebook before the database into which it moves is made', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  await scrub();
  const made = open.mock.calls.map(([name]) => name);
  expect(made.indexOf(second)).toBeGreaterThan(made.lastIndexOf(`${databaseName}-sweep-6`));
  expect(made).toEqual(expect.arrayContaining(sweepNames(0, 1, 2, 3, 4, 5, 6)));
});

test('one goes before the old database and two after it, each apart from the other', async () => {
  const { steps, notebook } = follow();
  await notebook.beforeErasing(nobody);
  expect(await notebook.scrub()).toBe('done');
  const [before, ...after] = sweepNames(0, 1, 2);
  const tail = steps.slice(steps.indexOf(before ?? ''));
  expect(tail).toEqual([before, '1000', first, '1000', after[0], '1000', after[1], 'later']);
  expect(await sweepsOf(databaseName)).toEqual(sweepNames(3, 4, 5, 6));
});

test('that are left go by twos, later, and none is left; a worker that was stopped meanwhile goes on', async () => {
  await scrub();
  const { steps, notebook } = follow();
  await notebook.tidyAgain();
  expect(steps).toEqual([...sweepNames(3), '1000', ...sweepNames(4), 'later']);
  notebook.close();
  const next = follow();
  await next.notebook.tidyAgain();
  await next.notebook.tidyAgain();
  expect(next.steps).toEqual([...sweepNames(5), '1000', ...sweepNames(6)]);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([second]);
});

test('without a removal there are none, and nothing is tidied', async () => {
  const { steps, notebook } = follow();
  await notebook.tidyAgain();
  expect(steps).toEqual([]);
});

test('those of an earlier scrub serve the next one', async () => {
  await scrub();
  await scrub();
  expect(await sweepsOf(databaseName)).toEqual(sweepNames(3, 4, 5, 6));
  expect(await existingNames(databaseName)).toEqual([first]);
});

test('are there, too, when everything is deleted', async () => {
  const { steps, notebook } = follow();
  good(await notebook.wipe());
  const [before, ...after] = sweepNames(0, 1, 2);
  expect(steps).toEqual([before, '1000', first, second, '1000', after[0], '1000', after[1], 'later']);
  expect(await sweepsOf(databaseName)).toEqual(sweepNames(3, 4, 5, 6));
});

test('that cannot be made: the notebook does not move, and it is still to be done', async () => {
  const before = await state();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === `${databaseName}-sweep-5`) throw new DOMException('no', 'UnknownError');
    return open(name, version);
  });
  expect(await scrub()).toBe('failed');
  expect(await machine.notebook.scrubPending()).toBe(true);
  vi.restoreAllMocks();
  expect(await state()).toEqual(before);
  expect(await machine.notebook.scrub()).toBe('done');
});
