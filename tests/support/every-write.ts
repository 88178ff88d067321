import { describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../utils/domain/day.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Result } from '../../utils/domain/result.ts';
import { addToWatchlist } from '../../utils/services/add-to-watchlist.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { getOverview } from '../../utils/services/get-overview.ts';
import { updateCreator } from '../../utils/services/update-creator.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from './memory-notebook.ts';
import { named, profile } from './readings.ts';
import { aborts, fillsDisk, withFault } from './write-faults.ts';

/** A notebook in use: a creator who is due, two competitors, a routine. */
export async function inUse() {
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
export type InUse = Awaited<ReturnType<typeof inUse>>;

/** A message that writes: its name, and what it is called with in that notebook. */
export type Write<Used = InUse> = [
  name: string,
  write: (used: Used, operationId: string) => Promise<Result<unknown>>,
];

const outside = ({ local, announced }: Machine) => structuredClone({ local: [...local.values], announced });

/**
 * Tests of every write that a fault at any of its requests leaves nothing, and that a repeat changes nothing.
 * @param setUp makes the notebook anew for every try
 * @param least fewest requests that a write can do with
 */
export function testEveryWrite<Used extends { machine: Machine }>(
  setUp: () => Promise<Used>,
  writes: readonly Write<Used>[],
  least: number,
): void {
  describe.each(writes)('%s', (_name, write) => {
    test.each([
      ['given up by the browser', aborts],
      ['stopped by a full disk', fillsDisk],
    ])('%s at any of its writes leaves nothing, and the repeat is whole', async (_fault, fault) => {
      let at = 0;
      for (let reached = true; reached; at++) {
        const used = await setUp();
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
      expect(at).toBeGreaterThanOrEqual(least);
    });

    test('a repeat gets the stored answer and writes nothing', async () => {
      const used = await setUp();
      const operationId = newId();
      const first = await write(used, operationId);
      const after = await dump(used.machine);
      used.machine.later();
      expect(await write(used, operationId)).toEqual(first);
      expect(await dump(used.machine)).toEqual(after);
      expect(codeOf(first)).toBe('ok');
    });
  });
}
