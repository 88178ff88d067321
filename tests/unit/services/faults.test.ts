import { describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Result } from '../../../utils/domain/result.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { moveCompetitor } from '../../../utils/services/move-competitor.ts';
import { removeCompetitor } from '../../../utils/services/remove-competitor.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { tickItem } from '../../../utils/services/tick-item.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCompetitor } from '../../../utils/services/update-competitor.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { aborts, fillsDisk, withFault } from '../../support/write-faults.ts';

/** A notebook in use: a creator who is due, two competitors, a routine. */
async function inUse() {
  const machine = newMachine();
  const today = localDay(machine.clock.now);
  const captured = newId();
  const reading = profile({
    ...named('mira.bakes', '77'),
    links: { value: ['https://mira.example/'], source: 'dom' },
  });
  const { creatorId } = good(
    await captureCreator({ operationId: captured, reading }, machine.call(pageIn(1))),
  );
  const changes = { nextAction: { text: 'Ask', due: addDays(today, -1) } };
  const planned = newId();
  await updateCreator(machine.contexts)({ operationId: planned, creatorId, changes }, machine.call());
  const watch = async (name: string) => {
    const page = {
      url: `https://${name}.example/`,
      title: name,
      platform: 'web' as const,
      kind: 'shop' as const,
    };
    const input = { operationId: newId(), name, tier: 'better' as const, page };
    return good(await addToWatchlist(input, machine.call())).competitorId;
  };
  const [first, second] = [await watch('kiln'), await watch('glaze')];
  const { checklist, watchlist } = good(await getOverview({ day: today }, machine.call()));
  machine.later();
  const rows = checklist.rows.map(({ routineId }) => routineId);
  const watchedPageId = watchlist[0]?.pages[0]?.id ?? '';
  return { machine, today, creatorId, planned, first, second, watchedPageId, rows };
}
type InUse = Awaited<ReturnType<typeof inUse>>;

const details = {
  name: 'Kiln',
  accounts: [],
  shops: [],
  officialLinks: [],
  hashtags: [],
  countries: [],
  languages: [],
};
const page = { url: 'https://new.example/', title: 'New', platform: 'web' as const, kind: 'shop' as const };

/** Every message that writes: what it is called with in that notebook. */
const writes: [string, (used: InUse, operationId: string) => Promise<Result<unknown>>][] = [
  [
    'creator.capture of someone new',
    ({ machine }, operationId) =>
      captureCreator(
        {
          operationId,
          reading: profile({
            ...named('noor.knits'),
            emails: { value: ['noor@example.com', 'shop@example.com'], source: 'dom' },
          }),
        },
        machine.call(pageIn(1)),
      ),
  ],
  [
    'creator.capture of a handle taken over',
    ({ machine }, operationId) =>
      captureCreator({ operationId, reading: profile(named('mira.bakes', '88')) }, machine.call(pageIn(1))),
  ],
  [
    'creator.update',
    ({ machine, creatorId, today }, operationId) =>
      updateCreator(machine.contexts)(
        { operationId, creatorId, changes: { tags: ['clay', 'leeds'], lastContact: today, notes: 'x' } },
        machine.call(),
      ),
  ],
  [
    'account.claim',
    ({ machine, planned }, operationId) =>
      claimAccount(machine.contexts)(
        { operationId, account: { platform: 'x', handle: 'kiln', main: true }, undo: planned },
        machine.call(),
      ),
  ],
  [
    'operation.undo',
    ({ machine, planned }, operationId) => undoOperation({ operationId, undo: planned }, machine.call()),
  ],
  [
    'checklist.tick',
    ({ machine, today, rows }, operationId) =>
      tickItem({ operationId, day: today, routineId: rows[0] ?? '', done: true }, machine.call()),
  ],
  [
    'routine.save',
    ({ machine, today, rows }, operationId) =>
      saveRoutine(
        {
          operationId,
          day: today,
          items: [
            { text: 'Pack', part: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7] },
            { id: rows[3] ?? '', part: 'any', weekdays: [2] },
          ],
        },
        machine.call(),
      ),
  ],
  [
    'watchlist.add',
    ({ machine }, operationId) =>
      addToWatchlist({ operationId, name: 'New', tier: 'equal', page }, machine.call()),
  ],
  [
    'watchlist.update',
    ({ machine, first }, operationId) =>
      updateCompetitor({ operationId, competitorId: first, tier: 'own' }, machine.call()),
  ],
  [
    'watchlist.move',
    ({ machine, first }, operationId) =>
      moveCompetitor({ operationId, competitorId: first, before: null }, machine.call()),
  ],
  [
    'watchlist.remove',
    ({ machine, first }, operationId) =>
      removeCompetitor({ operationId, competitorId: first }, machine.call()),
  ],
  [
    'watchlist.looked',
    ({ machine, watchedPageId }, operationId) => markLookedAt({ operationId, watchedPageId }, machine.call()),
  ],
  [
    'settings.save',
    ({ machine }, operationId) => saveSettings({ operationId, changes: { theme: 'dark' } }, machine.call()),
  ],
  ['brand.save', ({ machine }, operationId) => saveBrand({ operationId, details }, machine.call())],
];

const outside = ({ local, announced }: Machine) => structuredClone({ local: [...local.values], announced });

describe.each(writes)('%s', (_name, write) => {
  test.each([
    ['given up by the browser', aborts],
    ['stopped by a full disk', fillsDisk],
  ])('%s at any of its writes leaves nothing, and the repeat is whole', async (_fault, fault) => {
    let at = 0;
    for (let reached = true; reached; at++) {
      const used = await inUse();
      const before = await dump(used.machine);
      const around = outside(used.machine);
      const operationId = newId();
      const outcome = await withFault(at, fault, () => write(used, operationId));
      reached = outcome.reached;
      if (!reached) {
        expect(outcome).toMatchObject({ value: { ok: true } });
        break;
      }
      if (fault === fillsDisk) expect(outcome).toMatchObject({ value: { ok: false, code: 'quota' } });
      else expect(outcome).toHaveProperty('error');
      expect(await dump(used.machine)).toEqual(before);
      expect(outside(used.machine)).toEqual(around);
      expect(codeOf(await write(used, operationId))).toBe('ok');
    }
    // at least the change, its activity, a counter and the operation itself
    expect(at).toBeGreaterThanOrEqual(4);
  });

  test('a repeat gets the stored answer and writes nothing', async () => {
    const used = await inUse();
    const operationId = newId();
    const first = await write(used, operationId);
    const after = await dump(used.machine);
    used.machine.later();
    expect(await write(used, operationId)).toEqual(first);
    expect(await dump(used.machine)).toEqual(after);
    expect(codeOf(first)).toBe('ok');
  });
});
