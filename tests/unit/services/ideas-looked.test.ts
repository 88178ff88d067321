import { beforeEach, expect, test } from 'vitest';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { getChecklist } from '../../../utils/services/get-checklist.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

/*
 * "Ten shops looked at for ideas": an item of the routine for whoever plays the designer.
 */

let machine: Machine;
let today: string;
beforeEach(() => {
  machine = newMachine();
  today = localDay(machine.clock.now);
});
const rows = async () => good(await getChecklist({ day: today }, machine.call())).rows;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const chosen = { key: 'ideas-looked', part: 'any', weekdays: everyDay } as const;
const save = (items: Parameters<typeof saveRoutine>[0]['items']) =>
  saveRoutine({ operationId: newId(), day: today, items }, machine.call());

test('is nobody’s until it is chosen, and then counts the ideas looked at that day, always of ten', async () => {
  expect((await rows()).map(({ key }) => key)).not.toContain('ideas-looked');
  expect(good(await save([chosen])).rows).toMatchObject([
    { key: 'ideas-looked', derived: 'ideas-looked', done: false, handled: 0, total: 10 },
  ]);
  for (let n = 0; n < 11; n++) {
    const page = {
      url: `https://shop-${n}.example/`,
      title: `Shop ${n}`,
      platform: 'web' as const,
      kind: 'shop' as const,
    };
    const tier = n === 0 ? ('better' as const) : ('inspiration' as const);
    machine.later();
    good(await addToWatchlist({ operationId: newId(), name: `Shop ${n}`, tier, page }, machine.call()));
  }
  const pages = ((await dump(machine)).watchedPages ?? []) as unknown as { id: string; url: string }[];
  const [other, ...ideas] = pages.toSorted((a, b) =>
    a.url.includes('shop-0.') ? -1 : b.url.includes('shop-0.') ? 1 : 0,
  );
  const look = async (watchedPageId: string) => {
    machine.later();
    good(await markLookedAt({ operationId: newId(), watchedPageId }, machine.call()));
  };
  await look(other?.id ?? '');
  expect((await rows())[0]).toMatchObject({ handled: 0, total: 10, done: false });
  for (const { id } of ideas.slice(0, 9)) await look(id);
  expect((await rows())[0]).toMatchObject({ handled: 9, total: 10, done: false });
  await look(ideas[9]?.id ?? '');
  expect((await rows())[0]).toMatchObject({ handled: 10, total: 10, done: true });
});

test('cannot stand there twice', async () => {
  expect(await save([chosen, chosen])).toMatchObject({ ok: false, code: 'invalid' });
});
