import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { defaultItems } from '../../../utils/domain/vocabulary.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { getChecklist } from '../../../utils/services/get-checklist.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { tickItem } from '../../../utils/services/tick-item.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
let today: string;
beforeEach(() => {
  machine = newMachine();
  today = localDay(machine.clock.now);
});

const rows = async (day = today) => good(await getChecklist({ day }, machine.call())).rows;
const row = async (key: string, day = today) => {
  const found = (await rows(day)).find((item) => item.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
async function tick(key: string, done = true, operationId = newId()) {
  machine.later();
  const { routineId } = await row(key);
  return tickItem({ operationId, day: today, routineId, done }, machine.call());
}
const undo = (operation: string) => undoOperation({ operationId: newId(), undo: operation }, machine.call());
function nextDay() {
  machine.later(24 * 60);
  today = localDay(machine.clock.now);
}
async function dueCreator(handle: string) {
  const reading = profile(named(handle));
  const { creatorId } = good(
    await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
  );
  await change(creatorId, { nextAction: { text: 'Ask for the address', due: today } });
  return creatorId;
}
async function change(creatorId: string, changes: object) {
  machine.later();
  const operationId = newId();
  good(await updateCreator(machine.contexts)({ operationId, creatorId, changes }, machine.call()));
  return operationId;
}

test('the default routine is made once, even when asked for twice at the same time', async () => {
  const both = await Promise.all([rows(), rows()]);
  expect(both[0]?.map(({ key }) => key)).toEqual([...defaultItems]);
  expect(both[1]).toEqual(both[0]);
  expect((await dump(machine)).routines).toHaveLength(defaultItems.length);
});

test('asking again writes nothing', async () => {
  await rows();
  const before = await dump(machine);
  machine.later();
  await rows();
  expect(await dump(machine)).toEqual(before);
});

describe('a tick', () => {
  test('by hand is kept, and taken away', async () => {
    const ticked = good(await tick('mood-checked'));
    expect(ticked.rows.find(({ key }) => key === 'mood-checked')?.done).toBe(true);
    expect((await row('mood-checked')).done).toBe(true);
    await tick('mood-checked', false);
    expect((await row('mood-checked')).done).toBe(false);
    const { activities } = await dump(machine);
    expect(activities?.map((activity) => (activity as { kind: string }).kind)).toEqual([
      'item-ticked',
      'item-unticked',
    ]);
  });

  test('can be undone', async () => {
    const operationId = newId();
    await tick('mood-checked', true, operationId);
    expect(codeOf(await undo(operationId))).toBe('ok');
    expect((await row('mood-checked')).done).toBe(false);
  });

  test('of no item is not found', async () => {
    const input = { operationId: newId(), day: today, routineId: newId(), done: true };
    expect(codeOf(await tickItem(input, machine.call()))).toBe('not-found');
  });

  test('twice says it once', async () => {
    await tick('mood-checked');
    await tick('mood-checked');
    expect((await dump(machine)).activities).toHaveLength(1);
  });
});

describe('a new day', () => {
  test('starts clean, and yesterday stays as it was', async () => {
    await tick('mood-checked');
    const yesterday = today;
    const before = await rows();
    nextDay();
    expect((await rows()).filter(({ done }) => done).map(({ key }) => key)).toEqual(['due-follow-ups']);
    expect(await rows(yesterday)).toEqual(before);
  });

  test('yesterday keeps its words, its items and its order through an edit', async () => {
    await tick('mood-checked');
    const yesterday = today;
    const before = await rows();
    nextDay();
    const [first] = await rows();
    const items = [
      { text: 'Water the plants', part: 'any' as const, weekdays: [1, 2, 3, 4, 5, 6, 7] },
      {
        id: first?.routineId ?? '',
        text: 'Figures, quickly',
        part: 'any' as const,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    ];
    good(await saveRoutine({ operationId: newId(), day: today, items }, machine.call()));
    expect((await rows()).map(({ text }) => text)).toEqual(['Water the plants', 'Figures, quickly']);
    expect(await rows(yesterday)).toEqual(before);
  });

  test('a day on which nobody looked claims nothing', async () => {
    await rows();
    expect(await rows(addDays(today, -3))).toEqual([]);
  });

  test('yesterday can still be ticked', async () => {
    const { routineId } = await row('mood-checked');
    const yesterday = today;
    nextDay();
    await tickItem({ operationId: newId(), day: yesterday, routineId, done: true }, machine.call());
    expect((await row('mood-checked', yesterday)).done).toBe(true);
    expect((await row('mood-checked')).done).toBe(false);
  });
});

describe('due follow-ups', () => {
  test('nothing due is done, with nothing to show for it', async () => {
    expect(await row('due-follow-ups')).toMatchObject({ done: true, handled: 0, total: 0 });
  });

  test('count what is handled today of what was due', async () => {
    const first = await dueCreator('mira.bakes');
    const second = await dueCreator('noor.knits');
    expect(await row('due-follow-ups')).toMatchObject({ done: false, handled: 0, total: 2 });
    await change(first, { nextAction: null });
    expect(await row('due-follow-ups')).toMatchObject({ done: false, handled: 1, total: 2 });
    await change(second, { lastContact: today });
    expect(await row('due-follow-ups')).toMatchObject({ done: true, handled: 2, total: 2 });
  });

  test('one that comes up later opens the item again; undo takes the handling back', async () => {
    const first = await dueCreator('mira.bakes');
    const handled = await change(first, { nextAction: null });
    expect((await row('due-follow-ups')).done).toBe(true);
    expect(codeOf(await undo(handled))).toBe('ok');
    expect(await row('due-follow-ups')).toMatchObject({ done: false, handled: 0, total: 1 });
    await change(first, { nextAction: null });
    await dueCreator('noor.knits');
    expect(await row('due-follow-ups')).toMatchObject({ done: false, handled: 1, total: 2 });
  });

  test('ticked by hand stay ticked; without the tick they are what was recorded', async () => {
    const creatorId = await dueCreator('mira.bakes');
    await tick('due-follow-ups');
    await dueCreator('noor.knits');
    expect(await row('due-follow-ups')).toMatchObject({ done: true, handled: 0, total: 2 });
    await tick('due-follow-ups', false);
    expect((await row('due-follow-ups')).done).toBe(false);
    await change(creatorId, { nextAction: null });
    expect((await row('due-follow-ups')).handled).toBe(1);
  });

  test('what was handled without a look at the checklist is noted for that day', async () => {
    const creatorId = await dueCreator('mira.bakes');
    await rows();
    await change(creatorId, { nextAction: null });
    const yesterday = today;
    nextDay();
    expect(await row('due-follow-ups', yesterday)).toMatchObject({ done: true, handled: 1, total: 1 });
  });
});

describe('the watchlist item', () => {
  async function watch(name: string, tier: 'better' | 'equal' | 'inspiration') {
    const page = {
      url: `https://${name}.example/`,
      title: name,
      platform: 'web' as const,
      kind: 'shop' as const,
    };
    good(await addToWatchlist({ operationId: newId(), name, tier, page }, machine.call()));
  }
  async function look(index: number) {
    machine.later();
    const page = (await dump(machine)).watchedPages?.[index] as { id: string };
    good(await markLookedAt({ operationId: newId(), watchedPageId: page.id }, machine.call()));
  }

  test('is open without competitors, and done when all of the day are looked at', async () => {
    expect(await row('watchlist-looked')).toMatchObject({ done: false, total: 0 });
    await watch('kiln', 'better');
    machine.later();
    await watch('glaze', 'equal');
    machine.later();
    await watch('poster', 'inspiration');
    expect(await row('watchlist-looked')).toMatchObject({ done: false, handled: 0, total: 2 });
    await look(0);
    await look(1);
    expect(await row('watchlist-looked')).toMatchObject({ done: true, handled: 2, total: 2 });
    nextDay();
    expect(await row('watchlist-looked')).toMatchObject({ done: false, handled: 0, total: 2 });
  });
});

describe('editing the routine', () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const save = (items: Parameters<typeof saveRoutine>[0]['items'], operationId = newId()) =>
    saveRoutine({ operationId, day: today, items }, machine.call());

  test('keeps what makes an item a derived one, and takes the new order', async () => {
    const old = await rows();
    const items = old
      .toReversed()
      .map(({ routineId, part }) => ({ id: routineId, part, weekdays: everyDay }));
    const saved = good(await save(items));
    expect(saved.rows.map(({ key }) => key)).toEqual(defaultItems.toReversed());
    expect(saved.rows.find(({ key }) => key === 'due-follow-ups')?.derived).toBe('due-follow-ups');
  });

  test('an emptied routine stays empty', async () => {
    await rows();
    expect(good(await save([])).rows).toEqual([]);
    nextDay();
    expect(await rows()).toEqual([]);
  });

  test('an item left out is not of today any more, also when today is yesterday', async () => {
    await rows();
    const yesterday = today;
    await save([{ text: 'Only this', part: 'any', weekdays: everyDay }]);
    nextDay();
    expect((await rows(yesterday)).map(({ text }) => text)).toEqual(['Only this']);
  });

  test('an item of other weekdays is not of today', async () => {
    await rows();
    const monday = { text: 'Plan the week', part: 'any' as const, weekdays: [1] };
    const tuesday = { text: 'Pack', part: 'any' as const, weekdays: [2] };
    // 10 March 2026 is a Tuesday
    expect(good(await save([monday, tuesday])).rows.map(({ text }) => text)).toEqual(['Pack']);
    expect((await rows(addDays(today, 6))).map(({ text }) => text)).toEqual(['Plan the week']);
  });

  test('undo brings items, order and ticks back', async () => {
    await tick('mood-checked');
    const before = await rows();
    machine.later();
    const operationId = newId();
    await save([{ text: 'Only this', part: 'any', weekdays: everyDay }], operationId);
    expect(await rows()).toHaveLength(1);
    expect(codeOf(await undo(operationId))).toBe('ok');
    expect(await rows()).toEqual(before);
  });

  test.each([
    ['an unknown item', () => [{ id: newId(), part: 'any' as const, weekdays: [1] }], 'not-found'],
    ['an item without words', () => [{ part: 'any' as const, weekdays: [1] }], 'invalid'],
  ])('%s is refused', async (_name, items, code) => {
    const before = await rows();
    expect(codeOf(await save(items()))).toBe(code);
    expect(await rows()).toEqual(before);
  });

  test('an item that stands twice is refused', async () => {
    const [first] = await rows();
    const item = { id: first?.routineId ?? '', part: 'any' as const, weekdays: [1] };
    expect(codeOf(await save([item, item]))).toBe('invalid');
  });
});
